/** A field that filters a list while one types, and takes one entry of it or several. */

import { html } from "htm/preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Chevron, Cross, Tick } from "./icons.js";
import { placeNear } from "./placing.js";

/**
 * @typedef {{value: string, label: string, description?: string, group?: string}} Entry
 * @param {object} props
 * @param {Entry[]} props.entries
 * @param {string | string[] | null} props.value
 * @param {boolean} [props.several]
 * @param {number} [props.most] of several
 * @param {boolean} [props.canClear]
 * @param {string} props.placeholder
 * @param {(value: string | string[] | null) => void} props.onChange
 * @param {object} [props.field] attributes that label the field
 */
export function Combobox({ entries, value, several = false, most, canClear = false, placeholder, onChange, field = {} }) {
  const listId = useId();
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const popup = useRef(/** @type {HTMLElement | null} */ (null));
  const [typed, setTyped] = useState(/** @type {string | null} */ (null)); // null while the list is closed
  const [active, setActive] = useState(0);
  const isOpen = typed !== null;
  const chosen = several ? (value ?? []) : value === null ? [] : [value];
  const shown = isOpen ? matching(entries, typed) : [];
  const isFull = several && most !== undefined && chosen.length >= most;

  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    popup.current.showPopover();
    const place = () => placeNear(popup.current, root.current, { wide: true });
    place();
    window.addEventListener("scroll", place, true);
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("scroll", place, true);
      window.removeEventListener("resize", place);
      popup.current?.hidePopover();
    };
  }, [isOpen]);
  useEffect(() => {
    popup.current?.querySelector("[data-active]")?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const open = () => {
    if (isOpen) return;
    setTyped("");
    setActive(Math.max(0, entries.findIndex((entry) => entry.value === chosen[0])));
  };
  const close = () => setTyped(null);
  const pick = (entry) => {
    if (!several) {
      onChange(entry.value);
      close();
      return;
    }
    const without = chosen.filter((each) => each !== entry.value);
    if (without.length === chosen.length && isFull) return;
    onChange(without.length === chosen.length ? [...chosen, entry.value] : without);
    setTyped("");
  };
  const keyed = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !isOpen) open();
    else if (step) setActive((shown.length + active + step) % (shown.length || 1));
    else if (event.key === "Enter" && isOpen && shown[active]) pick(shown[active]);
    else if (event.key === "Escape" && isOpen) close();
    else if (event.key === "Backspace" && several && !typed && chosen.length) onChange(chosen.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const label = (id) => entries.find((entry) => entry.value === id)?.label ?? id;

  return html`<span class="bk-select" ref=${root} data-open=${isOpen}>
    ${several &&
    chosen.map(
      (id) => html`<span class="bk-chip" key=${id}>
        ${label(id)}
        <button type="button" aria-label=${`Remove ${label(id)}`} onClick=${() => onChange(chosen.filter((each) => each !== id))}><${Cross} /></button>
      </span>`,
    )}
    <input
      type="text"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded=${isOpen}
      aria-controls=${listId}
      aria-activedescendant=${isOpen && shown[active] ? `${listId}-${active}` : undefined}
      autocomplete="off"
      spellcheck=${false}
      placeholder=${several && chosen.length ? "" : placeholder}
      ...${field}
      value=${isOpen ? typed : several ? "" : chosen.map(label).join("")}
      onInput=${(event) => {
        setTyped(event.target.value);
        setActive(0);
      }}
      onClick=${open}
      onBlur=${close}
      onKeyDown=${keyed}
    />
    ${!several && canClear && chosen.length > 0
      ? html`<button type="button" class="bk-clear" aria-label="Clear" onClick=${() => onChange(null)}><${Cross} /></button>`
      : html`<span class="bk-chevron"><${Chevron} /></span>`}
    <div ref=${popup} popover="manual" class="bk-popup" onMouseDown=${(event) => event.preventDefault()}>
      <div id=${listId} role="listbox" aria-label=${placeholder} aria-multiselectable=${several}>
        ${shown.map(option)}
      </div>
      ${isOpen && !shown.length && html`<p class="bk-nothing">Nothing found</p>`}
    </div>
  </span>`;

  function option(entry, index) {
    const isChosen = chosen.includes(entry.value);
    const begins = entry.group && entry.group !== shown[index - 1]?.group;
    return html`${begins && html`<p class="bk-group" role="presentation">${entry.group}</p>`}
      <div
        key=${entry.value}
        id=${`${listId}-${index}`}
        role="option"
        class="bk-option"
        aria-selected=${isChosen}
        aria-disabled=${isFull && !isChosen}
        data-active=${index === active ? "" : undefined}
        onMouseMove=${() => setActive(index)}
        onClick=${() => pick(entry)}
      >
        <span>${entry.label}${entry.description && html`<small>${entry.description}</small>`}</span>
        ${isChosen && html`<${Tick} />`}
      </div>`;
  }
}

function matching(entries, typed) {
  const words = typed.trim().toLowerCase();
  return entries.filter((entry) => entry.label.toLowerCase().includes(words));
}
