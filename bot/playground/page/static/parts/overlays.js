// What lies over the page: the app's modal, a large picture, a question, short notes.

import { html } from "htm/preact";
import { Modal } from "../modal/index.js";
import { click, closeModal, submitModal } from "../state/doing.js";
import { dismiss } from "../state/notes.js";
import { update, useStore } from "../state/store.js";
import { TextObject, wordsOf } from "../text/index.js";
import { Button, Dialog, Icon, IconButton } from "./kit.js";

/** All of them; the last reads new messages out to those who do not see them come. */
export const Overlays = () =>
  html`<${AppModal} /><${Lightbox} /><${Question} /><${Toasts} />
    <div class="visually-hidden" role="log" aria-live="polite">${useStore(({ announcement }) => announcement)}</div>`;

function AppModal() {
  const view = useStore(({ modal }) => modal);
  const outcome = useStore(({ modalOutcome }) => modalOutcome);
  return (
    view &&
    html`<${Modal} view=${view} ...${outcome} onSubmit=${(values) => submitModal(view, values)}
      onClose=${(all) => closeModal(view, all)} onAction=${(action) => click({ view: view.id }, action)} />`
  );
}

function Lightbox() {
  const picture = useStore(({ lightbox }) => lightbox);
  if (!picture) return null;
  const { src, title, alt = "" } = picture;
  const close = () => update({ lightbox: null });
  return html`<${Dialog} class="lightbox" aria-label=${title || "Picture"} onClose=${close}>
    <header class="row">
      <p class="grow cut">${title || alt}</p>
      <a class="icon-button" href=${src} download aria-label="Download"><${Icon} name="download" /></a>
      <${IconButton} icon="close" label="Close" onClick=${close} />
    </header>
    <div class="stage" onClick=${({ target, currentTarget }) => target === currentTarget && close()}><img src=${src} alt=${alt} /></div>
  <//>`;
}

/** What has to be confirmed before it is done, see `ask`. */
export function Question() {
  const question = useStore(({ question }) => question);
  if (!question) return null;
  const { title, text, confirm, deny, style = "primary", answer } = question;
  const give = (isYes) => () => {
    update({ question: null });
    answer(isYes);
  };
  return html`<${Dialog} class="question floats" aria-label=${wordsOf(title)} closedby="any" onClose=${give(false)}>
    <h2>${wordsOf(title)}</h2>
    <div class="text"><${TextObject} object=${text} /></div>
    <div class="row ends">
      <${Button} onClick=${give(false)}>${wordsOf(deny) || "Cancel"}<//>
      <${Button} kind=${style} onClick=${give(true)}>${wordsOf(confirm)}<//>
    </div>
  <//>`;
}

function Toasts() {
  const toasts = useStore(({ toasts }) => toasts);
  const toast = ({ id, text }) =>
    html`<div key=${id} class="raised floats row"><p class="grow">${text}</p><${IconButton} icon="close" label="Dismiss" onClick=${() => dismiss(id)} /></div>`;
  return html`<div class="toasts column" role="status">${toasts.map(toast)}</div>`;
}
