// The files of a draft, with how far their upload is.

import { html } from "htm/preact";
import { detach } from "../state/attachments.js";
import { Icon } from "./icons.js";
import { size } from "./times.js";

/** @param {{draft: string, attachments: object[]}} props */
export const Attachments = ({ draft, attachments }) =>
  html`<ul class="attachments" aria-label="Files to send">
    ${attachments.map((one) => html`<${One} key=${one.key} draft=${draft} one=${one} />`)}
  </ul>`;

function One({ draft, one }) {
  const isUnderway = !one.id && !one.error;
  const percent = Math.round(one.share * 100);
  return html`<li class="attachment ${one.error ? "failed" : ""}">
    ${one.picture
      ? html`<img src=${one.picture} alt="" width="36" height="36" />`
      : html`<span class="file-sign" aria-hidden="true">${one.name.split(".").at(-1).slice(0, 4)}</span>`}
    <span class="attachment-words">
      <span class="attachment-name">${one.name}</span>
      <span class="attachment-about" role=${one.error ? "alert" : undefined}>
        ${one.error || (isUnderway ? `${percent} %` : size(one.size))}
      </span>
      ${isUnderway && html`<progress max="100" value=${percent} aria-label="Upload of ${one.name}"></progress>`}
    </span>
    <button type="button" class="icon-button" aria-label="Remove ${one.name}" onClick=${() => detach(draft, one.key)}>
      <${Icon} name="close" />
    </button>
  </li>`;
}
