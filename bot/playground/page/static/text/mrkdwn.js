/** Slack's mrkdwn. https://docs.slack.dev/messaging/formatting-message-text */

import { ADDRESS, between, CODE, EMOJI, inline } from "./inline.js";
import { channel, decode, emojiOf, everybody, lines, link, person, pre, quote, styled } from "./shown.js";

const CONTROL = /<([^<>\n]+)>/y;
const STYLES = [[between("\\*"), "bold"], [between("_"), "italic"], [between("~"), "strike"]];
const FENCE = /\n?```\n?([^]+?)\n?```\n?/;
const TO_THE_END = /^(?:>|&gt;){3} ?/m;
const QUOTED = /((?:^(?:>|&gt;).*(?:\n|$))+)/m;

/** `people` as in shown.js; `verbatim`: addresses stay text unless they are marked as links. */
export function mrkdwn(text, people = {}, verbatim = false) {
  const rules = [
    [CONTROL, ([, inside]) => control(inside, people), true],
    [CODE, ([, inside]) => styled("code", uncoded(inside, people))],
    ...STYLES.map(([pattern, kind]) => [pattern, ([, inside], inner) => styled(kind, inner(inside))]),
    [EMOJI, ([, name]) => emojiOf(name), true],
    ...(verbatim ? [] : [[ADDRESS, ([url]) => link(decode(url), decode(url))]]),
  ];
  const read = (stretch) => lines(inline(stretch, rules, decode));
  return text.split(FENCE).flatMap((part, i) => (i % 2 ? pre(uncoded(part, people)) : paragraphs(part, read)));
}

function paragraphs(text, read) {
  const end = text.search(TO_THE_END);
  const before = end < 0 ? text : text.slice(0, Math.max(0, end - 1));
  const runs = before.split(QUOTED).map((run, i) => {
    if (!run) return "";
    const kept = run.replace(/\n$/, "");
    return i % 2 ? quote(read(kept.replace(/^(?:>|&gt;) ?/gm, ""))) : read(kept);
  });
  return end < 0 ? runs : [...runs, quote(read(text.slice(end).replace(TO_THE_END, "")))];
}

/** What stands between `<` and `>`: a link or a mention. */
function control(inside, people) {
  const [target, ...rest] = inside.split("|");
  const label = decode(rest.join("|"));
  const id = target.slice(1);
  if (target[0] === "@") return person(id, label.replace(/^@/, ""), people);
  if (target[0] === "#") return channel(id, label, people);
  if (target[0] === "!") return special(id, label);
  const url = decode(target);
  return /^[a-z][a-z0-9+.-]*:/i.test(url) ? link(url, label || url.replace(/^mailto:/, "")) : `<${decode(inside)}>`;
}

function special(command, label) {
  const [name, id] = command.split("^");
  if (name === "subteam") return everybody(label.replace(/^@/, "") || id, false);
  return ["here", "channel", "everyone"].includes(name) ? everybody(name) : label || `<${name}>`;
}

/** Code: its links and mentions are kept, and nothing else is read. */
const uncoded = (text, people) =>
  text.split(/<([^<>\n]+)>/).map((part, i) => (i % 2 ? control(part, people) : decode(part)));
