// What may be completed where the caret stands.

const MOST = 8; // suggestions

/**
 * @typedef {{key: string, label: string, hint: string, insert: string, person?: object, icon?: string}} Suggestion
 * @typedef {{start: number, suggestions: Suggestion[]}} Completion  `start`: where the typed part begins
 */

/**
 * @param {string} text @param {number} caret
 * @param {{commands: object[], people: object[], channels: object[]}} sidebar
 * @returns {Completion | null}
 */
export function completionAt(text, caret, sidebar) {
  const before = text.slice(0, caret);
  const command = /^\/\S*$/.exec(before);
  if (command) {
    return offer(0, before, sidebar.commands.filter(({ name }) => name.startsWith(before)).map(ofCommand));
  }
  const mention = /(?<![\w@])@([\p{L}\w.-]*(?: [\p{L}\w.-]*)?)$/u.exec(before);
  if (mention) {
    return offer(mention.index, mention[0], peopleFor(mention[1].toLowerCase(), sidebar.people).map(ofPerson));
  }
  const channel = /(?<![\w#&])#([\w-]*)$/.exec(before);
  if (channel) {
    const found = sidebar.channels.filter(({ name }) => name.includes(channel[1].toLowerCase()));
    return offer(channel.index, channel[0], found.map(ofChannel));
  }
  return null;
}

/** Nothing is offered where all is typed already, so that Enter sends. */
function offer(start, typed, suggestions) {
  const [first, ...others] = suggestions;
  const isWhole = !others.length && first?.insert.trim().toLowerCase() === typed.toLowerCase();
  return first && !isWhole ? { start, suggestions: suggestions.slice(0, MOST) } : null;
}

const ofCommand = ({ name, description, usage_hint: usage }) => ({
  key: name,
  label: name,
  hint: usage || description,
  insert: `${name} `,
  icon: "bolt",
});

const ofPerson = (person) => ({
  key: person.id,
  label: person.name,
  hint: person.is_bot ? "App" : person.handle,
  insert: `@${person.name} `,
  person,
});

const ofChannel = (channel) => ({
  key: channel.id,
  label: channel.name,
  hint: "",
  insert: `#${channel.name} `,
  icon: channel.kind === "private" ? "lock" : "hash",
});

/** Who is meant by what was typed; the app first, since it is mentioned most here. */
function peopleFor(typed, people) {
  const parts = (person) => [person.name, person.handle ?? "", ...person.name.split(" ")];
  const matches = people.filter((person) => parts(person).some((part) => part.toLowerCase().startsWith(typed)));
  return matches.sort((one, other) => Number(other.is_bot) - Number(one.is_bot));
}
