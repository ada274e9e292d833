// The middle of the page: one channel, or the app's home.

import { html } from "htm/preact";
import { useEffect, useState } from "preact/hooks";
import { Blocks } from "../blocks/index.js";
import { changeMembers, click, postExample } from "../state/doing.js";
import { goTo } from "../state/places.js";
import { loadOlder, markRead, openChannel } from "../state/reading.js";
import { canWrite, channelOf, titleOf } from "../state/sidebar.js";
import { update, useStore } from "../state/store.js";
import { Composer } from "./composer.js";
import { Avatar, Button, counted, Faces, Icon, IconButton, Quiet } from "./kit.js";
import { MessageList } from "./message-list.js";
import { DropPane } from "./uploads.js";

export function Main() {
  const place = useStore(({ place }) => place);
  const person = useStore(({ person }) => person);
  const channel = useStore((state) => channelOf(state, state.place?.channel));
  const title = channel && titleOf(channel);
  const draft = `${person}-${channel?.id}`;
  return html`<main class="main column" id="main" tabindex="-1">
    ${channel && html`<${Header} channel=${channel} tab=${place.tab} />`}
    ${channel && place.tab === "home" && html`<${Home} />`}
    ${channel && place.tab !== "home" && html`<${DropPane} draft=${canWrite(channel) && draft} where=${title} label="Conversation in ${title}">
      <${Feed} key=${draft} channel=${channel} person=${person} />
      <${Foot} channel=${channel} draft=${draft} />
    <//>`}
  </main>`;
}

function Home() {
  const view = useStore(({ home }) => home);
  return html`<section class="home" tabindex="0" aria-label="Home of the app">
    <h2 class="visually-hidden">Home</h2>
    ${view
      ? html`<${Blocks} blocks=${view.blocks} onAction=${(action) => click({ view: view.id }, action)} />`
      : html`<${Quiet}>The app has shown nothing here yet.<//>`}
  </section>`;
}

function Foot({ channel, draft }) {
  const { name, installed } = useStore((state) => state.sidebar.app);
  if (!canWrite(channel)) {
    return html`<div class="foot-note wraps soft">
      <p>You are reading <strong>#${channel.name}</strong> without being in it.</p>
      <${Button} kind="primary" onClick=${() => changeMembers("join", channel.id)}>Join<//>
    </div>`;
  }
  return html`${installed && !channel.bot_member && channel.kind !== "im" && html`<div class="foot-note wraps soft">
      <p>${name} is not in this channel: it does not see what is said here.</p>
      <${Button} onClick=${() => changeMembers("invite", channel.id)}>Add ${name}<//>
    </div>`}
    <${Composer} key=${draft} draft=${draft} channel=${channel.id} label="Message ${titleOf(channel)}" />`;
}

function Feed({ channel, person }) {
  const { id } = channel;
  const feed = useStore((state) => state.feeds[id]);
  const look = () => document.visibilityState === "visible" && markRead(id);
  useEffect(() => {
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [id]);

  if (feed?.status === "failed") return html`<${Quiet} onRetry=${() => openChannel(id)}>${feed.error}<//>`;
  if (!feed || (feed.status === "loading" && !feed.messages.length)) return html`<${Quiet}>Loading messages<//>`;
  const isUnasked = !feed.hasMore && channel.bot_member && !feed.messages.some((message) => message.reply_count);
  const top = html`<div>
    ${!feed.hasMore && html`<div class="beginning">
      <h2>${titleOf(channel)}</h2>
      <p>This is the beginning of ${channel.kind === "im" ? "your conversation with " : ""}${titleOf(channel)}.</p>
    </div>`}
    ${isUnasked && canWrite(channel) && html`<${Examples} channel=${channel} />`}
  </div>`;
  return html`<${MessageList} label="Messages in ${titleOf(channel)}" messages=${feed.messages} newFrom=${feed.newFrom}
    me=${person} top=${top} onNearTop=${() => loadOlder(id)} onBottom=${look} />`;
}

function Header({ channel, tab }) {
  const app = useStore((state) => state.sidebar.app);
  const { id, with: other, kind } = channel;
  const isApp = other?.id === app.bot_user;
  return html`<header class="head row">
    <${IconButton} icon="back" label="All conversations" kind="only-phone" onClick=${() => update({ sheet: "sidebar" })} />
    <div class="grow row">
      ${other ? html`<${Avatar} person=${other} size="small" />` : html`<${Icon} name=${kind === "private" ? "lock" : "hash"} />`}
      <h1>${other?.name ?? channel.name}</h1>
      ${isApp && html`<span class="badge">APP</span>`}
    </div>
    ${isApp && app.home && html`<nav class="tabs" aria-label="Of the app">
      ${["home", "messages"].map((name) => html`<button key=${name} type="button"
        aria-current=${tab === name ? "page" : undefined} onClick=${() => goTo(id, name)}>${name === "home" ? "Home" : "Messages"}</button>`)}
    </nav>`}
    ${kind !== "im" && html`<${Members} channel=${channel} />`}
  </header>`;
}

function Members({ channel: { members, member_count: count } }) {
  const people = useStore(({ sidebar }) => sidebar.people);
  const here = people.filter((person) => members.includes(person.id));
  const names = `${counted(count, "member", "members")}: ${here.map((person) => person.name).join(", ")}`;
  return html`<span class="row soft" role="img" aria-label=${names} title=${names}><${Faces} people=${here.slice(0, 3)} />${count}</span>`;
}

/** Briefs that are one click away, where no draft is yet. */
function Examples({ channel }) {
  const examples = useStore(({ examples }) => examples);
  const app = useStore((state) => state.sidebar.app);
  const [busy, setBusy] = useState("");
  if (!examples.length || !app.installed) return null;
  const send = async (id) => {
    setBusy(id);
    await postExample(id, channel.id);
    setBusy("");
  };
  const card = ({ id, title, brief, files }) => html`<li key=${id}>
    <button type="button" class="example raised column wide" disabled=${busy !== ""} onClick=${() => send(id)}>
      <strong>${title}</strong>
      <span class="brief soft">${brief}</span>
      <span class="wraps">${files.map(({ name }) => html`<span key=${name} class="row faint"><${Icon} name="file" />${name}</span>`)}</span>
      <b>${busy === id ? "Sending" : "Send this brief"}</b>
    </button>
  </li>`;
  return html`<div class="examples">
    <p>${channel.kind === "im" ? "Write" : html`Mention <strong>@${app.name}</strong> below, write`} what is to be decided, and
      drop files beside it: the draft comes as a reply. Or send one of these.</p>
    <ul>${examples.map(card)}</ul>
  </div>`;
}
