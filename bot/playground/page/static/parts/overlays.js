// What lies over the page: the app's modal, a large picture, a question, short notes.

import { html } from "htm/preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Modal } from "../modal/index.js";
import { clickView, closeModal, sendFile, submitModal } from "../state/doing.js";
import { update, useStore } from "../state/store.js";
import { dismiss } from "../state/toasts.js";
import { Icon } from "./icons.js";

/** All of them. */
export const Overlays = () =>
  html`<${AppModal} /><${Lightbox} /><${Question} /><${Toasts} /><${Announcer} />`;

function AppModal() {
  const view = useStore((state) => state.modal);
  const outcome = useStore((state) => state.modalOutcome);
  const person = useStore((state) => state.person);
  if (!view) {
    return null;
  }
  return html`<${Modal}
    view=${{ ...view, state: { values: view.values }, previous_view_id: view.previous }}
    errors=${outcome.errors}
    notice=${outcome.notice}
    busy=${outcome.busy}
    person=${person}
    onSubmit=${(values) => submitModal(view, values)}
    onClose=${({ all = false } = {}) => closeModal(view, all)}
    onAction=${(action) => clickView(view, action)}
    onUpload=${async (file, onProgress, signal) => (await sendFile(file, onProgress ?? (() => {}), signal)).id}
  />`;
}

/** A dialog of the browser's own: it holds the focus, closes by Esc, and gives the focus back. */
function Dialog({ className, label, onClose, children }) {
  const dialog = useRef(null);
  useLayoutEffect(() => {
    const back = document.activeElement;
    dialog.current.showModal();
    return () => back?.isConnected && back.focus();
  }, []);
  return html`<dialog
    ref=${dialog}
    class=${className}
    aria-label=${label}
    onClose=${onClose}
    onClick=${(event) => event.target === dialog.current && onClose()}
  >
    ${children}
  </dialog>`;
}

function Lightbox() {
  const picture = useStore((state) => state.lightbox);
  const close = () => update({ lightbox: null });
  return (
    picture &&
    html`<${Dialog} className="lightbox" label=${picture.title || "Picture"} onClose=${close}>
      <header class="lightbox-head">
        <p>${picture.title || picture.alt}</p>
        <a class="icon-button" href=${picture.src} download aria-label="Download"><${Icon} name="download" /></a>
        <button type="button" class="icon-button" aria-label="Close" onClick=${close}><${Icon} name="close" /></button>
      </header>
      <div class="lightbox-stage" onClick=${(event) => event.target === event.currentTarget && close()}>
        <img src=${picture.src} alt=${picture.alt ?? ""} />
      </div>
    <//>`
  );
}

function Question() {
  const asked = useStore((state) => state.confirming);
  const close = () => update({ confirming: null });
  const yes = () => {
    close();
    asked.onYes();
  };
  return (
    asked &&
    html`<${Dialog} className="question" label=${asked.title} onClose=${close}>
      <h2>${asked.title}</h2>
      <p>${asked.text}</p>
      <div class="question-foot">
        <button type="button" class="button" onClick=${close}>Cancel</button>
        <button type="button" class="button danger" onClick=${yes}>${asked.verb}</button>
      </div>
    <//>`
  );
}

function Toasts() {
  const toasts = useStore((state) => state.toasts);
  return html`<div class="toasts" role="status">
    ${toasts.map(
      (toast) =>
        html`<div key=${toast.id} class="toast">
          <p>${toast.text}</p>
          <button type="button" class="icon-button" aria-label="Dismiss" onClick=${() => dismiss(toast.id)}>
            <${Icon} name="close" />
          </button>
        </div>`,
    )}
  </div>`;
}

/** Reads new messages out to those who do not see them come. */
const Announcer = () =>
  html`<div class="visually-hidden" role="log" aria-live="polite">${useStore((state) => state.announcement)}</div>`;
