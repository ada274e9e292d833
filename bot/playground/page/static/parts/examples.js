// Briefs that are one click away, where nothing was asked yet.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { postExample } from "../state/doing.js";
import { useStore } from "../state/store.js";
import { Icon } from "./icons.js";

/** @param {{channel: object}} props */
export function Examples({ channel }) {
  const examples = useStore((state) => state.examples);
  const app = useStore((state) => state.sidebar.app);
  const [busy, setBusy] = useState("");
  if (examples.length === 0 || !app.installed) {
    return null;
  }
  const send = async (id) => {
    setBusy(id);
    await postExample(id, channel.id);
    setBusy("");
  };
  return html`<div class="examples">
    <p class="examples-lead">
      ${channel.kind === "im" ? "Write" : html`Mention <strong>@${app.name}</strong> below, write`} what is to be
      decided, and drop files beside it: the draft comes as a reply. Or send one of these.
    </p>
    <ul class="example-list">
      ${examples.map(
        (example) =>
          html`<li key=${example.id}>
            <button type="button" class="example" disabled=${busy !== ""} onClick=${() => send(example.id)}>
              <span class="example-title">${example.title}</span>
              <span class="example-brief">${example.brief}</span>
              <span class="example-files">
                ${example.files.map(
                  (file) => html`<span key=${file.name} class="example-file"><${Icon} name="file" />${file.name}</span>`,
                )}
              </span>
              <span class="example-send">${busy === example.id ? "Sending" : "Send this brief"}</span>
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
