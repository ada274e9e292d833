/** What is pressed: buttons, the two thumbs, and the menu behind three dots. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { IconButton } from "../parts/kit.js";
import { MenuButton } from "../parts/menu.js";
import { link } from "../text/shown.js";
import { wordsOf } from "../text/index.js";
import { usePress } from "./acting.js";

/** One with an address opens that beside the page, and the app hears of it all the same. */
export function Button({ block, element }) {
  const [press, busy] = usePress(block, element);
  const { text, url, style = "", value = null, accessibility_label: label } = element;
  const looks = {
    class: `button ${style}`, "aria-label": label, "aria-busy": busy, onClick: () => busy || press(value),
  };
  return url ? link(url, wordsOf(text), looks) : html`<button type="button" ...${looks}>${wordsOf(text)}</button>`;
}

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
    return html`<${IconButton} icon="thumb" kind="bk-thumb" label=${label ?? words} aria-pressed=${given === name} onClick=${pressed} />`;
  };
  return html`<span role="group" aria-label="Feedback">${thumb("positive_button")}${thumb("negative_button")}</span>`;
}

export function Overflow({ block, element }) {
  const [press, busy] = usePress(block, element);
  const items = element.options.map(({ text, description, value }) =>
    ({ label: wordsOf(text), hint: wordsOf(description), onPick: () => press(value) }));
  return html`<${MenuButton} label="More actions" icon="more" kind="button" aria-busy=${busy} items=${items} />`;
}
