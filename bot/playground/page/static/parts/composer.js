// The field in which a message is written.

import { html } from "htm/preact";
import { useRef, useState } from "preact/hooks";
import { postExample, shortcut } from "../state/doing.js";
import { attach, attachmentsOf, detach, sendDraft } from "../state/drafts.js";
import { remember, remembered } from "../state/kept.js";
import { completionAt } from "../state/names.js";
import { channelOf } from "../state/sidebar.js";
import { now, update, useStore } from "../state/store.js";
import { Avatar, FileWords, Icon, IconButton } from "./kit.js";
import { MenuButton } from "./menu.js";
import { size } from "./times.js";

/**
 * Give it the draft as key, so that another place gets another composer.
 * @param {{draft: string, channel: string, threadTs?: string, label: string}} props
 */
export function Composer({ draft, channel, threadTs = "", label }) {
  const kept = `draft.${draft}`;
  const list = `${draft}-completion`;
  const [text, setText] = useState(() => remembered(kept));
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [completion, setCompletion] = useState(null); // {start, suggestions, at}
  const attachments = useStore((state) => attachmentsOf(state, draft));
  const field = useRef(null);
  const picker = useRef(null);
  const isEmpty = !text.trim() && !attachments.length;

  const write = (next) => {
    setText(next);
    remember(kept, next);
    setError("");
  };
  const look = () => {
    const { value, selectionStart: caret, selectionEnd } = field.current;
    const found = caret === selectionEnd && completionAt(value, caret, now().sidebar);
    setCompletion(found ? { ...found, at: 0 } : null);
  };
  const complete = ({ insert }) => {
    const { value, selectionStart: caret } = field.current;
    field.current.setRangeText(insert, completion.start, caret + (value[caret] === " "), "end");
    write(field.current.value);
    setCompletion(null);
    field.current.focus();
  };
  const send = async (event) => {
    event.preventDefault();
    if (isEmpty || isBusy) return;
    setBusy(true);
    setCompletion(null);
    try {
      await sendDraft(draft, { text, channel, threadTs });
      write("");
    } catch (refusal) {
      setError(refusal.message);
    }
    setBusy(false);
    field.current?.focus();
  };
  const press = (event) => {
    if (event.isComposing) return;
    if (completion && steer(event.key, completion, setCompletion, complete)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey) send(event);
    else if (event.key === "ArrowUp" && !text) editLast(channel, threadTs);
  };
  const take = (event, files) => {
    if (!files.length) return;
    event.preventDefault();
    attach(draft, files);
    field.current.focus();
  };
  const picked = (event) => {
    take(event, event.target.files);
    event.target.value = "";
  };

  return html`<form class="composer" aria-label=${label} onSubmit=${send}>
    ${completion && html`<${Completion} id=${list} completion=${completion} onPick=${complete}
      onPoint=${(at) => setCompletion({ ...completion, at })} />`}
    <div class="field">
      ${attachments.length > 0 && html`<ul class="attachments wraps" aria-label="Files to send">
        ${attachments.map((one) => html`<${Attachment} key=${one.key} one=${one} onRemove=${() => detach(draft, [one])} />`)}
      </ul>`}
      <textarea ref=${field} rows="1" placeholder=${label} aria-label=${label} aria-autocomplete="list"
        aria-controls=${completion ? list : undefined} aria-activedescendant=${completion ? `${list}-${completion.at}` : undefined}
        value=${text} onClick=${look} onBlur=${() => setCompletion(null)} onKeyDown=${press}
        onInput=${(event) => {
          write(event.target.value);
          look();
        }}
        onPaste=${(event) => take(event, event.clipboardData.files)}></textarea>
      <div class="composer-foot row">
        <${IconButton} icon="clip" label="Attach files" onClick=${() => picker.current.click()} />
        <${Shortcuts} channel=${channel} threadTs=${threadTs} />
        <input ref=${picker} class="visually-hidden" type="file" multiple tabindex="-1" aria-label="Files to attach" onChange=${picked} />
        <span class="grow">
          ${error && html`<span class="notice" role="alert">${error}</span>`}
          ${!error && html`<${Hint} text=${text} hasFiles=${attachments.length > 0} channel=${threadTs ? "" : channel} />`}
        </span>
        <button type="submit" class="send" aria-label="Send" title="Send (Enter)" disabled=${isBusy} aria-disabled=${isEmpty || undefined}>
          <${Icon} name="send" />
        </button>
      </div>
    </div>
  </form>`;
}

