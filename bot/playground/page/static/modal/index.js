/** A modal view, as Slack shows it: filled in, sent off, marked with what is wrong. */

import { html } from "htm/preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { Form } from "../blocks/acting.js";
import { Blocks } from "../blocks/index.js";
import { Dialog, IconButton } from "../parts/kit.js";
import { problemsOf, sentOff, useFilled } from "./form.js";
import { Input } from "./input.js";

const MORE = { input: Input };
const NONE = {};

/**
 * Keep one mounted while views come and go in it: what is filled in belongs to the view's id. `errors` are what the app
 * finds wrong, by block_id; `notice` is what Slack says when the app failed. `onSubmit` gets the values by action_id,
 * `onClose` whether the whole stack is closed.
 */
export function Modal({ view, errors = NONE, busy = false, notice = "", onSubmit, onClose, onAction }) {
  const titleId = useId();
  const body = useRef(null);
  const filled = useFilled(view);
  const [seen, setSeen] = useState(NONE);
  const inputs = view.blocks.filter(({ type }) => type === "input");
  const isStacked = view.depth > 1;
  const leave = () => onClose(false);

  // The view's first field has the focus when it opens; later, the first that has to be mended.
  useEffect(() => {
    setSeen(NONE);
    (body.current.querySelector("[autofocus]") ?? body.current.querySelector("[data-field]"))?.focus();
  }, [view.id]);
  useEffect(() => {
    const wrong = body.current.querySelector("[aria-invalid=true]");
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
  return html`<${Dialog} class="modal" aria-labelledby=${titleId} onClose=${leave}>
    <header class="row">
      ${isStacked && html`<${IconButton} icon="back" label="Back" onClick=${leave} />`}
      <h2 class="grow" id=${titleId}>${view.title}</h2>
      <${IconButton} icon="close" label="Close" onClick=${() => onClose(isStacked)} />
    </header>
    <form class="column" novalidate onSubmit=${submit}>
      <div class="modal-body" ref=${body}>
        <${Form.Provider} value=${{ ...filled, set, problems: { ...errors, ...seen } }}>
          <${Blocks} blocks=${view.blocks} onAction=${onAction} more=${MORE} />
        <//>
      </div>
      ${notice && html`<p class="notice" role="alert">${notice}</p>`}
      <footer class="wraps ends">
        <button type="button" class="button" onClick=${leave}>${view.close || "Close"}</button>
        ${view.submit && html`<button type="submit" class="button primary" aria-busy=${busy}>${view.submit}</button>`}
      </footer>
    </form>
  <//>`;
}
