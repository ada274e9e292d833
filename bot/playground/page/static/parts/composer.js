// The field in which a message is written.

import { html } from "htm/preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { attach, attachmentsOf, clearAttachments } from "../state/attachments.js";
import { channelOf } from "../state/channels.js";
import { completionAt } from "../state/completion.js";
import { postExample, shortcut } from "../state/doing.js";
import { remember, remembered } from "../state/keeping.js";
import { sendDraft } from "../state/sending.js";
import { now, update, useStore } from "../state/store.js";
import { Attachments } from "./attachments.js";
import { Completion, optionId } from "./completion.js";
import { Icon } from "./icons.js";
import { MenuButton } from "./menu.js";

/**
 * Give it the draft as key, so that another place gets another composer.
 * @param {{draft: string, channel: string, threadTs?: string, label: string}} props
 */
export function Composer({ draft, channel, threadTs = "", label }) {
  const kept = `draft.${draft}`;
  const [text, setText] = useState(() => remembered(kept));
  const [error, setError] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [completion, setCompletion] = useState(null); // {start, suggestions, at}
  const attachments = useStore((state) => attachmentsOf(state, draft));
  const sidebar = useStore((state) => state.sidebar);
  const field = useRef(null);
  const picker = useRef(null);
  const isUploading = attachments.some((one) => !one.id && !one.error);
  const isEmpty = !text.trim() && attachments.length === 0;

  useLayoutEffect(() => fit(field.current), [text]);

  const write = (next) => {
    setText(next);
    remember(kept, next);
    setError("");
  };
  const look = () => {
    const { value, selectionStart, selectionEnd } = field.current;
    const found = selectionStart === selectionEnd ? completionAt(value, selectionStart, sidebar) : null;
    setCompletion(found && { ...found, at: 0 });
  };
  const complete = (suggestion) => {
    const caret = field.current.selectionStart;
    const next = text.slice(0, completion.start) + suggestion.insert + text.slice(caret).replace(/^ /, "");
    write(next);
    setCompletion(null);
    field.current.focus();
    // The caret is set once the new text is in the field.
    requestAnimationFrame(() => {
      const end = completion.start + suggestion.insert.length;
      field.current?.setSelectionRange(end, end);
    });
  };
  const send = async () => {
    if (isEmpty || isBusy) {
      return;
    }
    if (isUploading) {
      setError("A file is still on its way. The message can go when it is there.");
      return;
    }
    setBusy(true);
    setCompletion(null);
    try {
      await sendDraft({ text, channel, threadTs, attachments }, now().sidebar);
      write("");
      clearAttachments(draft);
    } catch (refusal) {
      setError(refusal.message);
    }
    setBusy(false);
    field.current?.focus();
  };
  const press = (event) => {
    if (event.isComposing) {
      return;
    }
    if (completion && steer(event, completion, setCompletion, complete)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && !text) {
      editLast(channel, threadTs);
    }
  };
  const paste = (event) => {
    const files = [...event.clipboardData.files];
    if (files.length > 0) {
      event.preventDefault();
      attach(draft, files);
    }
  };

  return html`<form
    class="composer"
    aria-label=${label}
    onSubmit=${(event) => {
      event.preventDefault();
      send();
    }}
  >
    ${completion &&
    html`<${Completion}
      id=${`${draft}-completion`}
      completion=${completion}
      onPick=${complete}
      onPoint=${(at) => setCompletion({ ...completion, at })}
    />`}
    <div class="composer-box">
      ${attachments.length > 0 && html`<${Attachments} draft=${draft} attachments=${attachments} />`}
      <textarea
        ref=${field}
        rows="1"
        placeholder=${label}
        aria-label=${label}
        aria-autocomplete="list"
        aria-controls=${completion ? `${draft}-completion` : undefined}
        aria-activedescendant=${completion ? optionId(`${draft}-completion`, completion.at) : undefined}
        value=${text}
        onInput=${(event) => {
          write(event.target.value);
          look();
        }}
        onClick=${look}
        onBlur=${() => setCompletion(null)}
        onKeyDown=${press}
        onPaste=${paste}
      ></textarea>
      <div class="composer-foot">
        <button
          type="button"
          class="icon-button"
          aria-label="Attach files"
          title="Attach files"
          onClick=${() => picker.current.click()}
        >
          <${Icon} name="clip" />
        </button>
        <${ShortcutsButton} channel=${channel} threadTs=${threadTs} />
        <input
          ref=${picker}
          class="visually-hidden"
          type="file"
          multiple
          tabindex="-1"
          aria-label="Files to attach"
          onChange=${(event) => {
            attach(draft, event.target.files);
            event.target.value = "";
            field.current.focus();
          }}
        />
        <span class="composer-note">
          ${error ? html`<span class="notice" role="alert">${error}</span>` : html`<${Hint} text=${text} hasFiles=${attachments.length > 0} channel=${threadTs ? "" : channel} />`}
        </span>
        <button
          type="submit"
          class="send"
          aria-label="Send"
          title="Send (Enter)"
          disabled=${isBusy}
          aria-disabled=${isEmpty ? "true" : undefined}
        >
          <${Icon} name="send" />
        </button>
      </div>
    </div>
  </form>`;
}

