/** The menus of Block Kit, of options, people, conversations or channels: a list that is filtered while one types. */

import { html } from "htm/preact";
import { useContext, useEffect, useId, useRef, useState } from "preact/hooks";
import { IconButton } from "../parts/kit.js";
import { People, wordsOf } from "../text/index.js";
import { useChoice } from "./acting.js";

/** @param {{block: object, element: object, field?: object}} props `field` labels it in a form */
export function Select({ block, element, field }) {
  const listId = useId();
  const entries = ENTRIES[element.type](element, useContext(People));
  const [value, choose] = useChoice(block, element);
  const [typed, setTyped] = useState(null); // null while the list is closed
  const [active, setActive] = useState(0);
  const box = useRef(null);
  const popup = useRef(null);
  const isOpen = typed !== null;
  const words = (typed ?? "").trim().toLowerCase();
  const shown = isOpen ? entries.filter(({ label }) => label.toLowerCase().includes(words)) : [];
  const placeholder = wordsOf(element.placeholder) || "Select an item";

  useEffect(() => {
    if (isOpen) popup.current.showPopover({ source: box.current });
    else popup.current.hidePopover();
  }, [isOpen]);
  useEffect(() => popup.current.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" }), [active]);

  const open = () => {
    if (isOpen) return;
    setTyped("");
    setActive(Math.max(0, entries.findIndex((entry) => entry.value === value)));
  };
  const close = () => setTyped(null);
  const pick = (entry) => {
    choose(entry.value);
    close();
  };
  const keyed = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) open();
    else if (step) setActive((shown.length + active + step) % (shown.length || 1));
    else if (event.key === "Enter" && shown[active]) pick(shown[active]);
    else if (event.key === "Escape" && isOpen) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const option = (entry, index) => html`
    ${entry.group !== shown[index - 1]?.group && html`<p class="bk-group" role="presentation">${entry.group}</p>`}
    <div key=${entry.value} id=${`${listId}-${index}`} role="option" class="bk-option" aria-selected=${entry.value === value}
      data-active=${index === active ? "" : undefined} onMouseMove=${() => setActive(index)} onClick=${() => pick(entry)}>
      <span>${entry.label}${entry.description && html`<small>${entry.description}</small>`}</span>
    </div>`;

  return html`<span class="bk-select bk-field" ref=${box}>
    <input
      type="text"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isOpen}
      aria-controls=${listId}
      aria-activedescendant=${shown[active] && `${listId}-${active}`}
      aria-label=${field ? undefined : placeholder}
      autocomplete="off"
      spellcheck=${false}
      placeholder=${placeholder}
      ...${field}
      value=${typed ?? entries.find((entry) => entry.value === value)?.label ?? value ?? ""}
      onInput=${(event) => {
        setTyped(event.target.value);
        setActive(0);
      }}
      onClick=${open}
      onBlur=${close}
      onKeyDown=${keyed}
    />
    ${block.optional && value !== null && html`<${IconButton} icon="close" label="Clear" onClick=${() => choose(null)} />`}
    <div ref=${popup} popover="manual" class="bk-popup" onMouseDown=${(event) => event.preventDefault()}>
      <div id=${listId} role="listbox" aria-label=${placeholder}>${shown.map(option)}</div>
      ${isOpen && !shown.length && html`<p class="bk-group">Nothing found</p>`}
    </div>
  </span>`;
}

const ENTRIES = {
  static_select: ({ options = [], option_groups: groups = [] }) => [
    ...options.map((option) => entryOf(option)),
    ...groups.flatMap(({ label, options: inside }) => inside.map((option) => entryOf(option, wordsOf(label)))),
  ],
  users_select: (_, { users }) => (users?.() ?? []).map(({ id, name }) => ({ value: id, label: name })),
  channels_select: (_, people) => conversations(people, ({ kind }) => kind === "public"),
  conversations_select: ({ filter: { include, exclude_bot_users: noBots } = {} }, people) =>
    conversations(people, ({ kind, is_bot: isBot }) => (include?.includes(kind) ?? true) && !(noBots && isBot)),
};

const entryOf = ({ value, text, description }, group) =>
  ({ value, label: wordsOf(text), description: wordsOf(description), group });

const conversations = (people, fits) =>
  (people.conversations?.() ?? [])
    .filter(fits)
    .map(({ id, name, kind }) => ({ value: id, label: /^m?p?im$/.test(kind) ? name : `#${name}` }));
