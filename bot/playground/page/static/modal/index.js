/** A modal view, as Slack shows it: filled in, sent off, marked with what is wrong. */

import { html } from "htm/preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Form } from "../blocks/acting.js";
import { Blocks } from "../blocks/index.js";
import { IconButton } from "../parts/kit.js";
import { Upload } from "./files.js";
import { sentOff, useFilled } from "./filled.js";
import { Input } from "./input.js";
import { Problems, problemsOf } from "./problems.js";

const MORE = { input: Input };
const NONE = {};

/**
 * Keep one mounted while views come and go in it: what is filled in belongs to the view's id.
 * @param {object} props
 * @param {object} props.view as the page's server describes it
 * @param {Record<string, string>} [props.errors] what the app finds wrong, by block_id
 * @param {boolean} [props.busy] while the app has still to answer
 * @param {string} [props.notice] what Slack says when the app failed
 * @param {Function} props.onSubmit gets the values by action_id; of files, what `onUpload` gave
 * @param {Function} props.onClose gets `{all}`, whether the whole stack is closed
 */
export function Modal({ view, errors = NONE, busy = false, notice = "", onSubmit, onClose, onAction, onUpload }) {
  const titleId = useId();
  const filled = useFilled(view);
  const [seen, setSeen] = useState(NONE);
  const box = useDialog();
  const inputs = view.blocks.filter(({ type }) => type === "input");
  const problems = { ...errors, ...seen };
  const isStacked = view.depth > 1;
  const leave = () => onClose({ all: false });

  // The view's first field has the focus when it opens; later, the first that has to be mended.
  useEffect(() => {
    setSeen(NONE);
    (box.current.querySelector("[autofocus]") ?? box.current.querySelector("[data-field]"))?.focus();
  }, [view.id]);
  useEffect(() => {
    const wrong = box.current.querySelector("[aria-invalid=true]");
    (wrong?.matches("[role$=group]") ? wrong.querySelector("input") : wrong)?.focus();
  }, [errors, seen]);

  const submit = (event) => {
    event.preventDefault();
    if (busy) return;
    const found = problemsOf(inputs, filled.get);
    setSeen(found);
    if (Object.keys(found).length === 0) onSubmit(sentOff(inputs, filled.get));
  };
  const set = (block, element, value) => {
    filled.set(block, element, value);
    if (block.block_id in seen) setSeen(({ [block.block_id]: _, ...rest }) => rest);
  };
  const cancelled = (event) => {
    if (event.target !== box.current) return;
    event.preventDefault(); // it goes when its owner says so, and not before
    leave();
  };
  // The page has keys of its own, which are not meant for what lies behind a window.
  return html`<dialog ref=${box} class="modal" aria-labelledby=${titleId} onCancel=${cancelled}
    onKeyDown=${(event) => event.stopPropagation()}>
    <header class="row">
      ${isStacked && html`<${IconButton} icon="back" label="Back" onClick=${leave} />`}
      <h2 class="grow" id=${titleId}>${view.title}</h2>
      <${IconButton} icon="close" label="Close" onClick=${() => onClose({ all: isStacked })} />
    </header>
    <form class="column" novalidate onSubmit=${submit}>
      <div class="modal-body">
        <${Form.Provider} value=${{ ...filled, set }}>
          <${Problems.Provider} value=${problems}>
            <${Upload.Provider} value=${onUpload}>
              <${Blocks} blocks=${view.blocks} onAction=${onAction} more=${MORE} />
            <//>
          <//>
        <//>
      </div>
      ${notice && html`<p class="modal-error" role="alert">${notice}</p>`}
      <footer class="wraps">
        <button type="button" class="button bk-button" onClick=${leave}>${view.close || "Close"}</button>
        ${view.submit && html`<button type="submit" class="button bk-button primary" aria-busy=${busy}>${view.submit}</button>`}
      </footer>
    </form>
  <//>`;
}

/** The browser's own dialog keeps the focus inside, the rest of the page inert, and gives the focus back. */
function useDialog() {
  const box = useRef(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before?.isConnected) before.focus();
    };
  }, []);
  return box;
}
