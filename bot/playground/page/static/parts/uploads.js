// Files to send: chosen or dropped, and listed with how far each of them is.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { useStore } from "../state/store.js";
import { attach, detach, isUnderway, uploadsOf } from "../state/uploads.js";
import { FileWords, Icon, IconButton } from "./kit.js";
import { size } from "./times.js";

/** The files of a draft, or of an input of a form. */
export function Uploads({ place }) {
  const uploads = useStore((state) => uploadsOf(state, place));
  if (!uploads.length) return null;
  return html`<ul class="uploads wraps" aria-label="Files to send">
    ${uploads.map((one) => html`<${Upload} key=${one.key} one=${one} onRemove=${() => detach(place, [one])} />`)}
  </ul>`;
}

function Upload({ one, onRemove }) {
  const { name, picture, share, error, size: bytes } = one;
  const percent = Math.round(share * 100);
  return html`<li class="upload raised row">
    <${FileWords} name=${name} picture=${picture}>
      <span class="faint" role=${error ? "alert" : undefined}>${error || (isUnderway(one) ? `${percent} %` : size(bytes))}</span>
      ${isUnderway(one) && html`<progress max="100" value=${percent} aria-label="Upload of ${name}"></progress>`}
    <//>
    <${IconButton} icon="close" label="Remove ${name}" onClick=${onRemove} />
  </li>`;
}

/** What is pressed to choose files: the browser's own input in the looks of a button. */
export function FilePicker({ kind, title, onFiles, children, ...input }) {
  const picked = ({ target }) => {
    onFiles(target.files);
    target.value = ""; // so that a file that was taken out can be chosen again
  };
  return html`<label class=${kind} title=${title}>${children}
    <input class="visually-hidden" type="file" multiple ...${input} onChange=${picked} />
  </label>`;
}

/** For what files may be dropped on: whether some are above it, and what it listens to. */
export function useDrop(onFiles) {
  const [isOver, setOver] = useState(false);
  const heard = (event) => {
    const { type, dataTransfer, currentTarget, relatedTarget } = event;
    if (!dataTransfer?.types.includes("Files") || (type === "dragleave" && currentTarget.contains(relatedTarget))) return;
    event.preventDefault(); // else the browser would leave the page for the file
    event.stopPropagation();
    setOver(type === "dragover");
    if (type === "drop") onFiles(dataTransfer.files);
  };
  return [isOver, { onDragOver: heard, onDragLeave: heard, onDrop: heard }];
}

/** A pane into which files may be dropped for a draft, if there is one. */
export function DropPane({ draft, where, label, children }) {
  const [isOver, dropped] = useDrop((files) => draft && attach(draft, files));
  return html`<section class="pane column" aria-label=${label} ...${dropped}>
    ${children}
    ${isOver && draft && html`<p class="drop row" aria-hidden="true"><${Icon} name="file" /> Drop the files to add them to ${where}</p>`}
  </section>`;
}
