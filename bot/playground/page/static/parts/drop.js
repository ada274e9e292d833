// A pane into which files may be dropped.

import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { attach } from "../state/attachments.js";
import { Icon } from "./icons.js";

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");

/** @param {{draft: string, where: string, className: string, label: string, children: any}} props */
export function DropPane({ draft, where, className, label, children }) {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0); // entering a child leaves its parent: only the sum tells
  const turn = (by) => {
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  };
  const dropped = (event) => {
    depth.current = 0;
    setOver(false);
    if (draft && carriesFiles(event)) {
      event.preventDefault();
      attach(draft, event.dataTransfer.files);
    }
  };
  return html`<section
    class=${className}
    aria-label=${label}
    onDragEnter=${(event) => carriesFiles(event) && turn(1)}
    onDragLeave=${(event) => carriesFiles(event) && turn(-1)}
    onDragOver=${(event) => carriesFiles(event) && event.preventDefault()}
    onDrop=${dropped}
  >
    ${children}
    ${isOver &&
    draft &&
    html`<div class="drop" aria-hidden="true"><p><${Icon} name="file" /> Drop the files to add them to ${where}</p></div>`}
  </section>`;
}
