/** The menu behind three dots. */

import { html } from "htm/preact";
import { useId, useRef } from "preact/hooks";
import { wordsOf } from "../text/index.js";
import { usePress } from "./acting.js";
import { Dots } from "./icons.js";
import { placeNear } from "./placing.js";

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

/** @param {{block: object, element: object}} props */
export function Overflow({ block, element }) {
  const id = useId();
  const [press, busy] = usePress(block, element);
  const button = useRef(/** @type {HTMLElement | null} */ (null));
  const menu = useRef(/** @type {HTMLElement | null} */ (null));
  const toggled = (event) => {
    const isOpen = event.newState === "open";
    button.current.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) {
      placeNear(menu.current, button.current);
      menu.current.querySelector("[role=menuitem]").focus();
    }
  };
  const choose = (option) => {
    menu.current.hidePopover();
    button.current.focus();
    if (/^https?:/.test(option.url ?? "")) window.open(option.url, "_blank", "noopener");
    press(option.value);
  };
  const moved = (event) => {
    const items = [...menu.current.querySelectorAll("[role=menuitem]")];
    const step = STEPS[event.key];
    if (event.key === "Tab") menu.current.hidePopover();
    if (!step) return;
    event.preventDefault();
    items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
  };
  return html`<span class="bk-overflow">
    <button
      ref=${button}
      type="button"
      class="bk-button bk-dots"
      aria-label="More actions"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-busy=${busy}
      popovertarget=${id}
    >
      <${Dots} />
    </button>
    <div ref=${menu} id=${id} popover="auto" class="bk-popup" role="menu" aria-label="More actions" onToggle=${toggled} onKeyDown=${moved}>
      ${element.options.map(
        (option) => html`<button key=${option.value} type="button" role="menuitem" tabindex="-1" class="bk-option" onClick=${() => choose(option)}>
          <span>${wordsOf(option.text)}</span>
          ${option.description && html`<small>${wordsOf(option.description)}</small>`}
        </button>`,
      )}
    </div>
  </span>`;
}
