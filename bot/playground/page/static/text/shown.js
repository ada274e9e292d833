/** What texts are made of on the page. Everything becomes a text node: there is no way in for markup. */

import { createContext } from "preact";
import { html } from "htm/preact";

/**
 * Who and what the ids in a text stand for; without it they are shown as they are. It has `me`, `user(id)`,
 * `channel(id)`, `users()`, `conversations()`, `onMention(id)` and `onChannel(id)`.
 */
export const People = createContext({});

const TAGS = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

export const styled = (kind, of) => html`<${TAGS[kind]} class="text-${kind}">${of}<//>`;
export const lines = (of) => html`<div class="text-lines">${of}</div>`;
export const pre = (of) => html`<pre tabindex="0">${of}</pre>`;
export const quote = (of) => html`<blockquote>${of}</blockquote>`;

/** A link, or only its label where the address is not one to follow: a text may name any scheme. */
export const link = (url, of, looks) =>
  /^(https?:\/\/|mailto:|tel:)/i.test(url) ? html`<a href=${url} target="_blank" rel="noopener noreferrer" ...${looks}>${of}</a>` : of;

const mention = (told, forMe, onClick) => {
  const looks = `text-mention${forMe ? " me" : ""}`;
  return onClick
    ? html`<button type="button" class=${looks} onClick=${onClick}>${told}</button>`
    : html`<span class=${looks}>${told}</span>`;
};

export const person = (id, label, { me, user, onMention }) =>
  mention(`@${user?.(id)?.name ?? (label || id)}`, id === me, onMention && (() => onMention(id)));
export const channel = (id, label, { channel: named, onChannel }) =>
  mention(`#${named?.(id)?.name ?? (label || id)}`, false, onChannel && (() => onChannel(id)));
/** Everybody at once, or a group of people. */
export const everybody = (name, forMe = true) => mention(`@${name}`, forMe);

/** @param {any[][]} items each a list of what it holds */
export function list(items, { ordered = false, start = 1, indent = 0 } = {}) {
  const style = { marginInlineStart: `${indent * 1.5}em` };
  return html`<${ordered ? "ol" : "ul"} class="text-list" start=${ordered ? start : undefined} style=${style}>
    ${items.map((item) => html`<li>${item}</li>`)}
  <//>`;
}

/** @param {any[][]} rows the first heads it @param {(column: number) => object} look the style of a column */
export function table([head, ...rows], look) {
  return html`<div class="text-table" tabindex="0" role="group" aria-label="Table">
    <table>
      <thead><tr>${head.map((cell, x) => html`<th scope="col" style=${look(x)}>${cell}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell, x) => html`<td style=${look(x)}>${cell}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

const ENTITIES = { amp: "&", lt: "<", gt: ">" };
// Any other name stays as it was written.
const EMOJI = new Map(
  Object.entries({
    "+1": "👍", "-1": "👎", white_check_mark: "✅", x: "❌", warning: "⚠️", eyes: "👀", wave: "👋", tada: "🎉", bulb: "💡",
    memo: "📝", question: "❓", heart: "❤️", smile: "😄", pray: "🙏", rocket: "🚀", thinking_face: "🤔",
  }),
);

/** Entities are read once: `&amp;lt;` is the text `&lt;`. */
export const decode = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ENTITIES[name]);

export const emojiOf = (name) => EMOJI.get(name) ?? null;

/** The words of a plain_text object. */
export function wordsOf(object) {
  const text = decode(object?.text ?? "");
  return object?.emoji === false ? text : text.replace(/:([a-z0-9_+-]+):/g, (all, name) => emojiOf(name) ?? all);
}
