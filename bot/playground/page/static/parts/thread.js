// The side pane with one thread.

import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { closeThread, openThread } from "../state/reading.js";
import { canWrite, channelOf, titleOf } from "../state/sidebar.js";
import { useStore } from "../state/store.js";
import { Composer } from "./composer.js";
import { counted, IconButton, Quiet } from "./kit.js";
import { MessageList } from "./message-list.js";
import { DropPane } from "./uploads.js";

export function ThreadPane() {
  const { channel: id, ts } = useStore(({ thread }) => thread);
  const feed = useStore((state) => state.feeds[id + ts]);
  const channel = useStore((state) => channelOf(state, id));
  const person = useStore(({ person }) => person);
  const pane = useRef(null);
  useEffect(() => {
    const opener = document.activeElement;
    pane.current?.focus();
    return () => opener?.isConnected && opener.focus();
  }, [ts]);
  if (!channel || !feed) return null;
  const { messages, status, error } = feed;
  const draft = `${person}-${id}-${ts}`;
  const count = messages.filter((message) => !message.ephemeral).length - 1;
  const line = html`<p key="replies" class="reply-line" role="listitem">${count > 0 ? counted(count, "reply", "replies") : "No replies yet"}</p>`;
  return html`<aside class="side thread column" aria-label="Thread" ref=${pane} tabindex="-1"
    onKeyDown=${(event) => event.key === "Escape" && closeThread()}>
    <header class="head row">
      <${IconButton} icon="back" label="Back to the channel" kind="only-phone" onClick=${closeThread} />
      <div class="grow row"><h2>Thread</h2><p class="soft cut">${titleOf(channel)}</p></div>
      <${IconButton} icon="close" label="Close thread" kind="not-phone" onClick=${closeThread} />
    </header>
    <${DropPane} draft=${canWrite(channel) && draft} where="the thread" label="Messages of the thread">
      ${status === "failed" && html`<${Quiet} onRetry=${() => openThread(id, ts)}>${error}<//>`}
      ${status === "loading" && !messages.length && html`<${Quiet}>Loading the thread<//>`}
      ${messages.length > 0 && html`<${MessageList} key=${draft} label="Thread" messages=${messages} inThread=${true} me=${person} afterFirst=${line} />`}
      ${canWrite(channel) && html`<${Composer} key=${draft} draft=${draft} channel=${id} threadTs=${ts} label="Reply" />`}
    <//>
  </aside>`;
}
