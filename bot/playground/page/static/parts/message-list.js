// A list of messages that keeps its place: at the bottom while one is there, else where one reads.

import { html } from "htm/preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { dateOf, rows } from "../state/feeds.js";
import { Icon } from "./icons.js";
import { MessageRow } from "./message.js";
import { dayName } from "./times.js";

const NEAR_BOTTOM = 48; // px
const NEAR_TOP = 700; // px: early enough that the page above is there when one arrives

/**
 * @param {{label: string, messages: object[], newFrom?: string, inThread?: boolean, me: string,
 *   onNearTop?: () => void, onBottom?: () => void, top?: any, afterFirst?: any}} props
 *   Give it a key, so that another channel gets another list.
 */
export function MessageList(props) {
  const { label, messages, newFrom = "", inThread = false, me, onNearTop, onBottom, top, afterFirst } = props;
  const all = useMemo(() => rows(messages, newFrom), [messages, newFrom]);
  const scroller = useRef(null);
  const place = useRef({ isAtBottom: true, last: "", first: "", top: 0, anchor: null });
  const [missed, setMissed] = useState(0);

  // Rendering has not touched the page yet: remember what stands where, if messages come in above.
  const first = messages[0]?.ts ?? "";
  if (scroller.current && place.current.first && first < place.current.first) {
    place.current.anchor = firstVisible(scroller.current);
  }
  const toBottom = () => {
    settle(scroller.current);
    place.current.isAtBottom = true;
    setMissed(0);
    onBottom?.();
  };

  const scrolled = () => {
    const element = scroller.current;
    const at = place.current;
    const isUpwards = element.scrollTop < at.top;
    at.top = element.scrollTop;
    if (isNearBottom(element)) {
      at.isAtBottom = true;
      setMissed(0);
      onBottom?.();
    } else if (isUpwards) {
      at.isAtBottom = false;
    }
    if (element.scrollTop < NEAR_TOP) {
      onNearTop?.();
    }
  };

  useLayoutEffect(() => {
    const at = place.current;
    const added = messages.filter((message) => message.ts > at.last);
    const isOpening = at.last === "";
    at.first = first;
    at.last = messages.at(-1)?.ts ?? "";
    if (isOpening && newFrom && scroller.current.querySelector(".new-line")) {
      scroller.current.querySelector(".new-line").scrollIntoView({ block: "center" });
      at.isAtBottom = false;
      scrolled();
    } else if (at.anchor) {
      scroller.current.scrollTop += at.anchor.row.getBoundingClientRect().top - at.anchor.top;
      at.anchor = null;
    } else if (at.isAtBottom || added.some((message) => message.author.id === me)) {
      toBottom();
    } else if (added.length > 0 && !isOpening) {
      setMissed((count) => count + added.length);
    }
  }, [messages]);

  useEffect(() => {
    // What is in the list may grow by itself: a row comes into sight, the window changes.
    const element = scroller.current;
    const observer = new ResizeObserver(() => {
      if (place.current.isAtBottom) {
        settle(element);
      }
    });
    observer.observe(element);
    observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const listed = all.map((row) => html`<${Row} key=${row.key} row=${row} inThread=${inThread} />`);
  if (afterFirst) {
    listed.splice(2, 0, afterFirst); // the day, the root, then this
  }
  return html`<div class="list-frame">
    <div
      class="list"
      ref=${scroller}
      tabindex="0"
      role="region"
      aria-label=${label}
      onScroll=${scrolled}
      onKeyDown=${(event) => moveAmong(event, scroller.current)}
    >
      <div class="list-content">
        ${top}
        <div role="list">
          ${listed}
        </div>
      </div>
    </div>
    ${missed > 0 &&
    html`<button type="button" class="pill" onClick=${toBottom}>
      <${Icon} name="down" /> ${missed} new ${missed === 1 ? "message" : "messages"}
    </button>`}
  </div>`;
}

function Row({ row, inThread }) {
  if (row.kind === "day") {
    return html`<div class="day-line" role="listitem"><span>${dayName(dateOf(row.ts))}</span></div>`;
  }
  if (row.kind === "new") {
    return html`<div class="new-line" role="listitem"><span>New</span></div>`;
  }
  return html`<${MessageRow} message=${row.message} follows=${row.follows} inThread=${inThread} />`;
}

const isNearBottom = (element) => element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_BOTTOM;

/** Go down to the end, but not past the beginning of the last message: it is read from its top. */
function settle(element) {
  const last = element.querySelector(".list-content > [role=list] > :last-child");
  const end = element.scrollHeight - element.clientHeight;
  const wanted = last ? Math.min(end, last.offsetTop) : end;
  element.scrollTop = Math.max(element.scrollTop, wanted);
}

function firstVisible(scroller) {
  const edge = scroller.getBoundingClientRect().top;
  for (const row of scroller.querySelectorAll(".message")) {
    const box = row.getBoundingClientRect();
    if (box.bottom > edge) {
      return { row, top: box.top };
    }
  }
  return null;
}

/** Arrows go from message to message; their buttons are then reached by Tab. */
function moveAmong(event, list) {
  const isHere = event.target === list || event.target.classList.contains("message");
  if (!isHere || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) {
    return;
  }
  const messages = [...list.querySelectorAll(".message")];
  const at = messages.indexOf(event.target);
  const next = event.key === "ArrowUp" ? (at < 0 ? messages.length - 1 : at - 1) : at < 0 ? messages.length : at + 1;
  if (messages[next]) {
    event.preventDefault();
    messages[next].focus();
  }
}
