// A list to choose from while one types: the focus stays in the field that it belongs to.

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Avatar, Icon } from "./kit.js";

/** Its options: `{key, label, hint, group, icon, person}`; `at`: which of them Enter takes. */
export function Suggestions({ id, label, field, options, at, kind = "", onPoint, onPick }) {
  const popup = useRef(null);
  useLayoutEffect(() => popup.current.showPopover({ source: field.current }), []);
  useEffect(() => popup.current.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [at]);
  const option = (one, index) => html`
    ${one.group !== options[index - 1]?.group && html`<p class="faint" role="presentation">${one.group}</p>`}
    <div key=${one.key} id="${id}-${index}" class="option" role="option" aria-selected=${String(index === at)}
      onMouseMove=${() => index === at || onPoint(index)} onClick=${() => onPick(one)}>
      ${one.person && html`<${Avatar} person=${one.person} size="tiny" />`}${one.icon && html`<${Icon} name=${one.icon} />`}
      ${one.label} <span class="faint">${one.hint}</span>
    </div>`;
  return html`<div ref=${popup} popover="manual" class="popup raised floats ${kind}" onMouseDown=${(event) => event.preventDefault()}>
    <div id=${id} role="listbox" aria-label=${label}>${options.map(option)}</div>
    ${!options.length && html`<p class="faint">Nothing found</p>`}
  </div>`;
}

/** Tells of the option at hand, in the field. */
export const pointing = (id, option, at) =>
  ({ "aria-autocomplete": "list", "aria-controls": id, "aria-activedescendant": option && `${id}-${at}` });

/** The keys of an open list. @returns {boolean} whether this was one of them */
export function steer(event, { options, at, onPoint, onPick, onClose }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isTaken = event.key === "Enter" || event.key === "Escape";
  if (!step && !isTaken) return false;
  event.preventDefault();
  event.stopPropagation();
  if (step) onPoint((options.length + at + step) % (options.length || 1));
  else if (event.key === "Escape") onClose();
  else if (options[at]) onPick(options[at]);
  return true;
}
