/** The question that is asked before something that cannot be taken back. */

import { html } from "htm/preact";
import { Dialog } from "../modal/dialog.js";
import { TextObject, wordsOf } from "../text/index.js";

/** @param {{confirm: object, onAnswer: (yes: boolean) => void}} props */
export function Confirm({ confirm, onAnswer }) {
  const style = confirm.style === "danger" ? "danger" : "primary";
  return html`<${Dialog} title=${wordsOf(confirm.title)} narrow onClose=${() => onAnswer(false)}>
    <div class="modal-body"><${TextObject} object=${confirm.text} /></div>
    <footer class="modal-foot">
      <button type="button" class="bk-button bk-medium" onClick=${() => onAnswer(false)}>${wordsOf(confirm.deny)}</button>
      <button type="button" class=${`bk-button bk-medium bk-${style}`} autofocus onClick=${() => onAnswer(true)}>
        ${wordsOf(confirm.confirm)}
      </button>
    </footer>
  <//>`;
}
