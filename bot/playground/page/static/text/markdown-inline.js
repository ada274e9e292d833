/** One stretch of standard Markdown, read into pieces: the subset that Slack's markdown block shows. */

import { emojiOf } from "./emoji.js";
import { joined, linked, words } from "./pieces.js";

const DEEPEST = 6; // levels of one mark inside another
const LONGEST = 2_000; // characters between two marks: what keeps unclosed ones cheap

const styled = (kind) => (found, depth) => [{ kind, of: nested(found[1], depth) }];
const between = (mark) =>
  new RegExp(`${mark}(?=\\S)((?:(?!${mark})[^]){0,${LONGEST}}?\\S)${mark}(?![\\p{L}\\p{N}])`, "uy");

// In the order in which they are tried. What is not closed stays text.
const RULES = [
  [/\\([!-/:-@[-`{-~])/y, (found) => [words(found[1])]],
  [/`([^`\n]+)`/y, (found) => [{ kind: "code", of: [words(found[1])] }]],
  [/!?\[([^\]\n]*)\]\(([^\s)]+)\)/y, (found, depth) => linked(found[2], nested(found[1] || found[2], depth))],
  [/<(https?:\/\/[^\s<>]+)>/y, (found) => linked(found[1], [words(found[1])])],
  [between("\\*\\*"), styled("bold")],
  [between("__"), styled("bold")],
  [between("~~"), styled("strike")],
  [between("\\*"), styled("italic")],
  [between("_"), styled("italic")],
  [/https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"*_~]/y, (found) => linked(found[0], [words(found[0])])],
  [/:([a-z0-9_+-]+):/y, (found) => [words(emojiOf(found[1]) ?? found[0])]],
];
const STARTS = /[\\`![<*_~h:]/g;
const WORD = /[\p{L}\p{N}]$/u;

/**
 * @param {string} text
 * @returns {import("./pieces.js").Piece[]}
 */
export const inlineMarkdown = (text) => nested(text, 0);

function nested(text, depth) {
  if (depth > DEEPEST) return [words(text)];
  const out = [];
  let done = 0;
  for (const { index } of text.matchAll(STARTS)) {
    const found = index >= done && read(text, index, depth + 1);
    if (!found) continue;
    out.push(words(text.slice(done, index)), ...found.pieces);
    done = found.end;
  }
  out.push(words(text.slice(done)));
  return joined(out).filter((piece) => piece.kind !== "text" || piece.text);
}

function read(text, at, depth) {
  // An underscore inside a word is a part of its name, and so is the h of http.
  if ("_h".includes(text[at]) && WORD.test(text.slice(Math.max(0, at - 2), at))) return undefined;
  for (const [pattern, pieces] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { pieces: pieces(found, depth), end: pattern.lastIndex };
  }
  return undefined;
}
