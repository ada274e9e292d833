// One person's stream of server-sent events, kept open.

import { address } from "./api.js";

const NAMES = "message message_changed message_deleted modal home sidebar read trouble bot wire rates".split(" ");
const PAUSE = 2000; // ms until a broken stream is opened anew

/**
 * While the browser itself reconnects, it resumes by the id of the last event; where it gave up, a new stream is
 * opened, and `onReset` says that something may be missing.
 * @returns {() => void} stops listening
 */
export function listen(person, { onEvent, onReset, onState }) {
  let source, timer, known;
  const greeted = ({ data }) => {
    const { boot } = JSON.parse(data);
    onState("live");
    if (known !== undefined && known !== boot) onReset();
    known = boot;
  };
  const failed = () => {
    onState("lost");
    if (source.readyState !== EventSource.CLOSED) return;
    known = "";
    timer = setTimeout(open, PAUSE);
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
