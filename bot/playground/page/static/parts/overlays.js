// What lies over the page: the app's modal, a large picture, a question, short notes.

import { html } from "htm/preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Modal } from "../modal/index.js";
import { upload } from "../net/api.js";
import { click, closeModal, submitModal } from "../state/doing.js";
import { dismiss } from "../state/notes.js";
import { update, useStore } from "../state/store.js";
import { Button, Icon, IconButton } from "./kit.js";

/** All of them; the last reads new messages out to those who do not see them come. */
export const Overlays = () =>
  html`<${AppModal} /><${Lightbox} /><${Question} /><${Toasts} />
    <div class="visually-hidden" role="log" aria-live="polite">${useStore(({ announcement }) => announcement)}</div>`;

function AppModal() {
  const view = useStore(({ modal }) => modal);
  const outcome = useStore(({ modalOutcome }) => modalOutcome);
  const person = useStore(({ person }) => person);
  const send = async (...file) => (await upload(person, ...file)).id;
  return (
    view &&
    html`<${Modal} view=${{ ...view, state: { values: view.values }, previous_view_id: view.previous }} ...${outcome} person=${person}
      onSubmit=${(values) => submitModal(view, values)} onClose=${({ all }) => closeModal(view, all)}
      onAction=${(action) => click({ view: view.id }, action)} onUpload=${send} />`
  );
}

/** The browser's own: it holds the focus, closes by Esc or a click beside it, and gives the focus back. */
function Dialog({ kind, label, onClose, children }) {
  const dialog = useRef(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current.showModal();
    return () => current.close();
  }, []);
  return html`<dialog ref=${dialog} class=${kind} aria-label=${label} closedby="any" onClose=${onClose}>${children}</dialog>`;
}

function Lightbox() {
  const picture = useStore(({ lightbox }) => lightbox);
  if (!picture) return null;
  const { src, title, alt = "" } = picture;
  const close = () => update({ lightbox: null });
  return html`<${Dialog} kind="lightbox" label=${title || "Picture"} onClose=${close}>
    <header class="row">
      <p class="grow cut">${title || alt}</p>
      <a class="icon-button" href=${src} download aria-label="Download"><${Icon} name="download" /></a>
      <${IconButton} icon="close" label="Close" onClick=${close} />
    </header>
    <div class="stage" onClick=${({ target, currentTarget }) => target === currentTarget && close()}><img src=${src} alt=${alt} /></div>
  <//>`;
}

function Question() {
  const asked = useStore(({ confirming }) => confirming);
  if (!asked) return null;
  const close = () => update({ confirming: null });
  const yes = () => {
    close();
    asked.onYes();
  };
  return html`<${Dialog} kind="question floats" label=${asked.title} onClose=${close}>
    <h2>${asked.title}</h2>
    <p>${asked.text}</p>
    <div class="row"><${Button} onClick=${close}>Cancel<//><${Button} kind="danger" onClick=${yes}>${asked.verb}<//></div>
  <//>`;
}

function Toasts() {
  const toasts = useStore(({ toasts }) => toasts);
  const toast = ({ id, text }) =>
    html`<div key=${id} class="raised floats row"><p class="grow">${text}</p><${IconButton} icon="close" label="Dismiss" onClick=${() => dismiss(id)} /></div>`;
  return html`<div class="toasts column" role="status">${toasts.map(toast)}</div>`;
}
