/** Inputs that are typed into, with how much they take. */

import { html } from "htm/preact";
import { useChoice } from "../blocks/acting.js";
import { wordsOf } from "../text/index.js";

const NUMBERS = new Intl.NumberFormat("en");

/** @param {{block: object, element: object, field: object}} props `field` labels the input */
export function Written({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  const attributes = {
    ...field,
    class: "bk-field",
    value: value ?? "",
    placeholder: wordsOf(element.placeholder) || undefined,
    onInput: (event) => choose(event.target.value || null),
  };
  const most = element.max_length;
  const over = [...(value ?? "")].length - most;
  // Seen beside the field; a reader hears it only once it is too much, and not at each key.
  return html`${element.multiline
      ? html`<textarea rows="6" ...${attributes}></textarea>`
      : html`<input type="text" inputmode=${element.type === "number_input" ? "decimal" : undefined} ...${attributes} />`}
    ${most && html`<span class="modal-count" data-over=${over > 0 ? "" : undefined} role=${over > 0 ? "status" : undefined}>
      ${over > 0 ? `${NUMBERS.format(over)} too many` : `${NUMBERS.format(over + most)} / ${NUMBERS.format(most)}`}
    </span>`}`;
}