/** What helps with this text; in a channel, that the app drafts only where it is mentioned. */
function Hint({ text, hasFiles, channel }) {
  const app = useStore((state) => state.sidebar.app);
  const { kind, bot_member: isHeard } = useStore((state) => channelOf(state, channel)) ?? {};
  const isAsked = kind === "im" || text.toLowerCase().includes(`@${app.name}`.toLowerCase()) || text[0] === "/";
  const isMeant = hasFiles || !text || text.includes("?");
  const isLong = text.includes("\n") || text.length > 60;
  const hint =
    isHeard && isMeant && !isAsked ? `@${app.name} answers where it is mentioned` : isLong && "Shift + Enter for a new line";
  return hint && html`<span class="faint">${hint}</span>`;
}

function ShortcutsButton({ channel, threadTs }) {
  const shortcuts = useStore((state) => state.sidebar.shortcuts);
  const examples = useStore((state) => state.examples);
  const globals = shortcuts.filter((one) => one.type === "global");
  const items = [
    globals.length > 0 && { heading: true, label: "Shortcuts" },
    ...globals.map((one) => ({ label: one.name, hint: one.description, onPick: () => shortcut(one.callback_id) })),
    !threadTs && examples.length > 0 && { heading: true, label: "Send an example" },
    ...(threadTs ? [] : examples).map((one) => ({
      label: one.title,
      hint: one.files.map((file) => file.name).join(", "),
      onPick: () => postExample(one.id, channel),
    })),
  ].filter(Boolean);
  return items.length > 0 && html`<${MenuButton} label="Shortcuts and examples" items=${items}><${Icon} name="bolt" /><//>`;
}

/** Let the field be as high as its text, up to the limit of the style sheet. */
function fit(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

/** The keys of the list of suggestions. @returns {boolean} whether the key was one of them */
function steer(event, completion, setCompletion, complete) {
  const { at, suggestions } = completion;
  switch (event.key) {
    case "ArrowDown":
      setCompletion({ ...completion, at: (at + 1) % suggestions.length });
      return true;
    case "ArrowUp":
      setCompletion({ ...completion, at: (at - 1 + suggestions.length) % suggestions.length });
      return true;
    case "Tab":
    case "Enter":
      complete(suggestions[at]);
      return true;
    case "Escape":
      setCompletion(null);
      return true;
    default:
      return false;
  }
}

/** Arrow up in an empty field edits one's last message here. */
function editLast(channel, threadTs) {
  const { feeds, thread, person } = now();
  const messages = threadTs ? (thread?.replies ?? []) : (feeds[channel]?.messages ?? []);
  const last = messages.findLast((message) => message.author.id === person && !message.ephemeral);
  if (last) {
    update({ editing: `${threadTs !== ""} ${channel} ${last.ts}` });
  }
}
