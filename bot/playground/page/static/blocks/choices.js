/** Radio buttons and checkboxes. */

import { html } from "htm/preact";
import { useId } from "preact/hooks";
import { TextObject } from "../text/index.js";
import { useChoice } from "./acting.js";

/** @param {{block: object, element: object, field?: object}} props `field` labels the group in a form */
export function Choices({ block, element, field = { "aria-label": "Options" } }) {
  const name = useId();
  const [value, choose] = useChoice(block, element);
  const several = element.type === "checkboxes";
  const chosen = several ? value : [value];
  const pick = (one) =>
    choose(!several ? one : chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one]);
  return html`<div class="bk-choices" role=${several ? "group" : "radiogroup"} ...${field}>
    ${element.options.map(
      (option) => html`<label key=${option.value}>
        <input type=${several ? "checkbox" : "radio"} name=${name} value=${option.value} checked=${chosen.includes(option.value)}
          onChange=${() => pick(option.value)} />
        <span>
          <${TextObject} object=${option.text} />
          ${option.description && html`<small><${TextObject} object=${option.description} /></small>`}
        </span>
      </label>`,
    )}
  </div>`;
}
