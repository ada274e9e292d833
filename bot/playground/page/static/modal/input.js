/** One input of a form, with its label, its hint and what is wrong with it. */

import { html } from "htm/preact";
import { useContext, useId, useState } from "preact/hooks";
import { Form, useChoice } from "../blocks/acting.js";
import { Element } from "../blocks/index.js";
import { endingOf } from "../parts/kit.js";
import { FilePicker, Uploads, useDrop } from "../parts/uploads.js";
import { useStore } from "../state/store.js";
import { attach, uploadsOf } from "../state/uploads.js";
import { wordsOf } from "../text/index.js";

const NUMBERS = new Intl.NumberFormat("en");
const MORE = { plain_text_input: Written, number_input: Written, file_input: FileInput };

export function Input({ block }) {
  const id = useId();
  const { block_id: name, element, optional, hint } = block;
  const problem = useContext(Form).problems[name];
  const isGroup = ["checkboxes", "radio_buttons"].includes(element.type);
  const field = {
    ...(isGroup ? { "aria-labelledby": `${id}-label` } : { id, "aria-required": optional ? undefined : "true" }),
    "aria-describedby": [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": problem ? "true" : undefined,
    "data-field": name,
    autofocus: element.focus_on_load,
  };
  return html`<div class="modal-input column">
    <${isGroup ? "span" : "label"} class="modal-label" id=${`${id}-label`} for=${isGroup ? undefined : id}>
      ${wordsOf(block.label)} ${optional && html`<small class="soft">(optional)</small>`}
    <//>
    <${Element} block=${block} element=${element} field=${field} more=${MORE} />
    ${problem && html`<p class="notice" id=${`${id}-problem`}>${problem}</p>`}
    ${hint && html`<p class="soft" id=${`${id}-hint`}>${wordsOf(hint)}</p>`}
  </div>`;
}

/** An input that is typed into, with how much it takes. */
function Written({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  const attributes = {
    ...field,
    class: "field",
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
    ${most && html`<span class="modal-count ${over > 0 ? "notice" : "soft"}" role=${over > 0 ? "status" : undefined}>
      ${over > 0 ? `${NUMBERS.format(over)} too many` : `${NUMBERS.format(over + most)} / ${NUMBERS.format(most)}`}
    </span>`}`;
}

function FileInput({ block, element, field }) {
  const { filetypes: types = [], max_files: most = 10 } = element;
  const place = useContext(Form).keyOf(block, element);
  const count = useStore((state) => uploadsOf(state, place).length);
  const [problem, setProblem] = useState("");
  const add = (files) => {
    const unfit = [...files].find(({ name }) => types.length && !types.includes(endingOf(name)));
    const room = most - count;
    const surplus = files.length > room ? `At most ${most} of them.` : "";
    setProblem(unfit ? `${unfit.name} is not one of: ${types.join(", ")}.` : surplus);
    attach(place, [...files].filter((file) => file !== unfit).slice(0, room));
  };
  const [isOver, dropped] = useDrop(add);
  const [title, them] = most === 1 ? ["Choose a file", "it"] : ["Choose files", "them"];
  return html`<div class="modal-drop wraps" data-over=${isOver ? "" : undefined} ...${dropped}>
      <${FilePicker} kind="button" ...${field} aria-required=${undefined} multiple=${most > 1}
        accept=${types.map((type) => `.${type}`).join(",")} onFiles=${add}>${title}<//>
      <small class="soft">or drop ${them} here</small>
    </div>
    ${problem && html`<p class="notice" role="alert">${problem}</p>`}
    <${Uploads} place=${place} />`;
}
