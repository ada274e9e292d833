// What the stream tells, brought into the state.

import { plainOf } from "../text/index.js";
import { changeFeed } from "./channels.js";
import { directoryOf } from "./directory.js";
import { heard, isInChannel } from "./feeds.js";
import { hoodHears } from "./hood.js";
import { loadSidebar, setUnread } from "./sidebar.js";
import { CLEAN, now, update } from "./store.js";
import { threadHears } from "./thread.js";
import { quietly } from "./toasts.js";

const QUIET = 2500; // ms without a further edit before a changed message is read out

const HEARING = {
  message: hearMessage,
  message_changed: hearMessage,
  message_deleted: hearMessage,
  modal: (name, { view }) => update({ modal: view, modalOutcome: CLEAN }),
  home: (name, { view }) => update({ home: view }),
  sidebar: () => quietly(loadSidebar()),
  read: (name, { channel, unread }) => setUnread(channel, () => unread),
};

/** Take in one event. */
export const hear = (name, data) => (HEARING[name] ?? hoodHears)(name, data);

function hearMessage(name, data) {
  const { message } = data;
  const { channel } = message ?? data;
  changeFeed(channel, (feed) => heard(feed, name, data));
  threadHears(name, data);
  if (!message || message.author.id === now().person) return;
  if (name === "message" && !message.ephemeral && isInChannel(message)) setUnread(channel, (unread) => unread + 1);
  if (isInSight(message)) announce(message, name === "message" ? 0 : QUIET);
}

const isInSight = ({ channel, thread_ts: root, is_reply: isReply }) =>
  isReply ? now().thread?.ts === root : now().place?.channel === channel;

const waiting = new Map(); // message time → timer: a message that is edited often is read out once

function announce({ ts, author, text }, pause) {
  const speak = () => {
    waiting.delete(ts);
    update((state) => ({ announcement: `${author.name}: ${plainOf(text, directoryOf(state))}` }));
  };
  clearTimeout(waiting.get(ts));
  waiting.set(ts, setTimeout(speak, pause));
}
