// The field in which a new message is written, with its files, shortcuts and examples.

import { html } from "htm/preact";
import { postExample, sendDraft, shortcutsFor } from "../state/doing.js";
import { remember, remembered } from "../state/kept.js";
import { channelOf } from "../state/sidebar.js";
import { now, update, useStore } from "../state/store.js";
import { attach, uploadsOf } from "../state/uploads.js";
import { Field } from "./field.js";
import { Icon } from "./kit.js";
import { MenuButton } from "./menu.js";
import { FilePicker, Uploads } from "./uploads.js";

/** Give it the draft as key, so that another place gets another composer. */
export function Composer({ draft, channel, threadTs = "", label }) {
  const kept = `draft.${draft}`;
  const hasFiles = useStore((state) => uploadsOf(state, draft).length > 0);
  const app = useStore((state) => state.sidebar.app);
  const place = useStore((state) => channelOf(state, channel));
  const onFiles = (files) => attach(draft, files);
  const hint = (text) => {
    const isAsked = threadTs || place.kind === "im" || text[0] === "/" || text.toLowerCase().includes(`@${app.name}`.toLowerCase());
    const isMeant = place.bot_member && !isAsked && (!text || hasFiles || text.includes("?"));
    return isMeant ? `Mention @${app.name} to ask it` : text.length > 60 && "Shift + Enter for a new line";
  };
  return html`<${Field} kind="composer" label=${label} initial=${remembered(kept)} hasMore=${hasFiles} hint=${hint}
    onWrite=${(text) => remember(kept, text)} onSend=${(text) => sendDraft(draft, { text, channel, threadTs })}
    onKey=${({ key }, text) => key === "ArrowUp" && !text && editLast(channel, threadTs)} onFiles=${onFiles}
    above=${html`<${Uploads} place=${draft} />`}
    tools=${html`<${FilePicker} kind="icon-button" title="Attach files" aria-label="Attach files" onFiles=${onFiles}><${Icon} name="clip" /><//>
      <${Shortcuts} channel=${channel} threadTs=${threadTs} />`}
    buttons=${(isEmpty, isBusy) => html`<button type="submit" class="send" aria-label="Send" title="Send (Enter)"
      disabled=${isBusy} aria-disabled=${isEmpty || undefined}><${Icon} name="send" /></button>`} />`;
}

function Shortcuts({ channel, threadTs }) {
  const globals = shortcutsFor(useStore((state) => state.sidebar.shortcuts));
  const all = useStore(({ examples }) => examples);
  const examples = threadTs ? [] : all;
  const items = [
    globals.length && { heading: true, label: "Shortcuts" },
    ...globals,
    examples.length && { heading: true, label: "Send an example" },
    ...examples.map(({ id, title, files }) => ({
      label: title, hint: files.map((file) => file.name).join(", "), onPick: () => postExample(id, channel),
    })),
  ];
  return html`<${MenuButton} label="Shortcuts and examples" icon="bolt" items=${items} />`;
}

function editLast(channel, threadTs) {
  const { feeds, person } = now();
  const last = feeds[channel + threadTs]?.messages.findLast((message) => message.author.id === person && !message.ephemeral);
  if (last) update({ editing: `${threadTs !== ""} ${channel} ${last.ts}` });
}
