// The head of a channel: where one is, who is here, the tabs of the app.

import { html } from "htm/preact";
import { changeMembers } from "../state/doing.js";
import { goTo } from "../state/places.js";
import { update, useStore } from "../state/store.js";
import { Avatar, Faces, Icon, IconButton } from "./kit.js";
import { MenuButton } from "./menu.js";

/** The name of a channel as it is spoken of. */
export const titleOf = (channel) => channel.with?.name ?? (channel.kind === "mpim" ? channel.name : `#${channel.name}`);

/** @param {{channel: object, tab: "messages" | "home"}} props */
export function ChannelHeader({ channel, tab }) {
  const app = useStore((state) => state.sidebar.app);
  const { id, with: other, kind, topic } = channel;
  const isApp = other?.id === app.bot_user;
  return html`<header class="head row">
    <${IconButton} icon="back" label="All conversations" kind="only-phone" onClick=${() => update({ sheet: "sidebar" })} />
    <div class="grow row">
      ${other ? html`<${Avatar} person=${other} size="small" />` : html`<${Icon} name=${kind === "private" ? "lock" : "hash"} />`}
      <h1>${other?.name ?? channel.name}</h1>
      ${isApp && html`<span class="badge">APP</span>`}
      ${topic && html`<p class="topic cut">${topic}</p>`}
    </div>
    ${isApp && app.home && html`<nav class="tabs" aria-label="Of the app">
      ${["home", "messages"].map((name) => html`<button key=${name} type="button"
        aria-current=${tab === name ? "page" : undefined} onClick=${() => goTo(id, name)}>${name === "home" ? "Home" : "Messages"}</button>`)}
    </nav>`}
    ${kind !== "im" && html`<${Members} channel=${channel} app=${app} />`}
  </header>`;
}

function Members({ channel, app }) {
  const people = useStore((state) => state.sidebar.people);
  const { id, member, members, member_count: count, bot_member: hasBot } = channel;
  const here = people.filter((person) => members.includes(person.id));
  const canChange = member && !channel.archived && app.installed;
  const items = [
    { heading: true, label: `In ${titleOf(channel)}: ${here.map((person) => person.name).join(", ")}` },
    canChange && !hasBot && { label: `Add ${app.name}`, onPick: () => changeMembers("invite", id) },
    canChange && hasBot && { label: `Remove ${app.name}`, danger: true, onPick: () => changeMembers("remove", id) },
    !member && channel.kind === "public" && { label: "Join this channel", onPick: () => changeMembers("join", id) },
  ].filter(Boolean);
  return html`<${MenuButton} label="${count} members. Who is here" kind="members row" items=${items}>
    <${Faces} people=${here.slice(0, 3)} />${count}
  <//>`;
}
