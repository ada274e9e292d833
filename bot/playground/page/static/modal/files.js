/** Files for a form: chosen or dropped, sent ahead, listed, taken out again. */

import { createContext } from "preact";
import { html } from "htm/preact";
import { useContext, useRef, useState } from "preact/hooks";
import { useChoice } from "../blocks/acting.js";
import { Icon, IconButton } from "../parts/kit.js";

/** How a chosen file is sent ahead of its form: `(file, onProgress(share), stop) => Promise<id>`. */
export const Upload = createContext(null);

let keys = 0;

/**
 * What is held is a list of `{key, file, share, stop, id?, problem?}`; `id` once the file was sent.
 * @param {{block: object, element: object, field: object}} props
 */
export function FileInput({ block, element: { filetypes: types = [], max_files: most = 10, ...element }, field }) {
  const [held, choose] = useChoice(block, element);
  const upload = useContext(Upload);
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState("");
  const picker = useRef(null);
  const now = useRef(held);
  now.current = held;
  const keep = (entries) => choose((now.current = entries));
  const change = (key, changes) => keep(now.current.map((each) => (each.key === key ? { ...each, ...changes } : each)));

  const send = async ({ key, file, stop }) => {
    try {
      change(key, { id: await upload(file, (share) => change(key, { share }), stop.signal), share: 1 });
    } catch (error) {
      if (!stop.signal.aborted) change(key, { problem: error.message || "It could not be sent." });
    }
  };
  const add = (files) => {
    const unfit = files.find(({ name }) => types.length && !types.includes(name.split(".").at(-1).toLowerCase()));
    const room = most - now.current.length;
    const taken = files.filter((file) => file !== unfit).slice(0, room);
    const entries = taken.map((file) => ({ key: (keys += 1), file, share: 0, stop: new AbortController() }));
    const surplus = files.length > room ? `At most ${most} of them.` : "";
    setProblem(unfit ? `${unfit.name} is not one of: ${types.join(", ")}.` : surplus);
    keep([...now.current, ...entries]);
    entries.forEach(send);
  };
  const remove = ({ key, stop }) => {
    stop.abort();
    keep(now.current.filter((each) => each.key !== key));
    picker.current.focus();
  };
  const over = (event) => {
    event.preventDefault();
    event.stopPropagation();
    setIsOver(event.type === "dragover");
    if (event.type === "drop") add([...event.dataTransfer.files]);
  };
  const picked = ({ target }) => {
    add([...target.files]);
    target.value = ""; // so that a file that was taken out can be chosen again
  };

  const listed = (entry) => html`<${Entry} key=${entry.key} entry=${entry} onRemove=${remove} />`;
  return html`<div class="modal-drop wraps" data-over=${isOver ? "" : undefined}
      onDragOver=${over} onDragLeave=${over} onDrop=${over}>
      <label class="button bk-button">
        ${most === 1 ? "Choose a file" : "Choose files"}
        <input ref=${picker} class="visually-hidden" type="file" ...${field} aria-required=${undefined} multiple=${most > 1}
          accept=${types.map((type) => `.${type}`).join(",")} onChange=${picked} />
      </label>
      <small>or drop ${most === 1 ? "it" : "them"} here</small>
    </div>
    ${problem && html`<p class="modal-error" role="alert">${problem}</p>`}
    ${held.length > 0 && html`<ul aria-label="Files">${held.map(listed)}</ul>`}`;
}

function Entry({ entry, onRemove }) {
  const { file: { name, size }, share, problem } = entry;
  const isSent = share === 1 || problem;
  return html`<li class="modal-file row">
    <${Icon} name="file" />
    <span class="grow cut">${name}</span>
    <small class=${problem ? "modal-error" : ""}>${problem || `${Math.ceil(size / 1000)} kB`}</small>
    <${IconButton} icon="close" label=${`Remove ${name}`} onClick=${() => onRemove(entry)} />
    ${!isSent && html`<progress max="1" value=${share} aria-label=${`Sending ${name}`}></progress>`}
  </li>`;
}
