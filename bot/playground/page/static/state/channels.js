// The messages of the channels: fetching, paging, marking as read.

import { act, read } from "../net/api.js";
import { emptyFeed, fetched } from "./feeds.js";
import { now, update } from "./store.js";
import { tell } from "./toasts.js";

const PAGE = 50; // messages

/** Change one feed, if it is there. */
export const changeFeed = (channel, change) =>
  update(({ feeds }) => (feeds[channel] ? { feeds: { ...feeds, [channel]: change(feeds[channel]) } } : null));

/** The channel of the sidebar with this id. */
export const channelOf = (state, id) =>
  state.sidebar && [...state.sidebar.channels, ...state.sidebar.directs].find((channel) => channel.id === id);

/** Show a channel, fetching it where that was not done before. */
export async function openChannel(channel) {
  const known = now().feeds[channel];
  if (!known || known.status === "failed") {
    update(({ feeds }) => ({ feeds: { ...feeds, [channel]: emptyFeed() } }));
    await fetchPage(channel, "", { fresh: true });
  }
  markFirstNew(channel);
}

/** Fetch the newest page again, because something was missed. */
export async function refreshChannel(channel) {
  changeFeed(channel, (feed) => ({ ...feed, status: "loading", pending: [] }));
  await fetchPage(channel, "", { fresh: true });
}

/** Fetch the page above the oldest loaded message. */
export async function loadOlder(channel) {
  const feed = now().feeds[channel];
  if (feed?.status !== "ready" || !feed.hasMore || !feed.messages.length) {
    return;
  }
  changeFeed(channel, (so) => ({ ...so, status: "older", pending: [] }));
  await fetchPage(channel, feed.messages[0].ts, {});
}

async function fetchPage(channel, before, { fresh = false }) {
  const person = now().person;
  try {
    const page = await read("history", { as: person, channel, before, limit: PAGE });
    if (now().person === person) {
      changeFeed(channel, (feed) => fetched(feed, page.messages.filter(isWanted), page.has_more, { fresh }));
    }
  } catch (error) {
    const status = before ? "ready" : "failed";
    changeFeed(channel, (feed) => ({ ...feed, status, error: error.message, pending: [] }));
    if (before) {
      tell(error.message);
    }
  }
}

/** Remember where the unread messages begin, so that the line stays while they are read. */
function markFirstNew(channel) {
  const unread = channelOf(now(), channel)?.unread ?? 0;
  changeFeed(channel, (feed) => ({ ...feed, newFrom: unread ? (feed.messages.at(-unread)?.ts ?? "") : "" }));
}

/** Everything in this channel is read. */
export async function markRead(channel) {
  const state = now();
  const last = state.feeds[channel]?.messages.findLast((message) => !message.ephemeral);
  if (!last || !channelOf(state, channel)?.unread) {
    return;
  }
  setUnread(channel, () => 0);
  await act("read", { as: state.person }, { channel, ts: last.ts }).catch(() => {}); // the mark returns by itself
}

/** Change the number of unread messages in the sidebar. */
export function setUnread(id, change) {
  const changed = (list) =>
    list.map((channel) => (channel.id === id ? { ...channel, unread: change(channel.unread) } : channel));
  update(({ sidebar }) =>
    sidebar && { sidebar: { ...sidebar, channels: changed(sidebar.channels), directs: changed(sidebar.directs) } },
  );
}

/** Ephemeral messages that were dismissed stay away while the page is open. */
const dismissed = new Set();
const isWanted = (message) => !dismissed.has(`${message.channel} ${message.ts}`);

/** Take an ephemeral message out of sight. */
export function dismissMessage({ channel, ts }) {
  dismissed.add(`${channel} ${ts}`);
  const without = (messages) => messages.filter((message) => message.ts !== ts);
  changeFeed(channel, (feed) => ({ ...feed, messages: without(feed.messages) }));
  update(({ thread }) => thread && { thread: { ...thread, replies: without(thread.replies) } });
}
