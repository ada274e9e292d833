/** Radio buttons and checkboxes. */

import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { TextObject } from "../text/index.js";
import { useChoice } from "./acting.js";

/** @param {{block: object, element: object, field?: object}} props `field` labels the group in a form */
export function Radios({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  return html`<${Group} role="radiogroup" element=${element} field=${field} type="radio"
    isChosen=${(option) => option.value === value}
    onPick=${(option) => choose(option.value)}
  />`;
}

/** As Radios, for any number of options. */
export function Checkboxes({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  const pick = ({ value: picked }) =>
    choose(value.includes(picked) ? value.filter((each) => each !== picked) : [...value, picked]);
  return html`<${Group} role="group" element=${element} field=${field} type="checkbox"
    isChosen=${(option) => value.includes(option.value)}
    onPick=${pick}
  />`;
}

function Group({ role, element, field, type, isChosen, onPick }) {
  const name = useId();
  const attributes = field ?? { "aria-label": "Options" };
  return html`<div class="bk-choices" role=${role} ...${attributes}>
    ${element.options.map(
      (option) => html`<label class="bk-choice" key=${option.value}>
        <input type=${type} name=${name} value=${option.value} checked=${isChosen(option)} onChange=${() => onPick(option)} />
        <span>
          <${TextObject} object=${option.text} />
          ${option.description && html`<small><${TextObject} object=${option.description} /></small>`}
        </span>
      </label>`,
    )}
  </div>`;
}
