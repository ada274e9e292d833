// Names and commands as people type them, and ids as they are sent.

import { decode } from "../text/shown.js";

const MOST = 8; // suggestions

/**
 * What may be completed where the caret stands; `start`: where the typed part begins.
 * @returns {{start: number, options: {key: string, label: string, hint?: string, insert: string}[]} | null}
 */
export function completionAt(text, caret, { commands, people }) {
  const before = text.slice(0, caret);
  if (/^\/\S*$/.test(before)) {
    return offer(0, before, commands.filter(({ name }) => name.startsWith(before)).map(ofCommand));
  }
  const mention = /(?<![\w@])@([\p{L}\w.-]*(?: [\p{L}\w.-]*)?)$/u.exec(before);
  return mention && offer(mention.index, mention[0], peopleFor(mention[1].toLowerCase(), people).map(ofPerson));
}

/** Nothing is offered where all is typed already, so that Enter sends. */
function offer(start, typed, options) {
  const [first, ...others] = options;
  const isWhole = !others.length && first?.insert.trim().toLowerCase() === typed.toLowerCase();
  return first && !isWhole ? { start, options: options.slice(0, MOST) } : null;
}

const ofCommand = ({ name, description, usage_hint: usage }) => ({
  key: name, label: name, hint: usage || description, insert: `${name} `, icon: "bolt",
});
const ofPerson = (person) => ({
  key: person.id, label: person.name, hint: person.is_bot ? "App" : person.handle, insert: `@${person.name} `, person,
});

/** Who is meant by what was typed; the app first, since it is mentioned most here. */
function peopleFor(typed, people) {
  const parts = (person) => [person.name, person.handle ?? "", ...person.name.split(" ")];
  const matches = people.filter((person) => parts(person).some((part) => part.toLowerCase().startsWith(typed)));
  return matches.sort((one, other) => Number(other.is_bot) - Number(one.is_bot));
}

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What is typed, with ids for names; the server escapes the rest. The longest name counts: "Ann Lee" is not "Ann". */
export function toSent(typed, { people }) {
  const known = people.toSorted((one, other) => other.name.length - one.name.length);
  const pattern = new RegExp(`(?<![\\w@])@(${known.map(({ name }) => RegExp.escape(name)).join("|")})(?![\\w-])`, "gi");
  const idOf = (called) => known.find(({ name }) => name.toLowerCase() === called.toLowerCase()).id;
  return typed.trim().replace(pattern, (_, called) => `<@${idOf(called)}>`);
}

export function toTyped(sent, { people }) {
  const nameOf = (id) => people.find((one) => one.id === id)?.name;
  const named = sent
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id) => (nameOf(id) ? `@${nameOf(id)}` : whole))
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, "$1");
  return decode(named);
}
