/** The menus of Block Kit: of options, people, conversations, channels; for one or for several. */

import { html } from "htm/preact";
import { useContext } from "preact/hooks";
import { People, wordsOf } from "../text/index.js";
import { useChoice } from "./acting.js";
import { Combobox } from "./combobox.js";
import { Unknown } from "./unknown.js";

const PLACEHOLDERS = {
  static: "Select an item",
  users: "Select a person",
  conversations: "Select a conversation",
  channels: "Select a channel",
};
const KIND = /^(multi_)?(static|users|conversations|channels)_select$/;

/** @param {{block: object, element: object, field?: object}} props `field` labels it in a form */
export function Select({ block, element, field }) {
  const people = useContext(People);
  const [value, choose] = useChoice(block, element);
  const [, several, kind] = KIND.exec(element.type) ?? [];
  if (!kind) return html`<${Unknown} type=${element.type} />`;
  const placeholder = element.placeholder ? wordsOf(element.placeholder) : PLACEHOLDERS[kind];
  return html`<${Combobox}
    entries=${ENTRIES[kind](element, people)}
    value=${value}
    several=${Boolean(several)}
    most=${element.max_selected_items}
    canClear=${block.type === "input" && block.optional === true}
    placeholder=${placeholder}
    field=${{ "aria-label": field ? undefined : placeholder, ...field }}
    onChange=${choose}
  />`;
}

const ENTRIES = {
  static: (element) => [
    ...(element.options ?? []).map((option) => entry(option)),
    ...(element.option_groups ?? []).flatMap((group) => group.options.map((option) => entry(option, wordsOf(group.label)))),
  ],
  users: (_, people) => (people.users?.() ?? []).map(({ id, name }) => ({ value: id, label: name })),
  channels: (_, people) =>
    (people.conversations?.() ?? []).filter(({ kind }) => kind === "public").map(conversation),
  conversations: (element, people) => {
    const { include, exclude_bot_users } = element.filter ?? {};
    return (people.conversations?.() ?? [])
      .filter(({ kind }) => !include || include.includes(kind))
      .filter(({ is_bot }) => !exclude_bot_users || !is_bot)
      .map(conversation);
  },
};

const entry = (option, group) => ({
  value: option.value,
  label: wordsOf(option.text),
  description: option.description && wordsOf(option.description),
  group,
});

const conversation = ({ id, name, kind }) => ({ value: id, label: kind === "im" || kind === "mpim" ? name : `#${name}` });
