// What the stream tells, brought into the state.

import { plainOf } from "../text/index.js";
import { changeFeed, setUnread } from "./channels.js";
import { directoryOf } from "./directory.js";
import { heard, isInChannel } from "./feeds.js";
import { addEntry, hoodHears } from "./hood.js";
import { loadSidebar } from "./session.js";
import { now, update } from "./store.js";
import { threadHears } from "./thread.js";
import { tell } from "./toasts.js";

const QUIET = 2500; // ms without a further edit before a changed message is read out

/** Take in one event. */
export function hear(name, data) {
  switch (name) {
    case "message":
    case "message_changed":
    case "message_deleted":
      hearMessage(name, data);
      break;
    case "modal":
      update({ modal: data.view, modalOutcome: { errors: {}, notice: "", busy: false } });
      break;
    case "home":
      update({ home: data.view });
      break;
    case "sidebar":
      loadSidebar().catch((error) => tell(error.message));
      break;
    case "read":
      setUnread(data.channel, () => data.unread);
      break;
    case "wire":
      addEntry(data.entry);
      break;
    default:
      hoodHears(name, data);
  }
}

function hearMessage(name, data) {
  const channel = (data.message ?? data).channel;
  changeFeed(channel, (feed) => heard(feed, name, data));
  threadHears(name, data);
  if (name === "message_deleted") {
    return;
  }
  const { message } = data;
  const isOwn = message.author.id === now().person;
  if (name === "message" && !isOwn && !message.ephemeral && isInChannel(message)) {
    setUnread(channel, (unread) => unread + 1);
  }
  if (!isOwn && isInSight(message)) {
    announce(message, name === "message" ? 0 : QUIET);
  }
}

const isInSight = ({ channel, thread_ts: root, is_reply: isReply }) =>
  isReply ? now().thread?.ts === root : now().place?.channel === channel;

const waiting = new Map(); // message time → timer: a message that is edited often is read out once

function announce(message, pause) {
  clearTimeout(waiting.get(message.ts));
  const speak = () => {
    waiting.delete(message.ts);
    update((state) => ({ announcement: `${message.author.name}: ${plainOf(message.text, directoryOf(state))}` }));
  };
  waiting.set(message.ts, setTimeout(speak, pause));
}
