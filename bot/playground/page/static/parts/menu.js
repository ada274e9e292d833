// A menu that opens from a button.

import { html } from "htm/preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";

const GAP = 4; // px between the button and the menu
const EDGE = 8; // px that stay free at the edge of the window

/**
 * A button with a menu.
 * @param {{label: string, className?: string, items: {label: string, hint?: string, checked?: boolean,
 *   danger?: boolean, heading?: boolean, onPick?: () => void}[], children: any}} props
 */
export function MenuButton({ label, className = "icon-button", items, children }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const id = useId();
  const close = (focus = true) => {
    setOpen(false);
    if (focus) {
      button.current?.focus();
    }
  };
  return html`<button
      ref=${button}
      type="button"
      class=${className}
      aria-label=${label}
      title=${label}
      aria-haspopup="menu"
      aria-expanded=${isOpen ? "true" : "false"}
      onClick=${() => setOpen(!isOpen)}
    >
      ${children}
    </button>
    ${isOpen && html`<${Menu} id=${id} label=${label} anchor=${button} items=${items} onClose=${close} />`}`;
}

function Menu({ id, label, anchor, items, onClose }) {
  const list = useRef(null);
  useLayoutEffect(() => {
    const menu = list.current;
    menu.showPopover(); // in the top layer nothing clips it
    place(menu, anchor.current.getBoundingClientRect());
    (menu.querySelector("[aria-checked=true]") ?? menu.querySelector("[role^=menuitem]"))?.focus();
    const outside = (event) =>
      !menu.contains(event.target) && !anchor.current?.contains(event.target) && onClose(false);
    const away = () => onClose(false);
    document.addEventListener("pointerdown", outside);
    window.addEventListener("resize", away);
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("resize", away);
    };
  }, []);
  const pick = (item) => {
    onClose();
    item.onPick();
  };
  const entry = (item) =>
    item.heading
      ? html`<div class="menu-heading" role="presentation">${item.label}</div>`
      : html`<button
          type="button"
          role=${item.checked === undefined ? "menuitem" : "menuitemradio"}
          aria-checked=${item.checked === undefined ? undefined : String(item.checked)}
          class="menu-item ${item.danger ? "danger" : ""}"
          tabindex="-1"
          onClick=${() => pick(item)}
        >
          <span class="menu-label">${item.label}</span>
          ${item.hint && html`<span class="menu-hint">${item.hint}</span>`}
        </button>`;
  return html`<div
    id=${id}
    ref=${list}
    class="menu"
    popover="manual"
    role="menu"
    aria-label=${label}
    onKeyDown=${(event) => move(event, list.current, onClose)}
  >
    ${items.map(entry)}
  </div>`;
}

function place(menu, button) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const below = button.bottom + GAP;
  const fitsBelow = below + height <= innerHeight - EDGE;
  const top = fitsBelow ? below : Math.max(EDGE, button.top - GAP - height);
  const left = Math.min(Math.max(EDGE, button.left), innerWidth - width - EDGE);
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

function move(event, menu, onClose) {
  const all = [...menu.querySelectorAll("[role^=menuitem]")];
  const at = all.indexOf(document.activeElement);
  const target = { ArrowDown: all[(at + 1) % all.length], ArrowUp: all.at(at - 1), Home: all[0], End: all.at(-1) };
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    onClose();
  } else if (event.key in target) {
    event.preventDefault();
    target[event.key].focus();
  }
}
