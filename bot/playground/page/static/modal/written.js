/** Inputs that are typed into, with what they take and how much of it. */

import { html } from "htm/preact";
import { wordsOf } from "../text/index.js";
import { useChoice } from "../blocks/acting.js";

const TYPES = { plain_text_input: "text", number_input: "text", email_text_input: "email", url_text_input: "url" };

/** @param {{block: object, element: object, field: object}} props `field` labels the input */
export function Written({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  const onEnter = element.dispatch_action_config?.trigger_actions_on?.includes("on_enter_pressed") ?? true;
  const onEach = element.dispatch_action_config?.trigger_actions_on?.includes("on_character_entered") ?? false;
  const attributes = {
    ...field,
    class: "bk-input",
    value: value ?? "",
    placeholder: element.placeholder ? wordsOf(element.placeholder) : undefined,
    onInput: (event) => choose(event.target.value || null, { quietly: !onEach }),
    onKeyDown: (event) => {
      if (event.key === "Enter" && onEnter && block.dispatch_action && !element.multiline) choose(event.target.value || null);
    },
  };
  return html`${element.multiline
      ? html`<textarea rows="6" ...${attributes}></textarea>`
      : html`<input type=${TYPES[element.type]} inputmode=${element.type === "number_input" ? "decimal" : undefined} ...${attributes} />`}
    ${element.max_length && html`<${Count} length=${[...(value ?? "")].length} most=${element.max_length} />`}`;
}

/** Seen beside the field; a reader hears it only once it is too much, and not at each key. */
function Count({ length, most }) {
  const over = length - most;
  const numbers = new Intl.NumberFormat("en");
  return html`<span class="modal-count" data-over=${over > 0 ? "" : undefined} role=${over > 0 ? "status" : undefined}>
    ${over > 0 ? `${numbers.format(over)} too many` : `${numbers.format(length)} / ${numbers.format(most)}`}
  </span>`;
}
