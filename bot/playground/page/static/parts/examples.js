// Briefs that are one click away, where no draft is yet.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { postExample } from "../state/doing.js";
import { useStore } from "../state/store.js";
import { Icon } from "./kit.js";

/** @param {{channel: object}} props */
export function Examples({ channel }) {
  const examples = useStore((state) => state.examples);
  const app = useStore((state) => state.sidebar.app);
  const [busy, setBusy] = useState("");
  if (!examples.length || !app.installed) return null;
  const send = async (id) => {
    setBusy(id);
    await postExample(id, channel.id);
    setBusy("");
  };
  const card = ({ id, title, brief, files }) => html`<li key=${id}>
    <button type="button" class="example raised" disabled=${busy !== ""} onClick=${() => send(id)}>
      <strong>${title}</strong>
      <span class="brief">${brief}</span>
      <span class="wraps">${files.map(({ name }) => html`<span key=${name} class="row faint"><${Icon} name="file" />${name}</span>`)}</span>
      <span class="go">${busy === id ? "Sending" : "Send this brief"}</span>
    </button>
  </li>`;
  return html`<div class="examples">
    <p>${channel.kind === "im" ? "Write" : html`Mention <strong>@${app.name}</strong> below, write`} what is to be decided, and
      drop files beside it: the draft comes as a reply. Or send one of these.</p>
    <ul>${examples.map(card)}</ul>
  </div>`;
}
