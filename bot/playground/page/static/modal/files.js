/** Files for a form: chosen or dropped, sent ahead where there is a way to, listed, taken out again. */

import { html } from "htm/preact";
import { useContext, useRef, useState } from "preact/hooks";
import { useChoice } from "../blocks/acting.js";
import { Cross, Sheet } from "../blocks/icons.js";
import { Upload } from "./upload.js";

const MOST = 10; // files, where the element does not say

/**
 * What is held is a list of `{key, name, size, id?, file, share, problem}`; `id` once the file was sent.
 * @param {{block: object, element: object, field: object}} props
 */
export function FileInput({ block, element, field }) {
  const [held, choose] = useChoice(block, element);
  const upload = useContext(Upload);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState("");
  const picker = useRef(/** @type {HTMLInputElement | null} */ (null));
  const now = useRef(held);
  now.current = held;
  const most = element.max_files ?? MOST;
  const types = element.filetypes ?? [];

  const keep = (files) => choose((now.current = files));
  const change = (key, changes) => keep(now.current.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  const send = async (entry) => {
    try {
      const id = await upload(entry.file, (share) => change(entry.key, { share }), entry.stop.signal);
      change(entry.key, { id, share: 1 });
    } catch (error) {
      if (!entry.stop.signal.aborted) change(entry.key, { problem: error?.message || "It could not be sent." });
    }
  };
  const add = (files) => {
    const fitting = files.filter((file) => types.length === 0 || types.includes(extension(file.name)));
    const taken = fitting.slice(0, Math.max(0, most - now.current.length)).map(entryOf);
    setProblem(complaint(files.filter((file) => !fitting.includes(file)), fitting.length - taken.length, types, most));
    keep([...now.current, ...taken]);
    if (upload) taken.forEach(send);
  };
  const remove = (entry) => {
    entry.stop.abort();
    keep(now.current.filter((each) => each.key !== entry.key));
    picker.current.focus();
  };
  const over = (event) => {
    event.preventDefault();
    event.stopPropagation();
    setIsOver(event.type === "dragover");
  };
  const dropped = (event) => {
    over(event);
    add([...event.dataTransfer.files]);
  };

  return html`<div class="modal-drop" data-over=${isOver ? "" : undefined} onDragOver=${over} onDragLeave=${over} onDrop=${dropped}>
      <label class="bk-button bk-medium">
        ${most === 1 ? "Choose a file" : "Choose files"}
        <input
          ref=${picker}
          class="visually-hidden"
          type="file"
          ...${field}
          aria-required=${undefined}
          multiple=${most > 1}
          accept=${types.map((type) => `.${type}`).join(",") || undefined}
          onChange=${(event) => {
            add([...event.target.files]);
            event.target.value = ""; // so that a file that was taken out can be chosen again
          }}
        />
      </label>
      <span class="modal-soft">or drop ${most === 1 ? "it" : "them"} here</span>
    </div>
    ${problem && html`<p class="modal-error" role="alert">${problem}</p>`}
    ${held.length > 0 && html`<ul class="modal-files" aria-label="Files">${held.map((entry) => html`<${Entry} key=${entry.key} entry=${entry} onRemove=${remove} />`)}</ul>`}`;
}

function Entry({ entry, onRemove }) {
  const sending = entry.share !== undefined && entry.share < 1 && !entry.problem;
  return html`<li data-failed=${entry.problem ? "" : undefined}>
    <${Sheet} />
    <span class="modal-file">
      <span>${entry.name}</span>
      <small>${entry.problem || (sending ? `${Math.round(entry.share * 100)} %` : bytes(entry.size))}</small>
    </span>
    <button type="button" class="modal-icon" aria-label=${`Remove ${entry.name}`} onClick=${() => onRemove(entry)}><${Cross} /></button>
    ${sending && html`<progress max="1" value=${entry.share} aria-label=${`Sending ${entry.name}`}></progress>`}
  </li>`;
}

let keys = 0;

const entryOf = (file) => ({
  key: (keys += 1),
  name: file.name,
  size: file.size,
  file,
  share: 0,
  stop: new AbortController(),
});

const extension = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

function complaint(unfit, left, types, most) {
  const said = [];
  if (unfit.length) said.push(`${unfit[0].name} is not one of: ${types.join(", ")}.`);
  if (left > 0) said.push(`${most} ${most === 1 ? "file" : "files"} at most.`);
  return said.join(" ");
}

/** @param {number} size in bytes */
function bytes(size) {
  if (size < 1000) return `${size} B`;
  return size < 1e6 ? `${Math.round(size / 1e3)} kB` : `${(size / 1e6).toFixed(1)} MB`;
}
