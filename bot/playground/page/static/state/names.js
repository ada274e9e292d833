// Names and commands as people type them, and ids as they are sent.

import { decode } from "../text/words.js";

const MOST = 8; // suggestions

/**
 * What may be completed where the caret stands; `start`: where the typed part begins.
 * @returns {{start: number, suggestions: {key: string, label: string, hint?: string, insert: string}[]} | null}
 */
export function completionAt(text, caret, { commands, people, channels }) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) {
    return offer(0, before, commands.filter(({ name }) => name.startsWith(before)).map(ofCommand));
  }
  const mention = /(?<![\w@])@([\p{L}\w.-]*(?: [\p{L}\w.-]*)?)$/u.exec(before);
  if (mention) return offer(mention.index, mention[0], peopleFor(mention[1].toLowerCase(), people).map(ofPerson));
  const channel = /(?<![\w#&])#([\w-]*)$/.exec(before);
  const isMeant = ({ name }) => name.includes(channel[1].toLowerCase());
  return channel && offer(channel.index, channel[0], channels.filter(isMeant).map(ofChannel));
}

/** Nothing is offered where all is typed already, so that Enter sends. */
function offer(start, typed, suggestions) {
  const [first, ...others] = suggestions;
  const isWhole = !others.length && first?.insert.trim().toLowerCase() === typed.toLowerCase();
  return first && !isWhole ? { start, suggestions: suggestions.slice(0, MOST) } : null;
}

const ofCommand = ({ name, description, usage_hint: usage }) => ({
  key: name, label: name, hint: usage || description, insert: `${name} `, icon: "bolt",
});
const ofPerson = (person) => ({
  key: person.id, label: person.name, hint: person.is_bot ? "App" : person.handle, insert: `@${person.name} `, person,
});
const ofChannel = ({ id, name, kind }) => ({
  key: id, label: name, insert: `#${name} `, icon: kind === "private" ? "lock" : "hash",
});

/** Who is meant by what was typed; the app first, since it is mentioned most here. */
function peopleFor(typed, people) {
  const parts = (person) => [person.name, person.handle ?? "", ...person.name.split(" ")];
  const matches = people.filter((person) => parts(person).some((part) => part.toLowerCase().startsWith(typed)));
  return matches.sort((one, other) => Number(other.is_bot) - Number(one.is_bot));
}

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
  return decode(named);
}
