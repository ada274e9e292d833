// The list of suggestions above the composer.

import { html } from "htm/preact";
import { Avatar } from "./avatar.js";
import { Icon } from "./icons.js";

/** The id of one suggestion, for aria-activedescendant. */
export const optionId = (list, index) => `${list}-${index}`;

/** @param {{id: string, completion: object, onPick: (suggestion: object) => void, onPoint: (index: number) => void}} props */
export const Completion = ({ id, completion, onPick, onPoint }) =>
  html`<ul id=${id} class="completion" role="listbox" aria-label="Suggestions">
    ${completion.suggestions.map(
      (suggestion, index) =>
        html`<li
          key=${suggestion.key}
          id=${optionId(id, index)}
          role="option"
          class="suggestion"
          aria-selected=${index === completion.at ? "true" : "false"}
          onPointerMove=${() => index !== completion.at && onPoint(index)}
          onPointerDown=${(event) => {
            event.preventDefault(); // the field keeps the focus
            onPick(suggestion);
          }}
        >
          ${suggestion.person
            ? html`<${Avatar} person=${suggestion.person} size="tiny" />`
            : html`<${Icon} name=${suggestion.icon} />`}
          <span class="suggestion-label">${suggestion.label}</span>
          <span class="suggestion-hint">${suggestion.hint}</span>
        </li>`,
    )}
  </ul>`;
