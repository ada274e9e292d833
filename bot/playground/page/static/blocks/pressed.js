/** What is pressed: buttons, the two thumbs, and the menu behind three dots. */

import { html } from "htm/preact";
import { useId, useRef, useState } from "preact/hooks";
import { Icon } from "../parts/kit.js";
import { wordsOf } from "../text/index.js";
import { usePress } from "./acting.js";

export function Button({ block, element }) {
  const [press, busy] = usePress(block, element);
  const { text, style = "", value = null, accessibility_label: label } = element;
  return html`<button type="button" class="button bk-button ${style}" aria-label=${label} aria-busy=${busy}
    onClick=${() => busy || press(value)}>
    ${wordsOf(text)}
  </button>`;
}

const THUMB = "M3 10h4v11H3M7 11l4-8c2 0 3 1 3 3v3h5.5c1 0 2 1 1.7 2.2l-1.6 7c-.3 1-1 1.8-2.3 1.8H7";

/** The one of the two that was pressed last stays marked. */
export function Thumbs({ block, element }) {
  const [press] = usePress(block, element);
  const [given, setGiven] = useState("");
  const thumb = (name) => {
    const { text, value, accessibility_label: label } = element[name];
    const pressed = async () => {
      setGiven(name);
      if (!(await press(value))) setGiven("");
    };
    const words = wordsOf(text);
    return html`<button type="button" class="icon-button bk-thumb" title=${words} aria-label=${label ?? words}
      aria-pressed=${given === name} onClick=${pressed}>
      <svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true"><path d=${THUMB} /></svg>
    </button>`;
  };
  return html`<span role="group" aria-label="Feedback">${thumb("positive_button")}${thumb("negative_button")}</span>`;
}

/** The browser opens and closes the menu, and puts it near the button that opens it. */
export function Overflow({ block, element }) {
  const [press, busy] = usePress(block, element);
  const id = useId();
  const button = useRef(null);
  const menu = useRef(null);
  const items = () => [...menu.current.children];
  const toggled = ({ newState }) => {
    button.current.ariaExpanded = String(newState === "open");
    if (newState === "open") items()[0].focus();
  };
  const choose = ({ value }) => {
    menu.current.hidePopover();
    button.current.focus();
    press(value);
  };
  const moved = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Tab") menu.current.hidePopover();
    if (!step) return;
    event.preventDefault();
    items().at((items().indexOf(document.activeElement) + step) % items().length).focus();
  };
  return html`<span>
    <button ref=${button} type="button" class="button bk-button" aria-label="More actions" aria-haspopup="menu"
      aria-expanded="false" aria-busy=${busy} popovertarget=${id}>
      <${Icon} name="more" />
    </button>
    <div ref=${menu} id=${id} popover="auto" class="bk-popup" role="menu" aria-label="More actions"
      onToggle=${toggled} onKeyDown=${moved}>
      ${element.options.map(
        (option) => html`<button key=${option.value} type="button" role="menuitem" tabindex="-1" class="bk-option"
          onClick=${() => choose(option)}>
          <span>${wordsOf(option.text)}${option.description && html`<small>${wordsOf(option.description)}</small>`}</span>
        </button>`,
      )}
    </div>
  </span>`;
}
