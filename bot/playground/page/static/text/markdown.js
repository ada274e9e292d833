/** Standard Markdown: what Slack's markdown block shows of it. */

import { html } from "htm/preact";
import { ADDRESS, between, CODE, EMOJI, inline } from "./inline.js";
import { emojiOf, lines, link, list, pre, quote, styled, table } from "./shown.js";

const same = (text) => text;
const style = (mark, kind) => [between(mark), ([, inside], inner) => styled(kind, inner(inside))];
// In the order in which they are tried. What is not closed stays text.
const RULES = [
  [/\\([!-/:-@[-`{-~])/y, ([, character]) => character, true],
  [CODE, ([, inside]) => styled("code", inside), true],
  [/!?\[([^\]\n]*)\]\(([^\s)]+)\)/y, ([, label, url], inner) => link(url, inner(label || url)), true],
  [/<(https?:\/\/[^\s<>]+)>/y, ([, url]) => link(url, url), true],
  style("\\*\\*", "bold"),
  style("__", "bold"),
  style("~~", "strike"),
  style("\\*", "italic"),
  style("_", "italic"),
  [ADDRESS, ([url]) => link(url, url)],
  [EMOJI, ([, name]) => emojiOf(name), true],
];
const read = (text) => inline(text, RULES, same);

// What a block begins with, in the order in which they are tried; the last takes any line.
const BLOCKS = [
  [/\n/y, () => ""],
  [/```.*\n([^]*?)(?:\n?```.*\n?|$)/y, ([, code]) => pre(code)],
  // The page has headings of its own above a message, and no message may break their order.
  [/(#{1,6}) +(.*)\n?/y, ([, marks, text]) => html`<p class="text-heading" data-level=${marks.length}>${read(text)}</p>`],
  [/([-*_])(?: *\1){2,} *(?:\n|$)/y, () => html`<hr />`],
  [/(?:>.*\n?)+/y, ([text]) => quote(markdown(text.replace(/^> ?/gm, "")))],
  [/(?:(?:[-*+]|\d+[.)]) .*\n?(?: +.*\n?)*)+/y, ([text]) => listed(text)],
  [/[^|\n]*\|.*\n[ |:-]*-[ |:-]*(?:\n[^|\n]*\|.*)*\n?/y, ([text]) => grid(text)],
  [/.*\n?/y, ([text]) => lines(read(text.trim()))],
];

export function markdown(text) {
  const shown = [];
  for (let at = 0; at < text.length; ) {
    for (const [pattern, show] of BLOCKS) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (!found) continue;
      at += found[0].length;
      shown.push(show(found));
      break;
    }
  }
  return shown;
}

const listed = (text) => list(items(text), { ordered: /^\d/.test(text), start: parseInt(text, 10) });

/** What is indented belongs to the item above it. */
const items = (text) =>
  text.split(/^(?:[-*+]|\d+[.)]) +/m).slice(1).map((item) => {
    const [, indent = ""] = /\n( +)/.exec(item) ?? [];
    return markdown(item.replaceAll(`\n${indent}`, "\n"));
  });

function grid(text) {
  const [head, marks, ...rows] = text.trim().split("\n").map((row) => row.replace(/^ *\||\| *$/g, "").split("|"));
  const sides = marks.map((mark) => (/^ *:.*: *$/.test(mark) ? "center" : /: *$/.test(mark) ? "right" : "left"));
  return table([head, ...rows].map((row) => row.map((cell) => read(cell.trim()))), (x) => ({ textAlign: sides[x] }));
}
