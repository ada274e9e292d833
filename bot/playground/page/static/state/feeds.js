// The messages of a channel or a thread: putting in, taking out, grouping for the eye.

const GROUP = 300; // seconds: closer messages of one author share one head

/**
 * `root`: of a thread, the time of its first message; `newFrom`: of the first unread one.
 * `pending`: what the stream told while a fetch was under way, and so is newer than its answer.
 * `status`: "loading" | "older" | "ready" | "failed"
 */
export const emptyFeed = (channel, root, messages) => ({
  channel, root, messages, hasMore: !root, status: "loading", error: "", pending: [], newFrom: "",
});

function withMessage(messages, message) {
  const found = messages.findLastIndex((other) => other.ts <= message.ts);
  const isKnown = messages[found]?.ts === message.ts;
  return isKnown ? messages.with(found, message) : messages.toSpliced(found + 1, 0, message);
}

/** Whether a message stands in the channel itself, not only in a thread. */
export const isInChannel = (message) => !message.is_reply || message.broadcast;

export function heard(feed, name, data) {
  const isFetching = feed.status === "loading" || feed.status === "older";
  return applied(isFetching ? { ...feed, pending: [...feed.pending, { name, data }] } : feed, name, data);
}

function applied(feed, name, data) {
  const { messages, hasMore, root } = feed;
  const { message = data } = data;
  if (name === "message_deleted") return { ...feed, messages: messages.filter(({ ts }) => ts !== message.ts) };
  const isKnown = messages.some(({ ts }) => ts === message.ts);
  if (isKnown && name === "message") return feed; // what is known may have changed since: an answer can come late
  const isNewHere =
    name === "message" &&
    (root ? message.thread_ts === root : isInChannel(message)) &&
    !(hasMore && message.ts < (messages[0]?.ts ?? "")); // above what is loaded
  return isKnown || isNewHere ? { ...feed, messages: withMessage(messages, message) } : feed;
}

/** The feed with a fetched page put in. `isFresh`: the page is all there is. */
export function fetched(feed, page, hasMore, isFresh) {
  const messages = page.reduce(withMessage, isFresh ? [] : feed.messages);
  const base = { ...feed, messages, hasMore, status: "ready", error: "", pending: [] };
  return feed.pending.reduce((so, { name, data }) => applied(so, name, data), base);
}

export const dateOf = (ts) => new Date(Number(ts) * 1000);

const dayOf = (ts) => dateOf(ts).toDateString();

/** What the list shows, from top to bottom. `heads`: messages that show their author in any case. */
export function rows(messages, newFrom, heads) {
  const all = [];
  let before = null;
  for (const message of messages) {
    const { ts } = message;
    const isNewDay = !before || dayOf(before.ts) !== dayOf(ts);
    const isFirstNew = newFrom !== "" && ts >= newFrom && (!before || before.ts < newFrom);
    if (isNewDay) all.push({ kind: "day", key: `day ${dayOf(ts)}`, ts });
    if (isFirstNew) all.push({ kind: "new", key: "new" });
    const follows = !isNewDay && !isFirstNew && !heads.has(ts) && belongsTogether(before, message);
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
