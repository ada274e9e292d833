/** A text without its marks: for titles, labels and previews. */

import { mrkdwn } from "./mrkdwn.js";

/**
 * @param {string} text in mrkdwn
 * @param {import("./people.js").People} [people]
 * @returns {string} on one line
 */
export const plainOf = (text, people = {}) => partsAsText(mrkdwn(text), people).replace(/\s+/g, " ").trim();

function partsAsText(parts, people) {
  return parts.map((part) => ("of" in part ? ofPart(part, people) : "")).join("\n");
}

const ofPart = (part, people) =>
  part.kind === "quote" ? partsAsText(part.of, people) : part.of.map((piece) => pieceAsText(piece, people)).join("");

/**
 * @param {import("./pieces.js").Piece} piece
 * @param {import("./people.js").People} people
 */
export function pieceAsText(piece, people) {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "user":
      return `@${people.user?.(piece.id)?.name ?? (piece.label || piece.id)}`;
    case "channel":
      return `#${people.channel?.(piece.id)?.name ?? (piece.label || piece.id)}`;
    case "group":
      return `@${people.group?.(piece.id)?.handle ?? (piece.label.replace(/^@/, "") || piece.id)}`;
    case "broadcast":
      return `@${piece.range}`;
    case "color":
      return piece.value;
    default:
      return piece.of.map((inner) => pieceAsText(inner, people)).join("");
  }
}
