/** A modal view, as Slack shows it: filled in, sent off, marked with what is wrong. */

import { html } from "htm/preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Form } from "../blocks/acting.js";
import { Blocks } from "../blocks/index.js";
import { wordsOf } from "../text/index.js";
import { Dialog } from "./dialog.js";
import { sentOff, useFilled } from "./filled.js";
import { Input } from "./input.js";
import { Problems, problemsOf } from "./problems.js";
import { Upload } from "./upload.js";

const MORE = { input: Input };
const NONE = {};

/**
 * Keep one mounted while views come and go in it: what is filled in belongs to the view's id.
 * @param {object} props
 * @param {object} props.view its title, submit and close may be texts or plain_text objects
 * @param {Record<string, string>} [props.errors] what the app finds wrong, by block_id
 * @param {boolean} [props.busy] while the app has still to answer
 * @param {string} [props.notice] what Slack says when the app failed
 * @param {string | {id: string}} [props.person]
 * @param {(values: Record<string, any>) => void} props.onSubmit by action_id; of files, what `onUpload` gave
 * @param {(how: {all: boolean}) => void} props.onClose `all`: the whole stack
 * @param {import("../blocks/acting.js").OnAction} [props.onAction]
 * @param {import("./upload.js").OnUpload} [props.onUpload]
 */
export function Modal({ view, errors = NONE, busy = false, notice = "", person, onSubmit, onClose, onAction, onUpload }) {
  const filled = useFilled(view);
  const [seen, setSeen] = useState(NONE);
  const box = useRef(/** @type {HTMLFormElement | null} */ (null));
  const inputs = view.blocks.filter(({ type }) => type === "input");
  const problems = { ...errors, ...seen };
  const isStacked = (view.depth ?? 1) > 1 || Boolean(view.previous ?? view.previous_view_id);

  useEffect(() => setSeen(NONE), [view.id]);
  // The view's first field has the focus when it opens; later, the first that has to be mended.
  useEffect(() => {
    const first = box.current.querySelector("[autofocus]") ?? box.current.querySelector("[data-field]");
    first?.focus();
  }, [view.id]);
  useEffect(() => {
    const named = inputs.find(({ block_id }) => block_id in problems)?.block_id;
    const wrong = named && box.current.querySelector(`[data-field="${CSS.escape(named)}"]`);
    (wrong?.matches("[role=group],[role=radiogroup]") ? wrong.querySelector("input") : wrong)?.focus();
  }, [errors, seen]);

  const submit = (event) => {
    event.preventDefault();
    if (busy) return;
    const found = problemsOf(inputs, filled.get);
    setSeen(found);
    if (Object.keys(found).length === 0) onSubmit(sentOff(inputs, filled.get));
  };
  const form = {
    get: filled.get,
    set(block, element, value) {
      filled.set(block, element, value);
      if (block.block_id in seen) setSeen(({ [block.block_id]: _, ...rest }) => rest);
    },
  };
  return html`<${Dialog} title=${told(view.title)} onClose=${() => onClose({ all: isStacked })} onBack=${isStacked ? () => onClose({ all: false }) : undefined}>
    <form ref=${box} class="modal-form" novalidate onSubmit=${submit}>
      <div class="modal-body">
        <${Form.Provider} value=${form}>
          <${Problems.Provider} value=${problems}>
            <${Upload.Provider} value=${onUpload ?? null}>
              <${Blocks} blocks=${view.blocks} person=${person} onAction=${onAction} more=${MORE} />
            <//>
          <//>
        <//>
      </div>
      ${notice && html`<p class="modal-notice" role="alert">${notice}</p>`}
      <footer class="modal-foot">
        <button type="button" class="bk-button bk-medium" onClick=${() => onClose({ all: false })}>${told(view.close) || "Close"}</button>
        ${told(view.submit) &&
        html`<button type="submit" class="bk-button bk-medium bk-primary" disabled=${view.submit_disabled} aria-busy=${busy}>
          ${told(view.submit)}
        </button>`}
      </footer>
    </form>
  <//>`;
}

const told = (text) => (typeof text === "string" ? text : wordsOf(text ?? undefined));
