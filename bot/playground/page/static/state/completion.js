// What may be completed where the caret stands.

const MOST = 8; // suggestions

/**
 * @typedef {{key: string, label: string, hint?: string, insert: string, person?: object, icon?: string}} Suggestion
 * @param {string} text @param {number} caret @param {{commands: object[], people: object[], channels: object[]}} sidebar
 * @returns {{start: number, suggestions: Suggestion[]} | null} `start`: where the typed part begins
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
