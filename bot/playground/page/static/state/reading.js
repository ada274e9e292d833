// What is read: fetching channels and threads, keeping them in step, marking as read.

import { act, read } from "../net/api.js";
import { emptyFeed, fetched, heard } from "./feeds.js";
import { showAddress } from "./kept.js";
import { tell } from "./notes.js";
import { channelOf, setUnread } from "./sidebar.js";
import { now, update } from "./store.js";

const PAGE = 50; // messages
const dismissed = new Set(); // times of messages, which no two have in common

const changeFeed = (key, change) =>
  update(({ feeds }) => feeds[key] && { feeds: { ...feeds, [key]: change(feeds[key]) } });

/** Show a channel, fetching it where that was not done before. */
export async function openChannel(channel) {
  const known = now().feeds[channel];
  if (!known || known.status === "failed") await fetchFeed(channel);
  // Where the unread messages begin is kept, so that the line stays while they are read.
  const unread = channelOf(now(), channel)?.unread ?? 0;
  changeFeed(channel, (feed) => ({ ...feed, newFrom: unread ? (feed.messages.at(-unread)?.ts ?? "") : "" }));
}

/** Open the thread under a message; the root is shown at once where it is known. */
export async function openThread(channel, ts) {
  const root = now().feeds[channel]?.messages.find((message) => message.ts === ts);
  update({ thread: { channel, ts } });
  showAddress();
  await fetchFeed(channel, ts, root && [root]);
}

export function closeThread() {
  update({ thread: null });
  showAddress();
}

/** Fetch all of a thread or the newest page of a channel; what is there stays meanwhile. */
async function fetchFeed(channel, root = "", messages = []) {
  const key = channel + root;
  const fetching = { ...(now().feeds[key] ?? emptyFeed(channel, root, messages)), status: "loading", pending: [] };
  update(({ feeds }) => ({ feeds: { ...feeds, [key]: fetching } }));
  await fetchPage(fetching);
}

export async function loadOlder(channel) {
  const feed = now().feeds[channel];
  if (feed?.status !== "ready" || !feed.hasMore || !feed.messages.length) return;
  changeFeed(channel, (so) => ({ ...so, status: "older", pending: [] }));
  await fetchPage(feed, feed.messages[0].ts);
}

async function fetchPage({ channel, root }, before = "") {
  const { person } = now();
  const take = (change) => now().person === person && changeFeed(channel + root, change);
  try {
    const page = root
      ? await read("thread", { as: person, channel, ts: root })
      : await read("history", { as: person, channel, before, limit: PAGE });
    const messages = page.messages ?? [page.root, ...page.replies];
    take((feed) => fetched(feed, messages.filter(({ ts }) => !dismissed.has(ts)), page.has_more ?? false, !before));
  } catch ({ message: error }) {
    take((feed) => ({ ...feed, status: root || !feed.messages.length ? "failed" : "ready", error }));
    if (now().feeds[channel + root]?.status === "ready") tell(error);
  }
}

/** Take in one event of the stream; with its first message an open thread goes. */
export function takeIn(name, data) {
  const { channel, ts } = data.message ?? data;
  const { feeds, thread } = now();
  const isMeant = ([, feed]) => feed.channel === channel;
  const changed = Object.entries(feeds).filter(isMeant).map(([key, feed]) => [key, heard(feed, name, data)]);
  update({ feeds: { ...feeds, ...Object.fromEntries(changed) } });
  if (name === "message_deleted" && thread?.channel === channel && thread.ts === ts) closeThread();
}

export function dismissMessage(message) {
  dismissed.add(message.ts);
  takeIn("message_deleted", message);
}

export async function markRead(channel) {
  const state = now();
  const last = state.feeds[channel]?.messages.findLast((message) => !message.ephemeral);
  if (!last || !channelOf(state, channel)?.unread) return;
  setUnread(channel, () => 0);
  await act("read", { as: state.person }, { channel, ts: last.ts }).catch(() => {}); // the mark returns by itself
}
