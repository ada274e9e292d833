// The head of a channel: where one is, who is here, the tabs of the app.

import { html } from "htm/preact";
import { changeMembers } from "../state/doing.js";
import { goTo } from "../state/session.js";
import { update, useStore } from "../state/store.js";
import { Avatar } from "./avatar.js";
import { Icon } from "./icons.js";
import { MenuButton } from "./menu.js";

/** The name of a channel as it is spoken of. */
export const titleOf = (channel) =>
  channel.with ? channel.with.name : channel.kind === "mpim" ? channel.name : `#${channel.name}`;

/** @param {{channel: object, tab: "messages" | "home"}} props */
export function ChannelHeader({ channel, tab }) {
  const app = useStore((state) => state.sidebar.app);
  const isApp = channel.with?.id === app.bot_user;
  return html`<header class="head">
    <button
      type="button"
      class="icon-button only-phone"
      aria-label="All conversations"
      onClick=${() => update({ sheet: "sidebar" })}
    >
      <${Icon} name="back" />
    </button>
    <div class="head-title">
      ${channel.with
        ? html`<${Avatar} person=${channel.with} size="small" />`
        : html`<${Icon} name=${channel.kind === "private" ? "lock" : "hash"} />`}
      <h1>${channel.with ? channel.with.name : channel.name}</h1>
      ${isApp && html`<span class="badge">APP</span>`}
      ${channel.topic && html`<p class="topic">${channel.topic}</p>`}
    </div>
    ${isApp && app.home && html`<${Tabs} channel=${channel} tab=${tab} />`}
    ${channel.kind !== "im" && html`<${Members} channel=${channel} />`}
  </header>`;
}

const Tabs = ({ channel, tab }) =>
  html`<nav class="tabs" aria-label="Of the app">
    ${["home", "messages"].map(
      (name) =>
        html`<button
          key=${name}
          type="button"
          class="tab"
          aria-current=${tab === name ? "page" : undefined}
          onClick=${() => goTo(channel.id, name)}
        >
          ${name === "home" ? "Home" : "Messages"}
        </button>`,
    )}
  </nav>`;

function Members({ channel }) {
  const people = useStore((state) => state.sidebar.people);
  const app = useStore((state) => state.sidebar.app);
  const here = people.filter((person) => channel.members.includes(person.id));
  const canChange = channel.member && !channel.archived && app.installed;
  const items = [
    { heading: true, label: `In ${titleOf(channel)}: ${here.map((person) => person.name).join(", ")}` },
    canChange && !channel.bot_member
      ? { label: `Add ${app.name}`, onPick: () => changeMembers("invite", channel.id) }
      : null,
    canChange && channel.bot_member
      ? { label: `Remove ${app.name}`, danger: true, onPick: () => changeMembers("remove", channel.id) }
      : null,
    !channel.member && channel.kind === "public"
      ? { label: "Join this channel", onPick: () => changeMembers("join", channel.id) }
      : null,
  ].filter(Boolean);
  return html`<${MenuButton}
    label=${`${channel.member_count} members. Who is here`}
    className="members"
    items=${items}
  >
    <span class="member-faces">
      ${here.slice(0, 3).map((person) => html`<${Avatar} key=${person.id} person=${person} size="tiny" />`)}
    </span>
    ${channel.member_count}
  <//>`;
}