/** What helps with this text; in a channel, that the app answers only where it is mentioned. */
function Hint({ text, hasFiles, channel }) {
  const app = useStore((state) => state.sidebar.app);
  const { kind, bot_member: isHere } = useStore((state) => channelOf(state, channel)) ?? {};
  const isAsked = kind === "im" || text[0] === "/" || text.toLowerCase().includes(`@${app.name}`.toLowerCase());
  const isMeant = isHere && !isAsked && (!text || hasFiles || text.includes("?"));
  const isLong = text.includes("\n") || text.length > 60;
  return html`<span class="faint">${isMeant ? `Mention @${app.name} to ask it` : isLong && "Shift + Enter for a new line"}</span>`;
}

const Completion = ({ id, completion, onPick, onPoint }) =>
  html`<ul id=${id} class="completion raised floats" role="listbox" aria-label="Suggestions">
    ${completion.suggestions.map((one, index) => {
      const pick = (event) => {
        event.preventDefault(); // the field keeps the focus
        onPick(one);
      };
      const isAt = index === completion.at;
      return html`<li key=${one.key} id="${id}-${index}" class="row" role="option" aria-selected=${String(isAt)}
        onPointerMove=${() => isAt || onPoint(index)} onPointerDown=${pick}>
        ${one.person ? html`<${Avatar} person=${one.person} size="tiny" />` : html`<${Icon} name=${one.icon} />`}
        <b>${one.label}</b><span class="faint cut">${one.hint}</span>
      </li>`;
    })}
  </ul>`;

function Attachment({ one, onRemove }) {
  const isUnderway = !one.id && !one.error;
  const percent = Math.round(one.share * 100);
  return html`<li class="attachment raised row">
    <${FileWords} name=${one.name} picture=${one.picture} sign=${one.name.split(".").at(-1)}>
      <span class="faint" role=${one.error ? "alert" : undefined}>${one.error || (isUnderway ? `${percent} %` : size(one.size))}</span>
      ${isUnderway && html`<progress max="100" value=${percent} aria-label="Upload of ${one.name}"></progress>`}
    <//>
    <${IconButton} icon="close" label="Remove ${one.name}" onClick=${onRemove} />
  </li>`;
}

function Shortcuts({ channel, threadTs }) {
  const globals = useStore((state) => state.sidebar.shortcuts).filter((one) => one.type === "global");
  const all = useStore(({ examples }) => examples);
  const examples = threadTs ? [] : all;
  const items = [
    globals.length && { heading: true, label: "Shortcuts" },
    ...globals.map((one) => ({ label: one.name, hint: one.description, onPick: () => shortcut(one.callback_id) })),
    examples.length && { heading: true, label: "Send an example" },
    ...examples.map(({ id, title, files }) => ({
      label: title, hint: files.map((file) => file.name).join(", "), onPick: () => postExample(id, channel),
    })),
  ];
  return items.some(Boolean) && html`<${MenuButton} label="Shortcuts and examples" items=${items}><${Icon} name="bolt" /><//>`;
}

/** The keys of the list of suggestions. @returns {boolean} whether the key was one of them */
function steer(key, completion, setCompletion, complete) {
  const { at, suggestions } = completion;
  const by = { ArrowDown: 1, ArrowUp: suggestions.length - 1 }[key];
  if (by) setCompletion({ ...completion, at: (at + by) % suggestions.length });
  else if (key === "Tab" || key === "Enter") complete(suggestions[at]);
  else if (key === "Escape") setCompletion(null);
  else return false;
  return true;
}

/** Arrow up in an empty field edits one's last message here. */
function editLast(channel, threadTs) {
  const { feeds, person } = now();
  const last = feeds[channel + threadTs]?.messages.findLast((message) => message.author.id === person && !message.ephemeral);
  if (last) update({ editing: `${threadTs !== ""} ${channel} ${last.ts}` });
}
