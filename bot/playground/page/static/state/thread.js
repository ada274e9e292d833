// The thread in the side pane.

import { read } from "../net/api.js";
import { withMessage, withoutMessage } from "./feeds.js";
import { showAddress } from "./session.js";
import { now, update } from "./store.js";

/** Open the thread under a message; the root is shown at once where it is known. */
export async function openThread(channel, ts) {
  const { person, feeds, thread } = now();
  const isSame = thread?.channel === channel && thread.ts === ts;
  const root = feeds[channel]?.messages.find((message) => message.ts === ts) ?? null;
  const empty = { channel, ts, root, replies: [], error: "" };
  update({ thread: { ...(isSame ? thread : empty), status: "loading", pending: [] } });
  showAddress();
  const isStill = () => now().person === person && now().thread?.channel === channel && now().thread.ts === ts;
  try {
    const found = await read("thread", { as: person, channel, ts });
    if (isStill()) {
      const base = { channel, ts, root: found.root, replies: found.replies, status: "ready", error: "", pending: [] };
      update((state) => ({ thread: state.thread.pending.reduce((so, it) => applied(so, it.name, it.data), base) }));
    }
  } catch (error) {
    if (isStill()) {
      update((state) => ({ thread: { ...state.thread, status: "failed", error: error.message } }));
    }
  }
}

/** Close the side pane. */
export function closeThread() {
  update({ thread: null });
  showAddress();
}

/** The open thread after one event of the stream. */
export function threadHears(name, data) {
  update(({ thread }) => {
    if (!thread || (data.message ?? data).channel !== thread.channel) {
      return null;
    }
    const pending = thread.status === "loading" ? [...thread.pending, { name, data }] : [];
    return { thread: { ...applied(thread, name, data), pending } };
  });
}

function applied(thread, name, data) {
  if (name === "message_deleted") {
    return data.ts === thread.ts ? thread : { ...thread, replies: withoutMessage(thread.replies, data.ts) };
  }
  const { message } = data;
  if (message.ts === thread.ts) {
    return { ...thread, root: message };
  }
  const isKnown = thread.replies.some((other) => other.ts === message.ts);
  const belongs = message.thread_ts === thread.ts && (name === "message" || isKnown);
  return belongs ? { ...thread, replies: withMessage(thread.replies, message) } : thread;
}
