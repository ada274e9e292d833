// Names as people type them, and ids as they are sent.

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The names that stand for ids here, longest first, so that "Ann Lee" is not taken for "Ann". */
const names = ({ people, channels }) =>
  [
    ...people.map((person) => ({ typed: `@${person.name}`, sent: `<@${person.id}>` })),
    ...channels.map((channel) => ({ typed: `#${channel.name}`, sent: `<#${channel.id}|${channel.name}>` })),
  ].sort((one, other) => other.typed.length - one.typed.length);

/** What is typed, with ids for names; the server escapes the rest. */
export function toSent(typed, sidebar) {
  const all = names(sidebar);
  const known = new Map(all.map((name) => [name.typed.toLowerCase(), name.sent]));
  const pattern = all.map((name) => literally(name.typed)).join("|");
  const text = typed.trim();
  return pattern
    ? text.replace(new RegExp(`(?<![\\w@#])(?:${pattern})(?![\\w-])`, "gi"), (found) => known.get(found.toLowerCase()))
    : text;
}

/** What was sent, as it was typed. */
export function toTyped(sent, { people, channels }) {
  const nameOf = (list, id) => list.find((one) => one.id === id)?.name;
  const named = sent
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => (nameOf(people, id) ? `@${nameOf(people, id)}` : whole))
    .replace(/<#(\w+)(?:\|([^>]*))?>/g, (whole, id, label) => `#${nameOf(channels, id) ?? label ?? id}`)
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, "$1");
  return unescaped(named);
}
