// One message in a list, with its files and its tools.

import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Blocks } from "../blocks/index.js";
import { askToDelete, click, edit, shortcut } from "../state/doing.js";
import { dateOf } from "../state/feeds.js";
import { toSent, toTyped } from "../state/names.js";
import { dismissMessage, openThread } from "../state/reading.js";
import { now, update, useStore } from "../state/store.js";
import { Mrkdwn } from "../text/index.js";
import { Avatar, Button, counted, Faces, FileWords, Icon, IconButton, memo } from "./kit.js";
import { MenuButton } from "./menu.js";
import { clock, inFull, moment, size } from "./times.js";

const WIDEST = 380; // px
const HIGHEST = 300; // px

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
  html`<button type="button" class="replies row" onClick=${() => openThread(channel, ts)}>
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
  ];
  const reply = () => openThread(message.channel, message.thread_ts || message.ts);
  return html`<div class="tools raised" role="group" aria-label="Message">
    ${!inThread && html`<${IconButton} icon="thread" label="Reply in thread" onClick=${reply} />`}
    <${MenuButton} label="More about this message" items=${items}><${Icon} name="more" /><//>
  </div>`;
}

/** Files under a message: pictures as thumbnails of their own shape, others as cards. */
const Files = ({ files }) =>
  html`<ul class="files wraps" aria-label="Files">${files.map((file) => html`<li key=${file.id}><${FileCard} file=${file} /></li>`)}</ul>`;

function FileCard({ file }) {
  const { name, state, preview, filetype } = file;
  if (state === "gone") return html`<p class="faint">A file that was here is gone.</p>`;
  if (file.is_image && file.width && state === "ready") return html`<${Thumbnail} file=${file} />`;
  const about = state === "processing" ? "Being processed" : `${(filetype || "file").toUpperCase()} · ${size(file.size)}`;
  return html`<div class="file raised">
    <div class="row">
      <${FileWords} name=${file.title || name} sign=${filetype || "file"}><span class="faint">${about}</span><//>
      <a class="icon-button" href=${file.download_url} download=${name} aria-label="Download ${name}"><${Icon} name="download" /></a>
    </div>
    ${preview && html`<pre class="code" tabindex="0" aria-label="Beginning of ${name}">${preview}</pre>`}
  </div>`;
}

function Thumbnail({ file: { url, width, height, name, title, alt } }) {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  const words = alt || title || name;
  const open = () => update({ lightbox: { src: url, alt: words, title: title || name } });
  return html`<button type="button" class="thumbnail" aria-label="Open large: ${words}" onClick=${open}>
    <img src=${url} alt=${words} width=${Math.round(width * scale)} height=${Math.round(height * scale)} loading="lazy" decoding="async" />
  </button>`;
}

/** The field in which an own message is changed. */
function Editor({ message }) {
  const { sidebar } = now();
  const [text, setText] = useState(() => toTyped(message.text, sidebar));
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const field = useRef(null);
  useLayoutEffect(() => {
    field.current.focus();
    field.current.setSelectionRange(text.length, text.length);
  }, []);
  const leave = () => {
    const row = field.current?.closest(".message");
    update({ editing: "" });
    row?.focus();
  };
  const save = async () => {
    const sent = toSent(text, sidebar);
    if (!sent || text === toTyped(message.text, sidebar)) {
      leave();
      return;
    }
    setBusy(true);
    try {
      const row = field.current.closest(".message");
      await edit(message, sent);
      row.focus();
    } catch (refusal) {
      setError(refusal.message);
      setBusy(false);
    }
  };
  const press = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  };
  return html`<div class="editor field">
    <textarea ref=${field} rows="2" aria-label="Edit message" value=${text} onInput=${(event) => setText(event.target.value)}
      onKeyDown=${press}></textarea>
    <div class="row">
      ${error && html`<span class="notice" role="alert">${error}</span>`}
      <${Button} onClick=${leave}>Cancel<//>
      <${Button} kind="primary" disabled=${isBusy} onClick=${save}>Save<//>
    </div>
  </div>`;
}
