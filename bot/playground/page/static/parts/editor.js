// The field in which an own message is changed.

import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { edit } from "../state/doing.js";
import { toSent, toTyped } from "../state/mentions.js";
import { now, update } from "../state/store.js";
import { Button } from "./kit.js";

/** @param {{message: object}} props */
export function Editor({ message }) {
  const { sidebar } = now();
  const [text, setText] = useState(() => toTyped(message.text, sidebar));
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const field = useRef(null);
  useLayoutEffect(() => {
    field.current.focus();
    field.current.setSelectionRange(text.length, text.length);
  }, []);
  const leave = () => {
    const row = field.current?.closest(".message");
    update({ editing: "" });
    row?.focus();
  };
  const save = async () => {
    const sent = toSent(text, sidebar);
    if (!sent || text === toTyped(message.text, sidebar)) {
      leave();
      return;
    }
    setBusy(true);
    try {
      const row = field.current.closest(".message");
      await edit(message, sent);
      row.focus();
    } catch (refusal) {
      setError(refusal.message);
      setBusy(false);
    }
  };
  const press = (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      save();
    }
  };
  return html`<div class="editor field">
    <textarea ref=${field} rows="2" aria-label="Edit message" value=${text} onInput=${(event) => setText(event.target.value)}
      onKeyDown=${press}></textarea>
    <div class="row">
      ${error && html`<span class="notice" role="alert">${error}</span>`}
      <${Button} onClick=${leave}>Cancel<//>
      <${Button} kind="primary" disabled=${isBusy} onClick=${save}>Save<//>
    </div>
  </div>`;
}
