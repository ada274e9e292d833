// The side pane with one thread.

import { html } from "htm/preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { channelOf } from "../state/channels.js";
import { now, useStore } from "../state/store.js";
import { closeThread, openThread } from "../state/thread.js";
import { Composer } from "./composer.js";
import { DropPane } from "./drop.js";
import { titleOf } from "./header.js";
import { Icon } from "./icons.js";
import { MessageList } from "./message-list.js";

/** The side pane. */
export function ThreadPane() {
  const thread = useStore((state) => state.thread);
  const channel = useStore((state) => channelOf(state, state.thread?.channel));
  const pane = useRef(null);
  const opener = useRef(null);
  const messages = useMemo(
    () => (thread?.root ? [thread.root, ...thread.replies] : []),
    [thread?.root, thread?.replies],
  );
  useEffect(() => {
    opener.current = document.activeElement;
    pane.current?.focus();
    return () => opener.current?.isConnected && opener.current.focus();
  }, [thread?.ts]);
  if (!thread || !channel) {
    return null;
  }
  const draft = `${now().person}-${channel.id}-${thread.ts}`;
  const count = thread.replies.filter((reply) => !reply.ephemeral).length;
  const canWrite = (channel.member || channel.kind === "im") && !channel.archived;
  return html`<aside
    class="side thread"
    aria-label="Thread"
    ref=${pane}
    tabindex="-1"
    onKeyDown=${(event) => event.key === "Escape" && closeThread()}
  >
    <header class="head">
      <button type="button" class="icon-button only-phone" aria-label="Back to the channel" onClick=${closeThread}>
        <${Icon} name="back" />
      </button>
      <div class="head-title">
        <h2>Thread</h2>
        <p class="topic">${titleOf(channel)}</p>
      </div>
      <button type="button" class="icon-button not-phone" aria-label="Close thread" onClick=${closeThread}>
        <${Icon} name="close" />
      </button>
    </header>
    <${DropPane} draft=${canWrite ? draft : ""} where="the thread" className="pane" label="Messages of the thread">
      ${thread.status === "failed" &&
      html`<div class="quiet">
        <p role="alert">${thread.error}</p>
        <button type="button" class="button" onClick=${() => openThread(thread.channel, thread.ts)}>Try again</button>
      </div>`}
      ${messages.length > 0
        ? html`<${MessageList}
            key=${draft}
            label="Thread"
            messages=${messages}
            inThread=${true}
            me=${now().person}
            afterFirst=${html`<p key="replies" class="reply-line" role="listitem">
              <span>${count === 0 ? "No replies yet" : `${count} ${count === 1 ? "reply" : "replies"}`}</span>
            </p>`}
          />`
        : html`<div class="list-frame">
            ${thread.status === "loading" && html`<p class="quiet" role="status">Loading the thread</p>`}
          </div>`}
      ${canWrite &&
      html`<${Composer} key=${draft} draft=${draft} channel=${channel.id} threadTs=${thread.ts} label="Reply" />`}
    <//>
  </aside>`;
}
