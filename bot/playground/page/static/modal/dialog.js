/** The window in front of everything: labelled, left by Esc, and with the focus kept inside. */

import { html } from "htm/preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Cross } from "../blocks/icons.js";

/**
 * The browser's own dialog keeps the focus inside, the rest of the page inert, and gives the focus back.
 * @param {{title: string, narrow?: boolean, onClose: () => void, onBack?: () => void, children: any}} props
 *   `onClose` ends all of it; `onBack`, where there is a window behind, only this one
 */
export function Dialog({ title, narrow = false, onClose, onBack, children }) {
  const titleId = useId();
  const box = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const leave = onBack ?? onClose;
  const cancelled = (event) => {
    event.preventDefault(); // it goes when its owner says so, and not before
    if (event.target === box.current) leave();
  };
  // The page has keys of its own, which are not meant for what lies behind a window.
  const keep = (event) => event.stopPropagation();
  return html`<dialog
    ref=${box}
    class=${narrow ? "modal modal-narrow" : "modal"}
    aria-labelledby=${titleId}
    onCancel=${cancelled}
    onKeyDown=${keep}
  >
    <header class="modal-head">
      ${onBack && html`<button type="button" class="modal-icon" aria-label="Back" onClick=${onBack}>‹</button>`}
      <h2 id=${titleId}>${title}</h2>
      <button type="button" class="modal-icon" aria-label="Close" onClick=${onClose}><${Cross} /></button>
    </header>
    ${children}
  </dialog>`;
}
