/** Buttons: those of the app, and its thumbs. */

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { wordsOf } from "../text/index.js";
import { usePress } from "./acting.js";
import { Bin, ThumbDown, ThumbUp } from "./icons.js";

const STYLES = { primary: " bk-primary", danger: " bk-danger" };

/** @param {{block: object, element: object}} props */
export function Button({ block, element }) {
  const [press, busy] = usePress(block, element);
  const looks = `bk-button${STYLES[element.style] ?? ""}`;
  const label = element.accessibility_label;
  const pressed = () => press(element.value ?? null);
  if (/^https?:/.test(element.url ?? "")) {
    return html`<a class=${looks} href=${element.url} target="_blank" rel="noopener noreferrer" aria-label=${label} onClick=${pressed}>
      ${wordsOf(element.text)}
    </a>`;
  }
  return html`<button
    type="button"
    class=${looks}
    aria-label=${label}
    aria-busy=${busy}
    data-action=${element.action_id}
    onClick=${() => busy || pressed()}
  >
    ${wordsOf(element.text)}
  </button>`;
}

/** The two thumbs; the one that was pressed last stays marked. */
export function FeedbackButtons({ block, element }) {
  const [press, busy] = usePress(block, element);
  const [given, setGiven] = useState(/** @type {"" | "positive" | "negative"} */ (""));
  const thumb = (name, Icon) => {
    const side = element[`${name}_button`];
    const label = side.accessibility_label ?? wordsOf(side.text);
    const pressed = async () => {
      if (busy) return;
      setGiven(name);
      if (!(await press(side.value))) setGiven("");
    };
    return html`<button
      type="button"
      class="bk-thumb"
      title=${wordsOf(side.text)}
      aria-label=${label}
      aria-pressed=${given === name}
      onClick=${pressed}
    >
      <${Icon} />
    </button>`;
  };
  return html`<span class="bk-thumbs" role="group" aria-label="Feedback">
    ${thumb("positive", ThumbUp)} ${thumb("negative", ThumbDown)}
  </span>`;
}

/** A small button with a picture; some are there for a few people only. */
export function IconButton({ block, element, person }) {
  const [press, busy] = usePress(block, element);
  const seenBy = element.visible_to_user_ids;
  if (seenBy && !seenBy.includes(person)) return null;
  return html`<button
    type="button"
    class="bk-thumb"
    title=${wordsOf(element.text)}
    aria-label=${element.accessibility_label ?? wordsOf(element.text)}
    aria-busy=${busy}
    onClick=${() => busy || press(element.value ?? null)}
  >
    <${Bin} />
  </button>`;
}
