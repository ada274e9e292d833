// The thread in the side pane.

import { read } from "../net/api.js";
import { showAddress } from "./address.js";
import { isWanted } from "./dismissed.js";
import { withMessage, withoutMessage } from "./feeds.js";
import { now, update } from "./store.js";

/** Open the thread under a message; the root is shown at once where it is known. */
export async function openThread(channel, ts) {
  const { person, feeds, thread } = now();
  const isSame = thread?.channel === channel && thread.ts === ts;
  const root = feeds[channel]?.messages.find((message) => message.ts === ts) ?? null;
  const empty = { channel, ts, root, replies: [], error: "" };
  update({ thread: { ...(isSame ? thread : empty), status: "loading", pending: [] } });
  showAddress();
  const take = (change) =>
    update(({ person: who, thread: so }) => who === person && so?.channel === channel && so.ts === ts && change(so));
  try {
    const found = await read("thread", { as: person, channel, ts });
    const base = { ...empty, root: found.root, replies: found.replies.filter(isWanted), status: "ready", pending: [] };
    take(({ pending }) => ({ thread: pending.reduce((so, { name, data }) => applied(so, name, data), base) }));
  } catch (error) {
    take((so) => ({ thread: { ...so, status: "failed", error: error.message } }));
  }
}

/** Close the side pane. */
export function closeThread() {
  update({ thread: null });
  showAddress();
}

/** The open thread after one event of the stream; with its first message it goes. */
export function threadHears(name, data) {
  const { thread } = now();
  if (thread?.channel !== (data.message ?? data).channel) return;
  if (name === "message_deleted" && data.ts === thread.ts) {
    closeThread();
    return;
  }
  const pending = thread.status === "loading" ? [...thread.pending, { name, data }] : [];
  update({ thread: { ...applied(thread, name, data), pending } });
}

function applied(thread, name, data) {
  const { ts, replies } = thread;
  if (name === "message_deleted") return { ...thread, replies: withoutMessage(replies, data.ts) };
  const { message } = data;
  if (message.ts === ts) return { ...thread, root: message };
  const belongs =
    message.thread_ts === ts && (name === "message" || replies.some((other) => other.ts === message.ts));
  return belongs ? { ...thread, replies: withMessage(replies, message) } : thread;
}
