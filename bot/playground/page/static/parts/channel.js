// The middle of the page: one channel, or the app's home.

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { Blocks } from "../blocks/index.js";
import { loadOlder, markRead, openChannel } from "../state/channels.js";
import { changeMembers, clickView } from "../state/doing.js";
import { canWrite, channelOf } from "../state/sidebar.js";
import { useStore } from "../state/store.js";
import { Composer } from "./composer.js";
import { DropPane } from "./drop.js";
import { Examples } from "./examples.js";
import { ChannelHeader, titleOf } from "./header.js";
import { Button, Quiet } from "./kit.js";
import { MessageList } from "./message-list.js";

/** The middle of the page. */
export function Main() {
  const place = useStore((state) => state.place);
  const person = useStore((state) => state.person);
  const channel = useStore((state) => channelOf(state, state.place?.channel));
  const title = channel && titleOf(channel);
  const draft = `${person}-${channel?.id}`;
  return html`<main class="main column" id="main" tabindex="-1">
    ${channel && html`<${ChannelHeader} channel=${channel} tab=${place.tab} />`}
    ${channel && place.tab === "home" && html`<${Home} person=${person} />`}
    ${channel && place.tab !== "home" && html`<${DropPane} draft=${canWrite(channel) && draft} where=${title} label="Conversation in ${title}">
      <${Feed} key=${draft} channel=${channel} person=${person} />
      <${Foot} channel=${channel} draft=${draft} />
    <//>`}
  </main>`;
}

function Home({ person }) {
  const view = useStore((state) => state.home);
  return html`<section class="home" tabindex="0" aria-label="Home of the app">
    <h2 class="visually-hidden">Home</h2>
    ${view
      ? html`<div><${Blocks} blocks=${view.blocks} person=${person} onAction=${(action) => clickView(view, action)} /></div>`
      : html`<${Quiet}>The app has shown nothing here yet.<//>`}
  </section>`;
}

function Foot({ channel, draft }) {
  const { name, installed } = useStore((state) => state.sidebar.app);
  if (channel.archived) return html`<p class="foot-note">This channel is archived.</p>`;
  if (!canWrite(channel)) {
    return html`<div class="foot-note wraps">
      <p>You are reading <strong>#${channel.name}</strong> without being in it.</p>
      <${Button} kind="primary" onClick=${() => changeMembers("join", channel.id)}>Join<//>
    </div>`;
  }
  return html`${installed && !channel.bot_member && channel.kind !== "im" && html`<div class="foot-hint wraps">
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
    ${feed.status === "older" && html`<${Quiet}>Loading older messages<//>`}
    ${!feed.hasMore && html`<${Beginning} channel=${channel} />`}
    ${isUnasked && canWrite(channel) && html`<${Examples} channel=${channel} />`}
  </div>`;
  return html`<${MessageList} label="Messages in ${titleOf(channel)}" messages=${feed.messages} newFrom=${feed.newFrom}
    me=${person} top=${top} onNearTop=${() => loadOlder(id)} onBottom=${look} />`;
}

const Beginning = ({ channel }) =>
  html`<div class="beginning">
    <h2>${titleOf(channel)}</h2>
    <p>This is the beginning of ${channel.kind === "im" ? "your conversation with " : ""}${titleOf(channel)}. ${channel.topic}</p>
  </div>`;
