/** One input of a form, with its label, its hint and what is wrong with it. */

import { html } from "htm/preact";
import { useContext, useId } from "preact/hooks";
import { Element } from "../blocks/index.js";
import { wordsOf } from "../text/index.js";
import { FileInput } from "./files.js";
import { Problems } from "./problems.js";
import { Written } from "./written.js";

const MORE = { plain_text_input: Written, number_input: Written, file_input: FileInput };

export function Input({ block }) {
  const id = useId();
  const { block_id: name, element, optional, hint } = block;
  const problem = useContext(Problems)[name];
  const isGroup = ["checkboxes", "radio_buttons"].includes(element.type);
  const field = {
    ...(isGroup ? { "aria-labelledby": `${id}-label` } : { id, "aria-required": optional ? undefined : "true" }),
    "aria-describedby": [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": problem ? "true" : undefined,
    "data-field": name,
    autofocus: element.focus_on_load,
  };
  return html`<div class="modal-input">
    <${isGroup ? "span" : "label"} class="modal-label" id=${`${id}-label`} for=${isGroup ? undefined : id}>
      ${wordsOf(block.label)} ${optional && html`<small>(optional)</small>`}
    <//>
    <${Element} block=${block} element=${element} field=${field} more=${MORE} />
    ${problem && html`<p class="modal-error" id=${`${id}-problem`}>${problem}</p>`}
    ${hint && html`<p class="modal-hint" id=${`${id}-hint`}>${wordsOf(hint)}</p>`}
  </div>`;
}
