// Pure functions over lists of messages: putting in, taking out, grouping for the eye.

/**
 * @typedef {{channel: string, ts: string, thread_ts: string, is_reply: boolean, author: object}} Message
 * @typedef {{messages: Message[], hasMore: boolean, status: "loading" | "older" | "ready" | "failed",
 *   error: string, pending: object[], newFrom: string}} Feed
 *   pending: what the stream told while a fetch was under way; it is newer than the fetch's answer
 */

const GROUP = 300; // seconds: closer messages of one author share one head

/** @returns {Feed} */
export const emptyFeed = () => ({ messages: [], hasMore: true, status: "loading", error: "", pending: [], newFrom: "" });

/** The list with this message in its place, once. */
export function withMessage(messages, message) {
  const found = messages.findLastIndex((other) => other.ts <= message.ts);
  const isKnown = messages[found]?.ts === message.ts;
  return isKnown ? messages.with(found, message) : messages.toSpliced(found + 1, 0, message);
}

/** The list without the message of that time. */
export const withoutMessage = (messages, ts) => messages.filter((message) => message.ts !== ts);

/** Whether a message stands in the channel itself, not only in a thread. */
export const isInChannel = (message) => !message.is_reply || message.broadcast;

/**
 * The feed after one event of the stream.
 * @param {Feed} feed @param {"message" | "message_changed" | "message_deleted"} name @param {any} data
 */
export function heard(feed, name, data) {
  const isFetching = feed.status === "loading" || feed.status === "older";
  return applied(isFetching ? { ...feed, pending: [...feed.pending, { name, data }] } : feed, name, data);
}

function applied(feed, name, data) {
  const { messages, hasMore } = feed;
  if (name === "message_deleted") return { ...feed, messages: withoutMessage(messages, data.ts) };
  const { message } = data;
  const isKnown = messages.some((other) => other.ts === message.ts);
  const isAboveLoaded = hasMore && message.ts < (messages[0]?.ts ?? "");
  const belongs = isInChannel(message) && !isAboveLoaded && (name === "message" || isKnown);
  return belongs ? { ...feed, messages: withMessage(messages, message) } : feed;
}

/** The feed with a fetched page put in; what the stream told meanwhile wins. `isFresh`: the page is all there is. */
export function fetched(feed, page, hasMore, isFresh) {
  const messages = page.reduce(withMessage, isFresh ? [] : feed.messages);
  const base = { ...feed, messages, hasMore, status: "ready", error: "", pending: [] };
  return feed.pending.reduce((so, { name, data }) => applied(so, name, data), base);
}

/** @param {string} ts */
export const dateOf = (ts) => new Date(Number(ts) * 1000);

const dayOf = (ts) => dateOf(ts).toDateString();

/**
 * What the list shows, from top to bottom.
 * @param {Message[]} messages @param {string} newFrom time of the first unread message, or nothing
 */
export function rows(messages, newFrom) {
  const all = [];
  let before = null;
  for (const message of messages) {
    const { ts } = message;
    const isNewDay = !before || dayOf(before.ts) !== dayOf(ts);
    const isFirstNew = newFrom !== "" && ts >= newFrom && (!before || before.ts < newFrom);
    if (isNewDay) all.push({ kind: "day", key: `day ${dayOf(ts)}`, ts });
    if (isFirstNew) all.push({ kind: "new", key: "new" });
    const follows = !isNewDay && !isFirstNew && belongsTogether(before, message);
    all.push({ kind: "message", key: ts, message, follows });
    before = message;
  }
  return all;
}

const belongsTogether = (before, message) =>
  before.author.id === message.author.id &&
  before.ephemeral === message.ephemeral &&
  !before.reply_count &&
  !message.broadcast &&
  !message.edited && // its head says so
  Number(message.ts) - Number(before.ts) < GROUP;
