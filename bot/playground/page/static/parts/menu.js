// A menu that opens from a button.

import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

const GAP = 4; // px between the button and the menu
const EDGE = 8; // px that stay free at the edge of the window

/**
 * @param {{label: string, kind?: string, items: {label: string, hint?: string, checked?: boolean,
 *   danger?: boolean, heading?: boolean, onPick?: () => void}[], children: any}} props
 */
export function MenuButton({ label, kind = "icon-button", items, children }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const close = (isFocused = true) => {
    setOpen(false);
    if (isFocused) button.current?.focus();
  };
  return html`<button ref=${button} type="button" class=${kind} aria-label=${label} title=${label} aria-haspopup="menu"
      aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>${children}</button>
    ${isOpen && html`<${Menu} label=${label} anchor=${button} items=${items} onClose=${close} />`}`;
}

function Menu({ label, anchor, items, onClose }) {
  const list = useRef(null);
  useLayoutEffect(() => {
    const menu = list.current;
    menu.showPopover(); // in the top layer nothing clips it
    place(menu, anchor.current.getBoundingClientRect());
    (menu.querySelector("[aria-checked=true]") ?? menu.querySelector(".menu-item"))?.focus();
    const ended = new AbortController();
    const outside = ({ target }) => !menu.contains(target) && !anchor.current?.contains(target) && onClose(false);
    document.addEventListener("pointerdown", outside, ended);
    window.addEventListener("resize", () => onClose(false), ended);
    return () => ended.abort();
  }, []);
  const entry = ({ heading, checked, danger, label: words, hint, onPick }) => {
    if (heading) return html`<div class="faint" role="presentation">${words}</div>`;
    const pick = () => {
      onClose();
      onPick();
    };
    const isRadio = checked !== undefined;
    return html`<button type="button" role=${isRadio ? "menuitemradio" : "menuitem"} aria-checked=${isRadio ? String(checked) : undefined}
      class="menu-item ${danger ? "danger" : ""}" tabindex="-1" onClick=${pick}>
      ${words}${hint && html`<span class="faint">${hint}</span>`}
    </button>`;
  };
  return html`<div ref=${list} class="menu raised floats" popover="manual" role="menu" aria-label=${label}
    onKeyDown=${(event) => move(event, list.current, onClose)}>${items.map(entry)}</div>`;
}

function place(menu, button) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = button.bottom + GAP;
  const top = below + height <= innerHeight - EDGE ? below : Math.max(EDGE, button.top - GAP - height);
  menu.style.top = `${top}px`;
  menu.style.left = `${Math.min(Math.max(EDGE, button.left), innerWidth - width - EDGE)}px`;
}

function move(event, menu, onClose) {
  const all = [...menu.querySelectorAll(".menu-item")];
  const at = all.indexOf(document.activeElement);
  const target = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all.at(at - 1), Home: all[0], End: all.at(-1) };
  const isLeaving = event.key === "Escape" || event.key === "Tab";
  if (!isLeaving && !(event.key in target)) return;
  event.preventDefault();
  event.stopPropagation();
  if (isLeaving) onClose();
  else target[event.key].focus();
}
