// One person's stream of server-sent events, kept open.

import { address } from "./api.js";

const NAMES = "message message_changed message_deleted modal home sidebar read trouble bot wire rates".split(" ");
const FIRST_PAUSE = 1000; // ms
const LONGEST_PAUSE = 20000; // ms

/**
 * While the browser itself reconnects, it resumes by the id of the last event; where it gave up, a new stream is
 * opened after a growing pause, and `onReset` says that something may be missing.
 * @returns {() => void} stops listening
 */
export function listen(person, { onEvent, onReset, onState }) {
  let source, timer, known;
  let pause = FIRST_PAUSE;
  let isBroken = false;
  const greeted = ({ data }) => {
    const { boot } = JSON.parse(data);
    const hasMissed = isBroken || (known && known !== boot);
    known = boot;
    isBroken = false;
    pause = FIRST_PAUSE;
    onState("live");
    if (hasMissed) onReset();
  };
  const failed = () => {
    onState("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    isBroken = true;
    timer = setTimeout(open, pause * (0.75 + Math.random() / 2));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
  };
  const open = () => {
    source = new EventSource(address("stream", { as: person, wire: 1 }));
    source.addEventListener("hello", greeted);
    source.addEventListener("reset", onReset);
    for (const name of NAMES) source.addEventListener(name, ({ data }) => onEvent(name, JSON.parse(data)));
    source.onerror = failed;
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
