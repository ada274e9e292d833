// A field in which a message is written or changed, with the names and commands that may be completed in it.

import { html } from "htm/preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { completionAt } from "../state/names.js";
import { now } from "../state/store.js";
import { pointing, steer, Suggestions } from "./suggestions.js";

/**
 * Enter sends; where `onSend(text)` rejects, its reason stands in the foot, else the field is empty again. `hasMore`:
 * there is something to send besides the text. The foot is `tools`, `hint(text)`, `buttons(isEmpty, isBusy)`.
 */
export function Field({ kind, label, initial, hasMore, isFocused, onWrite, onSend, onKey, onFiles, above, tools, hint, buttons }) {
  const list = useId();
  const [text, setText] = useState(initial);
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [completion, setCompletion] = useState(null); // {start, options, at}
  const field = useRef(null);
  const isEmpty = !text.trim() && !hasMore;
  useLayoutEffect(() => {
    if (!isFocused) return;
    field.current.focus();
    field.current.setSelectionRange(text.length, text.length);
  }, []);

  const write = (next) => {
    setText(next);
    setError("");
    onWrite?.(next);
  };
  const close = () => setCompletion(null);
  const look = () => {
    const { value, selectionStart: caret, selectionEnd } = field.current;
    const found = caret === selectionEnd && completionAt(value, caret, now().sidebar);
    setCompletion(found ? { ...found, at: 0 } : null);
  };
  const point = (at) => setCompletion({ ...completion, at });
  const complete = ({ insert }) => {
    const { value, selectionStart: caret } = field.current;
    field.current.setRangeText(insert, completion.start, caret + (value[caret] === " "), "end");
    write(field.current.value);
    close();
  };
  const send = async (event) => {
    event.preventDefault();
    if (isEmpty || isBusy) return;
    setBusy(true);
    close();
    try {
      await onSend(text);
      write("");
    } catch (refusal) {
      setError(refusal.message);
    }
    setBusy(false);
    field.current?.focus();
  };
  const press = (event) => {
    if (event.isComposing) return;
    if (completion && event.key === "Tab") {
      event.preventDefault();
      complete(completion.options[completion.at]);
    } else if (completion && steer(event, { ...completion, onPoint: point, onPick: complete, onClose: close })) return;
    else if (event.key === "Enter" && !event.shiftKey) send(event);
    else onKey?.(event, text);
  };
  const pasted = (event) => {
    const { files } = event.clipboardData;
    if (!files.length || !onFiles) return;
    event.preventDefault();
    onFiles(files);
  };

  return html`<form class=${kind} onSubmit=${send}>
    ${completion && html`<${Suggestions} id=${list} label="Suggestions" kind="above" field=${field} ...${completion} onPoint=${point} onPick=${complete} />`}
    <div class="field">
      ${above}
      <textarea ref=${field} rows="1" placeholder=${label} aria-label=${label} value=${text}
        ...${completion && pointing(list, completion.options[completion.at], completion.at)} onClick=${look} onBlur=${close}
        onKeyDown=${press} onPaste=${pasted} onInput=${({ target }) => {
          write(target.value);
          look();
        }}></textarea>
      <div class="field-foot row">
        ${tools}
        <span class="grow">
          ${error ? html`<span class="notice" role="alert">${error}</span>` : html`<span class="faint">${hint?.(text)}</span>`}
        </span>
        ${buttons(isEmpty, isBusy)}
      </div>
    </div>
  </form>`;
}
