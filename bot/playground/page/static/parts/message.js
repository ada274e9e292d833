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
import { Editor } from "./editor.js";
import { Files } from "./files.js";
import { Avatar, counted, Faces, Icon, IconButton, memo } from "./kit.js";
import { MenuButton } from "./menu.js";
import { clock, inFull, moment } from "./times.js";

/** @param {{message: object, follows: boolean, inThread: boolean}} props */
export const MessageRow = memo(function MessageRow({ message, follows, inThread }) {
  const { author, channel, ts, thread_ts: root, ephemeral, reply_count: count, files } = message;
  const key = `${inThread} ${channel} ${ts}`;
  const isEditing = useStore((state) => state.editing === key);
  const isOpen = useStore((state) => !inThread && state.thread?.ts === ts);
  const [isNear, setNear] = useState(false); // its tools cost more than its text: they come when looked for
  const near = () => setNear(true);
  const time = (kind) => html`<time class=${kind} datetime=${dateOf(ts).toISOString()} title=${inFull(dateOf(ts))}>${clock(dateOf(ts))}</time>`;
  const classes = `message ${follows ? "follows" : ""} ${ephemeral ? "ephemeral" : ""} ${isOpen ? "in-thread" : ""}`;
  return html`<div class=${classes} role="listitem" tabindex="-1" data-ts=${ts} onPointerEnter=${near} onFocusIn=${near}>
    <div>${follows ? time("faint small-time") : html`<${Avatar} person=${author} />`}</div>
    <div>
      ${ephemeral && html`<p class="only-you row faint">
        <${Icon} name="eye" /> Only visible to you
        <button type="button" class="link" onClick=${() => dismissMessage(message)}>Dismiss</button>
      </p>`}
      <div class=${follows ? "visually-hidden" : "message-head"}>
        <strong>${author.name}</strong>
        ${author.is_bot && html`<span class="badge">APP</span>`}
        ${time("faint")}
        ${message.edited && html`<span class="faint">(edited)</span>`}
      </div>
      ${isEditing
        ? html`<${Editor} message=${message} />`
        : html`<div class="content"><${Content} message=${message} /></div>${files.length > 0 && html`<${Files} files=${files} />`}`}
      ${!inThread && count > 0 && html`<${Replies} message=${message} />`}
      ${!inThread && message.is_reply && html`<button type="button" class="link" onClick=${() => openThread(channel, root)}>Open the thread</button>`}
    </div>
    ${isNear && !isEditing && !ephemeral && html`<${Tools} message=${message} inThread=${inThread} editing=${key} />`}
  </div>`;
});

const Content = ({ message }) =>
  message.blocks.length
    ? html`<${Blocks} blocks=${message.blocks} message=${message} person=${now().person} onAction=${(action) => clickMessage(message, action)} />`
    : html`<${Mrkdwn} text=${message.text} />`;

const Replies = ({ message: { channel, ts, reply_people: people, reply_count: count, latest_reply: latest } }) =>
  html`<button type="button" class="replies" onClick=${() => openThread(channel, ts)}>
    <${Faces} people=${people} /><b>${counted(count, "reply", "replies")}</b>
    ${latest && html`<span class="faint">Last ${moment(dateOf(latest))}</span>`}
  </button>`;

function Tools({ message, inThread, editing }) {
  const shortcuts = useStore((state) => state.sidebar.shortcuts);
  const isOwn = message.author.id === now().person;
  const items = [
    ...shortcuts
      .filter((one) => one.type === "message")
      .map((one) => ({ label: one.name, hint: one.description, onPick: () => shortcut(one.callback_id, message) })),
    { label: "Copy text", onPick: () => navigator.clipboard?.writeText(message.text) },
    isOwn && { label: "Edit message", onPick: () => update({ editing }) },
    isOwn && { label: "Delete message", danger: true, onPick: () => askToDelete(message) },
  ].filter(Boolean);
  const reply = () => openThread(message.channel, message.thread_ts || message.ts);
  return html`<div class="tools raised" role="group" aria-label="Message">
    ${!inThread && html`<${IconButton} icon="thread" label="Reply in thread" onClick=${reply} />`}
    <${MenuButton} label="More about this message" items=${items}><${Icon} name="more" /><//>
  </div>`;
}
