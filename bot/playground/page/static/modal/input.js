/** One input of a form, with its label, its hint and what is wrong with it. */

import { html } from "htm/preact";
import { useContext, useId } from "preact/hooks";
import { Element } from "../blocks/elements.js";
import { wordsOf } from "../text/index.js";
import { FileInput } from "./files.js";
import { Problems } from "./problems.js";
import { Written } from "./written.js";

const OWN = {
  plain_text_input: Written,
  number_input: Written,
  email_text_input: Written,
  url_text_input: Written,
  file_input: FileInput,
};
const GROUPS = new Set(["checkboxes", "radio_buttons"]);

/** @param {{block: object, person?: string}} props */
export function Input({ block, person }) {
  const id = useId();
  const problem = useContext(Problems)[block.block_id];
  const { element } = block;
  const isGroup = GROUPS.has(element.type);
  const described = [block.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  const field = {
    ...(isGroup ? { "aria-labelledby": `${id}-label` } : { id, "aria-required": block.optional ? undefined : "true" }),
    "aria-describedby": described || undefined,
    "aria-invalid": problem ? "true" : undefined,
    "data-field": block.block_id,
    autofocus: element.focus_on_load,
  };
  const Label = isGroup ? "span" : "label";
  const Inside = OWN[element.type] ?? Element;
  return html`<div class="modal-input">
    <${Label} class="modal-label" id=${`${id}-label`} for=${isGroup ? undefined : id}>
      ${wordsOf(block.label)} ${block.optional && html`<span class="modal-soft">(optional)</span>`}
    <//>
    <${Inside} block=${block} element=${element} person=${person} field=${field} />
    ${problem && html`<p class="modal-error" id=${`${id}-problem`}>${problem}</p>`}
    ${block.hint && html`<p class="modal-hint" id=${`${id}-hint`}>${wordsOf(block.hint)}</p>`}
  </div>`;
}
