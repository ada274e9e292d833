/** Slack's mrkdwn as parts: fenced code, quotations, lines. */

import { inline, uncoded } from "./inline.js";

const FENCE = /```([\s\S]+?)```/g;
const QUOTED = /^(?:>|&gt;) ?/;
const QUOTED_TO_THE_END = /^(?:>>>|(?:&gt;){3}) ?/;

/**
 * @param {string} text
 * @param {{verbatim?: boolean}} [options]
 * @returns {import("./pieces.js").Part[]}
 */
export function mrkdwn(text, options = {}) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(FENCE)) {
    parts.push(...paragraphs(text.slice(at, found.index).replace(/\n$/, ""), options));
    parts.push({ kind: "pre", of: uncoded(found[1].replace(/^\n/, "").replace(/\n$/, "")) });
    at = found.index + found[0].length;
  }
  parts.push(...paragraphs(parts.length ? text.slice(at).replace(/^\n/, "") : text, options));
  return parts;
}

/** Lines, and runs of lines that begin with the mark of a quotation. */
function paragraphs(text, options) {
  const parts = [];
  const lines = text === "" ? [] : text.split("\n");
  for (let at = 0; at < lines.length; ) {
    if (QUOTED_TO_THE_END.test(lines[at])) {
      const rest = lines.slice(at).join("\n").replace(QUOTED_TO_THE_END, "");
      return [...parts, quoted(rest, options)];
    }
    const isQuoted = QUOTED.test(lines[at]);
    const start = at;
    const goesOn = (line) => QUOTED.test(line) === isQuoted && !QUOTED_TO_THE_END.test(line);
    while (at < lines.length && goesOn(lines[at])) at += 1;
    const run = lines.slice(start, at);
    parts.push(
      isQuoted
        ? quoted(run.map((line) => line.replace(QUOTED, "")).join("\n"), options)
        : { kind: "lines", of: inline(run.join("\n"), options) },
    );
  }
  return parts;
}

const quoted = (text, options) => ({ kind: "quote", of: [{ kind: "lines", of: inline(text, options) }] });
