// Names as people type them, and ids as they are sent.

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The names that stand for ids here, longest first, so that "Ann Lee" is not taken for "Ann". */
const names = ({ people, channels }) =>
  [
    ...people.map(({ id, name }) => ({ typed: `@${name}`, sent: `<@${id}>` })),
    ...channels.map(({ id, name }) => ({ typed: `#${name}`, sent: `<#${id}|${name}>` })),
  ].sort((one, other) => other.typed.length - one.typed.length);

/** What is typed, with ids for names; the server escapes the rest. */
export function toSent(typed, sidebar) {
  const all = names(sidebar);
  const known = new Map(all.map((name) => [name.typed.toLowerCase(), name.sent]));
  const pattern = new RegExp(`(?<![\\w@#])(?:${all.map((name) => literally(name.typed)).join("|")})(?![\\w-])`, "gi");
  return all.length ? typed.trim().replace(pattern, (found) => known.get(found.toLowerCase())) : typed.trim();
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
