// One message in a list.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { Blocks } from "../blocks/index.js";
import { Mrkdwn } from "../text/index.js";
import { dismissMessage } from "../state/channels.js";
import { askToDelete, clickMessage, shortcut } from "../state/doing.js";
import { dateOf } from "../state/feeds.js";
import { now, update, useStore } from "../state/store.js";
import { openThread } from "../state/thread.js";
import { Avatar } from "./avatar.js";
import { Editor } from "./editor.js";
import { Files } from "./files.js";
import { Icon } from "./icons.js";
import { memo } from "./memo.js";
import { MenuButton } from "./menu.js";
import { clock, inFull, moment } from "./times.js";

/** The key of a message among those of all channels. */
export const keyOf = ({ channel, ts }) => `${channel} ${ts}`;

/** @param {{message: object, follows: boolean, inThread: boolean}} props */
export const MessageRow = memo(function MessageRow({ message, follows, inThread }) {
  const isEditing = useStore((state) => state.editing === `${inThread} ${keyOf(message)}`);
  const isOpenThread = useStore((state) => !inThread && state.thread?.ts === message.ts);
  const classes = ["message"];
  if (follows) {
    classes.push("follows");
  }
  if (message.ephemeral) {
    classes.push("ephemeral");
  }
  if (isOpenThread) {
    classes.push("in-thread");
  }
  const [isNear, setNear] = useState(false); // its tools cost more than its text: they come when looked for
  const near = () => setNear(true);
  const { author, ts } = message;
  const when = dateOf(ts);
  return html`<div class=${classes.join(" ")} role="listitem" tabindex="-1" data-ts=${ts} onPointerEnter=${near} onFocusIn=${near}>
    <div class="gutter">
      ${follows
        ? html`<time class="small-time" datetime=${when.toISOString()} title=${inFull(when)}>${clock(when)}</time>`
        : html`<${Avatar} person=${author} />`}
    </div>
    <div class="message-body">
      ${message.ephemeral && html`<${OnlyYou} message=${message} />`}
      <div class=${follows ? "visually-hidden" : "message-head"}>
        <span class="author">${author.name}</span>
        ${author.is_bot && html`<span class="badge">APP</span>`}
        <time datetime=${when.toISOString()} title=${inFull(when)}>${clock(when)}</time>
        ${message.edited && html`<span class="edited">(edited)</span>`}
      </div>
      ${isEditing
        ? html`<${Editor} message=${message} />`
        : html`<${Content} message=${message} />
            ${message.files.length > 0 && html`<${Files} files=${message.files} />`}`}
      ${!inThread && message.reply_count > 0 && html`<${Replies} message=${message} />`}
      ${!inThread && message.is_reply && html`<${FromThread} message=${message} />`}
    </div>
    ${isNear && !isEditing && !message.ephemeral && html`<${Tools} message=${message} inThread=${inThread} />`}
  </div>`;
});

function Content({ message }) {
  const click = (action) => clickMessage(message, action);
  if (message.blocks.length > 0) {
    return html`<div class="content">
      <${Blocks} blocks=${message.blocks} message=${message} person=${now().person} onAction=${click} />
    </div>`;
  }
  return message.text ? html`<div class="content"><${Mrkdwn} text=${message.text} /></div>` : null;
}

const OnlyYou = ({ message }) =>
  html`<p class="only-you">
    <${Icon} name="eye" /> Only visible to you
    <button type="button" class="link" onClick=${() => dismissMessage(message)}>Dismiss</button>
  </p>`;

const Replies = ({ message }) =>
  html`<button type="button" class="replies" onClick=${() => openThread(message.channel, message.ts)}>
    <span class="reply-people">
      ${message.reply_people.map((person) => html`<${Avatar} key=${person.id} person=${person} size="tiny" />`)}
    </span>
    <span class="reply-count">${message.reply_count} ${message.reply_count === 1 ? "reply" : "replies"}</span>
    ${message.latest_reply && html`<span class="reply-last">Last ${moment(dateOf(message.latest_reply))}</span>`}
  </button>`;

const FromThread = ({ message }) =>
  html`<button type="button" class="link" onClick=${() => openThread(message.channel, message.thread_ts)}>
    Open the thread
  </button>`;

function Tools({ message, inThread }) {
  const [copied, setCopied] = useState(false);
  const shortcuts = useStore((state) => state.sidebar.shortcuts);
  const isOwn = message.author.id === now().person;
  const root = message.thread_ts || message.ts;
  const copy = async () => {
    await navigator.clipboard?.writeText(message.text);
    setCopied(true);
  };
  const items = [
    ...shortcuts
      .filter((one) => one.type === "message")
      .map((one) => ({
        label: one.name,
        hint: one.description,
        onPick: () => shortcut(one.callback_id, message),
      })),
    { label: copied ? "Copied" : "Copy text", onPick: copy },
    isOwn && { label: "Edit message", onPick: () => update({ editing: `${inThread} ${keyOf(message)}` }) },
    isOwn && { label: "Delete message", danger: true, onPick: () => askToDelete(message) },
  ].filter(Boolean);
  return html`<div class="tools" role="group" aria-label="Message">
    ${!inThread &&
    html`<button
      type="button"
      class="icon-button"
      aria-label="Reply in thread"
      title="Reply in thread"
      onClick=${() => openThread(message.channel, root)}
    >
      <${Icon} name="thread" />
    </button>`}
    <${MenuButton} label="More about this message" items=${items}><${Icon} name="more" /><//>
  </div>`;
}
