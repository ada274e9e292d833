// A list of messages that keeps its place: at the bottom while one is there, else where one reads.

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dateOf, rows } from "../state/feeds.js";
import { counted, Icon } from "./kit.js";
import { MessageRow } from "./message.js";
import { dayName } from "./times.js";

const NEAR_BOTTOM = 48; // px
const NEAR_TOP = 700; // px: early enough that the page above is there when one arrives

/** Give it a key, so that another channel gets another list. `newFrom`: the time of the first unread message. */
export function MessageList({ label, messages, newFrom = "", inThread = false, me, onNearTop, onBottom, top, afterFirst }) {
  const heads = useRef(new Set()).current; // what was once the first stays as it is, and so holds the place
  heads.add(messages[0]?.ts);
  const all = useMemo(() => rows(messages, newFrom, heads), [messages, newFrom]);
  const scroller = useRef(null);
  const place = useRef({ isAtBottom: true, last: "", top: 0 }).current;
  const [missed, setMissed] = useState(0);

  const isAtBottom = () => {
    place.isAtBottom = true;
    setMissed(0);
    onBottom?.();
  };
  const toBottom = () => {
    settle(scroller.current);
    isAtBottom();
  };
  const scrolled = () => {
    const list = scroller.current;
    if (!list) return; // the last scroll of a list may be told after it is gone
    const { scrollTop, scrollHeight, clientHeight } = list;
    const isUpwards = scrollTop < place.top;
    place.top = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) isAtBottom();
    else if (isUpwards) place.isAtBottom = false;
    if (scrollTop < NEAR_TOP) onNearTop?.();
    // Where messages come in above, the browser keeps what is seen in its place, but not at the very top.
    if (scrollTop < 1 && !place.isAtBottom) list.scrollTop = 1;
  };

  useLayoutEffect(() => {
    const added = messages.filter((message) => message.ts > place.last);
    const isOpening = place.last === "";
    const firstNew = isOpening && scroller.current.querySelector(".new-line");
    place.last = messages.at(-1)?.ts ?? "";
    if (firstNew) {
      firstNew.scrollIntoView({ block: "center" });
      place.isAtBottom = false;
      scrolled();
    } else if (place.isAtBottom || added.some((message) => message.author.id === me)) toBottom();
    else if (added.length && !isOpening) setMissed((count) => count + added.length);
  }, [messages]);

  useEffect(() => {
    // What is in the list may grow by itself: a row comes into sight, the window changes.
    const list = scroller.current;
    const observer = new ResizeObserver(() => place.isAtBottom && settle(list));
    observer.observe(list);
    observer.observe(list.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const listed = all.map(({ kind, key, ts, ...row }) =>
    kind === "message"
      ? html`<${MessageRow} key=${key} ...${row} inThread=${inThread} />`
      : html`<div key=${key} class="${kind}-line" role="listitem">${ts ? dayName(dateOf(ts)) : "New"}</div>`);
  if (afterFirst) listed.splice(2, 0, afterFirst); // the day, the root, then this
  return html`<div class="list-frame column">
    <div class="list" ref=${scroller} tabindex="0" role="region" aria-label=${label} onScroll=${scrolled}
      onKeyDown=${(event) => moveAmong(event, scroller.current)}>
      <div class="list-content column">${top}<div role="list">${listed}</div></div>
    </div>
    ${missed > 0 && html`<button type="button" class="pill row floats" onClick=${toBottom}>
      <${Icon} name="down" /> ${counted(missed, "new message", "new messages")}
    </button>`}
  </div>`;
}

/** Go down to the end, but not past the beginning of the last message: it is read from its top. */
function settle(list) {
  const last = list.querySelector("[role=list] > :last-child");
  const end = list.scrollHeight - list.clientHeight;
  list.scrollTop = Math.max(list.scrollTop, Math.min(end, last?.offsetTop ?? end));
}

/** Arrows go from message to message; their buttons are then reached by Tab. */
function moveAmong(event, list) {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!by || (event.target !== list && !event.target.matches(".message"))) return;
  const messages = [...list.querySelectorAll(".message")];
  const at = messages.indexOf(event.target);
  const next = at < 0 ? messages.at(-1) : messages[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
