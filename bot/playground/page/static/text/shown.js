/** Parts and pieces of a text on the page. Everything becomes a text node: there is no way in for markup. */

import { html } from "htm/preact";
import { useContext } from "preact/hooks";
import { People } from "./people.js";
import { pieceAsText } from "./plain.js";

/** @param {{parts: import("./pieces.js").Part[], people?: import("./people.js").People}} props */
export function Parts({ parts, people }) {
  const near = useContext(People);
  return parts.map((part, index) => onePart(part, people ?? near, index));
}

function onePart(part, people, key) {
  switch (part.kind) {
    case "lines":
      return html`<div class="text-lines" key=${key}>${pieces(part.of, people)}</div>`;
    case "pre":
      return html`<pre class="text-pre" key=${key} tabindex="0">${pieces(part.of, people)}</pre>`;
    case "quote":
      return html`<blockquote class="text-quote" key=${key}>${part.of.map((inner, i) => onePart(inner, people, i))}</blockquote>`;
    case "heading":
      // The page has headings of its own above a message, and no message may break their order.
      return html`<p class="text-heading" data-level=${part.level} key=${key}>${pieces(part.of, people)}</p>`;
    case "rule":
      return html`<hr class="text-rule" key=${key} />`;
    case "list":
      return list(part, people, key);
    case "grid":
      return grid(part, people, key);
    default:
      return html`<div class="bk-unknown" key=${key}>${part.type}</div>`;
  }
}

function list(part, people, key) {
  const items = part.items.map((item, i) => html`<li key=${i}>${item.map((inner, j) => onePart(inner, people, j))}</li>`);
  const style = part.indent ? { marginInlineStart: `${part.indent * 1.5}em` } : undefined;
  return part.ordered
    ? html`<ol class="text-list" key=${key} start=${part.start} style=${style}>${items}</ol>`
    : html`<ul class="text-list" key=${key} style=${style}>${items}</ul>`;
}

function grid(part, people, key) {
  const [head, ...rows] = part.rows.map((row) =>
    row.map((cell, i) => ({ style: { textAlign: part.align[i] ?? "left" }, of: pieces(cell, people) })),
  );
  return html`<div class="text-grid" key=${key} tabindex="0" role="group" aria-label="Table">
    <table>
      <thead>
        <tr>${head.map((cell, i) => html`<th key=${i} scope="col" style=${cell.style}>${cell.of}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map((row, y) => html`<tr key=${y}>${row.map((cell, i) => html`<td key=${i} style=${cell.style}>${cell.of}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

const TAGS = { bold: "strong", italic: "em", strike: "s", underline: "u", code: "code" };

const pieces = (list, people) => list.map((piece, index) => onePiece(piece, people, index));

function onePiece(piece, people, key) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "link":
      return html`<a key=${key} href=${piece.url} target="_blank" rel="noopener noreferrer">${pieces(piece.of, people)}</a>`;
    case "user":
      return mention(piece, people, key, people.onMention);
    case "channel":
      return mention(piece, people, key, people.onChannel);
    case "group":
    case "broadcast":
      return mention(piece, people, key);
    case "color":
      return html`<span key=${key} class="text-color"><i style=${{ background: piece.value }}></i>${piece.value}</span>`;
    default:
      return html`<${TAGS[piece.kind]} key=${key} class=${`text-${piece.kind}`}>${pieces(piece.of, people)}<//>`;
  }
}

function mention(piece, people, key, onClick) {
  const told = pieceAsText(piece, people);
  const forMe = piece.kind === "broadcast" || (piece.kind === "user" && piece.id === people.me);
  const looks = `text-mention${forMe ? " text-mention-me" : ""}`;
  return onClick
    ? html`<button key=${key} type="button" class=${looks} onClick=${() => onClick(piece.id)}>${told}</button>`
    : html`<span key=${key} class=${looks}>${told}</span>`;
}
