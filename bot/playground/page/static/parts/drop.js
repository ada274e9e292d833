// A pane into which files may be dropped.

import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { attach } from "../state/drafts.js";
import { Icon } from "./kit.js";

/** @param {{draft: string | false, where: string, label: string, children: any}} props */
export function DropPane({ draft, where, label, children }) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0); // entering a child leaves its parent: only the sum tells
  const onFiles = (react) => (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault(); // else the browser would leave the page for the file
    depth.current = Math.max(0, react(event));
    setOver(depth.current > 0);
  };
  const dropped = (event) => {
    if (draft) attach(draft, event.dataTransfer.files);
    return 0;
  };
  return html`<section class="pane column" aria-label=${label} onDragEnter=${onFiles(() => depth.current + 1)}
    onDragLeave=${onFiles(() => depth.current - 1)} onDragOver=${onFiles(() => depth.current)} onDrop=${onFiles(dropped)}>
    ${children}
    ${isOver && draft && html`<p class="drop row" aria-hidden="true"><${Icon} name="file" /> Drop the files to add them to ${where}</p>`}
  </section>`;
}
