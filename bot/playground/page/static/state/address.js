// The address bar: it names the place, so that a reload or a second tab comes to the same one.

import { now } from "./store.js";

/** Who and where the address says. @returns {{as: string, channel: string, thread: string}} */
export function addressed() {
  const said = new URLSearchParams(location.hash.slice(1));
  return { as: said.get("as") ?? "", channel: said.get("in") ?? "", thread: said.get("thread") ?? "" };
}

/** Bring the address bar in step. */
export function showAddress() {
  const { person, place, thread } = now();
  const said = { as: person, in: place?.channel ?? "", ...(thread && { thread: thread.ts }) };
  history.replaceState(null, "", `#${new URLSearchParams(said)}`);
}
