/** What is chosen from: radio buttons, checkboxes, and the menus of options, people, conversations or channels. */

import { html } from "htm/preact";
import { useContext, useId, useRef, useState } from "preact/hooks";
import { IconButton } from "../parts/kit.js";
import { pointing, steer, Suggestions } from "../parts/suggestions.js";
import { People, TextObject, wordsOf } from "../text/index.js";
import { useChoice } from "./acting.js";

/** A list that is filtered while one types. */
export function Select({ block, element, field }) {
  const list = useId();
  const box = useRef(null);
  const entries = ENTRIES[element.type](element, useContext(People));
  const [value, choose] = useChoice(block, element);
  const [typed, setTyped] = useState(null); // null while the list is closed
  const [at, setAt] = useState(0);
  const isOpen = typed !== null;
  const words = (typed ?? "").trim().toLowerCase();
  const options = entries.filter(({ label }) => label.toLowerCase().includes(words));
  const placeholder = wordsOf(element.placeholder) || "Select an item";

  const open = () => {
    if (isOpen) return;
    setTyped("");
    setAt(Math.max(0, entries.findIndex((entry) => entry.key === value)));
  };
  const close = () => setTyped(null);
  const pick = ({ key }) => {
    close();
    choose(key);
  };
  const keyed = (event) => {
    if (isOpen) steer(event, { options, at, onPoint: setAt, onPick: pick, onClose: close });
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") open();
  };
  const written = ({ target }) => {
    setTyped(target.value);
    setAt(0);
  };

  return html`<span class="bk-select field" ref=${box}>
    <input type="text" role="combobox" aria-expanded=${isOpen} aria-label=${field ? undefined : placeholder} autocomplete="off"
      spellcheck=${false} placeholder=${placeholder} ...${field} ...${isOpen && pointing(list, options[at], at)}
      value=${typed ?? entries.find((entry) => entry.key === value)?.label ?? value ?? ""}
      onInput=${written} onClick=${open} onBlur=${close} onKeyDown=${keyed} />
    ${block.optional && value !== null && html`<${IconButton} icon="close" label="Clear" onClick=${() => choose(null)} />`}
    ${isOpen && html`<${Suggestions} id=${list} label=${placeholder} field=${box} options=${options} at=${at} onPoint=${setAt} onPick=${pick} />`}
  </span>`;
}

const ENTRIES = {
  static_select: ({ options = [], option_groups: groups = [] }) => [
    ...options.map((option) => entryOf(option)),
    ...groups.flatMap(({ label, options: inside }) => inside.map((option) => entryOf(option, wordsOf(label)))),
  ],
  users_select: (_, { users }) => (users?.() ?? []).map(({ id, name }) => ({ key: id, label: name })),
  channels_select: (_, people) => conversations(people, ({ kind }) => kind === "public"),
  conversations_select: ({ filter: { include, exclude_bot_users: noBots } = {} }, people) =>
    conversations(people, ({ kind, is_bot: isBot }) => (include?.includes(kind) ?? true) && !(noBots && isBot)),
};

const entryOf = ({ value, text, description }, group) =>
  ({ key: value, label: wordsOf(text), hint: wordsOf(description), group });

const conversations = (people, fits) =>
  (people.conversations?.() ?? [])
    .filter(fits)
    .map(({ id, name, kind }) => ({ key: id, label: /^m?p?im$/.test(kind) ? name : `#${name}` }));

export function Choices({ block, element, field = { "aria-label": "Options" } }) {
  const name = useId();
  const [value, choose] = useChoice(block, element);
  const several = element.type === "checkboxes";
  const chosen = several ? value : [value];
  const pick = (one) =>
    choose(!several ? one : chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return html`<div class="bk-choices" role=${several ? "group" : "radiogroup"} ...${field}>
    ${element.options.map(
      (option) => html`<label key=${option.value}>
        <input type=${several ? "checkbox" : "radio"} name=${name} value=${option.value} checked=${chosen.includes(option.value)}
          onChange=${() => pick(option.value)} />
        <span>
          <${TextObject} object=${option.text} />
          ${option.description && html`<small class="soft"><${TextObject} object=${option.description} /></small>`}
        </span>
      </label>`,
    )}
  </div>`;
}
