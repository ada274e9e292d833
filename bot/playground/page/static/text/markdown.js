/** Standard Markdown as parts: headings, lists, tables, code, quotations, paragraphs. */

import { inlineMarkdown } from "./markdown-inline.js";
import { words } from "./pieces.js";

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$/;
const TASK = /^\[([ xX])\]\s+/;
const ALIGNED = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

/**
 * @param {string} text
 * @returns {import("./pieces.js").Part[]}
 */
export function markdown(text) {
  return parts(text.split("\n"));
}

function parts(lines) {
  const out = [];
  for (let at = 0; at < lines.length; ) {
    const reader = READERS.find(({ begins }) => begins(lines, at));
    const taken = reader ? reader.read(lines, at) : paragraph(lines, at);
    if (taken.part) out.push(taken.part);
    at = taken.next;
  }
  return out;
}

const isBlank = (line) => line.trim() === "";

const READERS = [
  { begins: (lines, at) => isBlank(lines[at]), read: (_, at) => ({ next: at + 1 }) },
  { begins: (lines, at) => FENCE.test(lines[at]), read: fence },
  { begins: (lines, at) => HEADING.test(lines[at]), read: heading },
  { begins: (lines, at) => RULE.test(lines[at]), read: (_, at) => ({ part: { kind: "rule" }, next: at + 1 }) },
  { begins: (lines, at) => QUOTE.test(lines[at]), read: quote },
  { begins: (lines, at) => ITEM.test(lines[at]), read: list },
  { begins: isGrid, read: grid },
];

function paragraph(lines, at) {
  let next = at + 1;
  while (next < lines.length && !READERS.some(({ begins }) => begins(lines, next))) next += 1;
  const text = lines.slice(at, next).map((line) => line.trim()).join("\n");
  return { part: { kind: "lines", of: inlineMarkdown(text) }, next };
}

function fence(lines, at) {
  const mark = FENCE.exec(lines[at])[1];
  let end = at + 1;
  while (end < lines.length && !lines[end].trim().startsWith(mark)) end += 1;
  return { part: { kind: "pre", of: [words(lines.slice(at + 1, end).join("\n"))] }, next: end + 1 };
}

function heading(lines, at) {
  const [, marks, text] = HEADING.exec(lines[at]);
  return { part: { kind: "heading", level: marks.length, of: inlineMarkdown(text) }, next: at + 1 };
}

function quote(lines, at) {
  let next = at;
  while (next < lines.length && QUOTE.test(lines[next])) next += 1;
  const inside = lines.slice(at, next).map((line) => line.replace(QUOTE, ""));
  return { part: { kind: "quote", of: parts(inside) }, next };
}

/** Items of one kind at one depth; what is indented deeper belongs to the item above it. */
function list(lines, at) {
  const [, indent, mark] = ITEM.exec(lines[at]);
  const ordered = /\d/.test(mark);
  const items = [];
  let next = at;
  while (next < lines.length) {
    const found = ITEM.exec(lines[next]);
    if (!found || found[1].length > indent.length + 1 || /\d/.test(found[2]) !== ordered) break;
    if (found[1].length < indent.length) break;
    let end = next + 1;
    while (end < lines.length && !isBlank(lines[end]) && /^\s/.test(lines[end]) && isDeeper(lines[end], indent)) end += 1;
    const inside = lines.slice(next + 1, end).map((line) => line.slice(indent.length + 2));
    items.push([{ kind: "lines", of: inlineMarkdown(task(found[3])) }, ...parts(inside)]);
    next = end;
  }
  return { part: { kind: "list", ordered, start: ordered ? parseInt(mark, 10) : 1, items }, next };
}

const isDeeper = (line, indent) => line.length - line.trimStart().length > indent.length + 1;
const task = (text) => text.replace(TASK, (_, mark) => (mark === " " ? "☐ " : "☑ "));

function isGrid(lines, at) {
  return lines[at].includes("|") && at + 1 < lines.length && ALIGNED.test(lines[at + 1]) && lines[at + 1].includes("|");
}

function grid(lines, at) {
  let next = at + 2;
  while (next < lines.length && lines[next].includes("|")) next += 1;
  const rows = [lines[at], ...lines.slice(at + 2, next)].map((line) => cells(line).map(inlineMarkdown));
  return { part: { kind: "grid", rows, align: cells(lines[at + 1]).map(alignment) }, next };
}

const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
const alignment = (cell) => (cell.endsWith(":") ? (cell.startsWith(":") ? "center" : "right") : "left");
