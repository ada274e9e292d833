// The messages of the channels: fetching, paging, marking as read.

import { act, read } from "../net/api.js";
import { dismissed, isWanted } from "./dismissed.js";
import { emptyFeed, fetched, withoutMessage } from "./feeds.js";
import { channelOf, setUnread } from "./sidebar.js";
import { now, update } from "./store.js";
import { tell } from "./toasts.js";

const PAGE = 50; // messages

/** Change one feed, if it is there. */
export const changeFeed = (channel, change) =>
  update(({ feeds }) => feeds[channel] && { feeds: { ...feeds, [channel]: change(feeds[channel]) } });

/** Show a channel, fetching it where that was not done before. */
export async function openChannel(channel) {
  const known = now().feeds[channel];
  if (!known || known.status === "failed") {
    update(({ feeds }) => ({ feeds: { ...feeds, [channel]: emptyFeed() } }));
    await fetchPage(channel);
  }
  // Where the unread messages begin is kept, so that the line stays while they are read.
  const unread = channelOf(now(), channel)?.unread ?? 0;
  changeFeed(channel, (feed) => ({ ...feed, newFrom: unread ? (feed.messages.at(-unread)?.ts ?? "") : "" }));
}

/** Fetch the newest page again, because something was missed. */
export async function refreshChannel(channel) {
  changeFeed(channel, (feed) => ({ ...feed, status: "loading", pending: [] }));
  await fetchPage(channel);
}

/** Fetch the page above the oldest loaded message. */
export async function loadOlder(channel) {
  const feed = now().feeds[channel];
  if (feed?.status !== "ready" || !feed.hasMore || !feed.messages.length) return;
  changeFeed(channel, (so) => ({ ...so, status: "older", pending: [] }));
  await fetchPage(channel, feed.messages[0].ts);
}

async function fetchPage(channel, before = "") {
  const person = now().person;
  const take = (change) => now().person === person && changeFeed(channel, change);
  try {
    const page = await read("history", { as: person, channel, before, limit: PAGE });
    take((feed) => fetched(feed, page.messages.filter(isWanted), page.has_more, before === ""));
  } catch (error) {
    // What is on the page stays; only an empty channel says that it could not be read.
    take((feed) => ({ ...feed, status: feed.messages.length ? "ready" : "failed", error: error.message }));
    if (now().feeds[channel]?.messages.length) tell(error.message);
  }
}

/** Everything in this channel is read. */
export async function markRead(channel) {
  const state = now();
  const last = state.feeds[channel]?.messages.findLast((message) => !message.ephemeral);
  if (!last || !channelOf(state, channel)?.unread) return;
  setUnread(channel, () => 0);
  await act("read", { as: state.person }, { channel, ts: last.ts }).catch(() => {}); // the mark returns by itself
}

/** Take an ephemeral message out of sight. */
export function dismissMessage(message) {
  dismissed(message);
  changeFeed(message.channel, (feed) => ({ ...feed, messages: withoutMessage(feed.messages, message.ts) }));
  update(({ thread }) => thread && { thread: { ...thread, replies: withoutMessage(thread.replies, message.ts) } });
}
