/** What stands between `<` and `>` in Slack's texts: links, mentions, dates. */

import { dated } from "./dates.js";
import { decode } from "./entities.js";
import { linked, words } from "./pieces.js";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The pieces of one control sequence.
 * @param {string} inside what stands between the brackets
 * @returns {import("./pieces.js").Piece[]}
 */
export function control(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? "" : decode(inside.slice(bar + 1));
  if (target.startsWith("@")) return [{ kind: "user", id: target.slice(1), label }];
  if (target.startsWith("#")) return [{ kind: "channel", id: target.slice(1), label }];
  if (target.startsWith("!")) return special(target.slice(1), label);
  const url = decode(target);
  if (!SCHEME.test(url)) return [words(`<${decode(inside)}>`)];
  return linked(url, [words(label || url.replace(/^mailto:/, ""))]);
}

function special(command, label) {
  const [name, ...rest] = command.split("^");
  if (name === "subteam") return [{ kind: "group", id: rest[0] ?? "", label }];
  if (name === "date") return moment(rest, label);
  if (["here", "channel", "everyone"].includes(name)) return [{ kind: "broadcast", range: name }];
  return [words(label || `<${name}>`)];
}

function moment([seconds, format, url], fallback) {
  const shown = words(dated(Number(seconds), decode(format ?? "")) || fallback);
  return url ? linked(decode(url), [shown]) : [shown];
}
