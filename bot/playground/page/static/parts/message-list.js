// A list of messages that keeps its place: at the bottom while one is there, else where one reads.

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dateOf, rows } from "../state/feeds.js";
import { counted, Icon } from "./kit.js";
import { MessageRow } from "./message.js";
import { dayName } from "./times.js";

const NEAR_BOTTOM = 48; // px
const NEAR_TOP = 700; // px: early enough that the page above is there when one arrives

/**
 * Give it a key, so that another channel gets another list.
 * @param {{label: string, messages: object[], newFrom?: string, inThread?: boolean, me: string,
 *   onNearTop?: () => void, onBottom?: () => void, top?: any, afterFirst?: any}} props
 */
export function MessageList({ label, messages, newFrom = "", inThread = false, me, onNearTop, onBottom, top, afterFirst }) {
  const all = useMemo(() => rows(messages, newFrom), [messages, newFrom]);
  const scroller = useRef(null);
  const place = useRef({ isAtBottom: true, last: "", first: "", top: 0, anchor: null });
  const [missed, setMissed] = useState(0);

  // Rendering has not touched the page yet: remember what stands where, if messages come in above.
  const first = messages[0]?.ts ?? "";
  if (place.current.first && first < place.current.first) place.current.anchor = firstVisible(scroller.current);
  const isAtBottom = () => {
    place.current.isAtBottom = true;
    setMissed(0);
    onBottom?.();
  };
  const toBottom = () => {
    settle(scroller.current);
    isAtBottom();
  };
  const scrolled = () => {
    if (!scroller.current) return; // the last scroll of a list may be told after it is gone
    const { scrollTop, scrollHeight, clientHeight } = scroller.current;
    const at = place.current;
    const isUpwards = scrollTop < at.top;
    at.top = scrollTop;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) isAtBottom();
    else if (isUpwards) at.isAtBottom = false;
    if (scrollTop < NEAR_TOP) onNearTop?.();
  };

  useLayoutEffect(() => {
    const at = place.current;
    const list = scroller.current;
    const added = messages.filter((message) => message.ts > at.last);
    const isOpening = at.last === "";
    const firstNew = isOpening && list.querySelector(".new-line");
    at.first = first;
    at.last = messages.at(-1)?.ts ?? "";
    if (firstNew) {
      firstNew.scrollIntoView({ block: "center" });
      at.isAtBottom = false;
      scrolled();
    } else if (at.anchor) {
      list.scrollTop += at.anchor.row.getBoundingClientRect().top - at.anchor.top;
      at.anchor = null;
    } else if (at.isAtBottom || added.some((message) => message.author.id === me)) toBottom();
    else if (added.length && !isOpening) setMissed((count) => count + added.length);
  }, [messages]);

  useEffect(() => {
    // What is in the list may grow by itself: a row comes into sight, the window changes.
    const list = scroller.current;
    const observer = new ResizeObserver(() => place.current.isAtBottom && settle(list));
    observer.observe(list);
    observer.observe(list.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const listed = all.map((row) => html`<${Row} key=${row.key} row=${row} inThread=${inThread} />`);
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

function Row({ row, inThread }) {
  if (row.kind === "day") return html`<div class="day-line" role="listitem">${dayName(dateOf(row.ts))}</div>`;
  if (row.kind === "new") return html`<div class="new-line" role="listitem">New</div>`;
  return html`<${MessageRow} message=${row.message} follows=${row.follows} inThread=${inThread} />`;
}

/** Go down to the end, but not past the beginning of the last message: it is read from its top. */
function settle(list) {
  const last = list.querySelector("[role=list] > :last-child");
  const end = list.scrollHeight - list.clientHeight;
  list.scrollTop = Math.max(list.scrollTop, Math.min(end, last?.offsetTop ?? end));
}

function firstVisible(list) {
  const edge = list.getBoundingClientRect().top;
  const row = [...list.querySelectorAll(".message")].find((one) => one.getBoundingClientRect().bottom > edge);
  return row && { row, top: row.getBoundingClientRect().top };
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
