// One message in a list, with its files and its tools.

import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { Blocks } from "../blocks/index.js";
import { askToDelete, click, edit, shortcutsFor } from "../state/doing.js";
import { dateOf } from "../state/feeds.js";
import { toSent, toTyped } from "../state/names.js";
import { dismissMessage, openThread } from "../state/reading.js";
import { now, update, useStore } from "../state/store.js";
import { Mrkdwn } from "../text/index.js";
import { Field } from "./field.js";
import { Avatar, Button, counted, endingOf, Faces, FileWords, Icon, IconButton, memo } from "./kit.js";
import { MenuButton } from "./menu.js";
import { clock, dayName, inFull, size } from "./times.js";

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
    <div>${follows ? time("small-time faint") : html`<${Avatar} person=${author} />`}</div>
    <div>
      ${ephemeral && html`<p class="row faint">
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
    ? html`<${Blocks} blocks=${message.blocks} onAction=${(action) => click({ channel: message.channel, ts: message.ts }, action)} />`
    : html`<${Mrkdwn} text=${message.text} />`;

const Replies = ({ message: { channel, ts, reply_people: people, reply_count: count, latest_reply: latest } }) =>
  html`<button type="button" class="replies wraps" onClick=${() => openThread(channel, ts)}>
    <${Faces} people=${people} /><b>${counted(count, "reply", "replies")}</b>
    ${latest && html`<span class="faint">Last: ${dayName(dateOf(latest))}, ${clock(dateOf(latest))}</span>`}
  </button>`;

function Tools({ message, inThread, editing }) {
  const isOwn = message.author.id === now().person;
  const items = [
    ...shortcutsFor(useStore((state) => state.sidebar.shortcuts), message),
    isOwn && { label: "Edit message", onPick: () => update({ editing }) },
    isOwn && { label: "Delete message", danger: true, onPick: () => askToDelete(message) },
  ];
  const reply = () => openThread(message.channel, message.thread_ts || message.ts);
  return html`<div class="tools raised" role="group" aria-label="Message">
    ${!inThread && html`<${IconButton} icon="thread" label="Reply in thread" onClick=${reply} />`}
    <${MenuButton} label="More about this message" icon="more" items=${items} />
  </div>`;
}

const Files = ({ files }) =>
  html`<ul class="files wraps" aria-label="Files">${files.map((file) => html`<li key=${file.id}><${FileCard} file=${file} /></li>`)}</ul>`;

function FileCard({ file }) {
  const { name, state, preview } = file;
  if (state === "gone") return html`<p class="faint">A file that was here is gone.</p>`;
  if (file.is_image && file.width && state === "ready") return html`<${Thumbnail} file=${file} />`;
  const about = state === "processing" ? "Being processed" : `${endingOf(name).toUpperCase()} · ${size(file.size)}`;
  return html`<div class="file raised">
    <div class="row">
      <${FileWords} name=${name} title=${file.title || name}><span class="faint">${about}</span><//>
      <a class="icon-button" href=${file.download_url} download=${name} aria-label="Download ${name}"><${Icon} name="download" /></a>
    </div>
    ${preview && html`<pre tabindex="0" aria-label="Beginning of ${name}">${preview}</pre>`}
  </div>`;
}

function Thumbnail({ file: { url, width, height, name, title, alt } }) {
  const words = alt || title || name;
  const open = () => update({ lightbox: { src: url, alt: words, title: title || name } });
  return html`<button type="button" class="thumbnail" aria-label="Open large: ${words}" onClick=${open}>
    <img src=${url} alt=${words} width=${width} height=${height} style=${{ "--shape": width / height }} loading="lazy" />
  </button>`;
}

function Editor({ message }) {
  const { sidebar } = now();
  const before = toTyped(message.text, sidebar);
  const row = useRef(null);
  const leave = () => {
    update({ editing: "" });
    row.current?.closest(".message").focus();
  };
  const save = async (text) => {
    if (text !== before) await edit(message, toSent(text, sidebar));
    leave();
  };
  const press = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
  };
  return html`<div ref=${row}><${Field} kind="editor" label="Edit message" initial=${before} isFocused onSend=${save} onKey=${press}
    buttons=${(isEmpty, isBusy) => html`<${Button} onClick=${leave}>Cancel<//>
      <button type="submit" class="button primary" disabled=${isEmpty || isBusy}>Save</button>`} /></div>`;
}
