// What outlasts the page: in the browser's storage, and in the address bar.

import { now } from "./store.js";

/** What was kept under a name, or "". */
export const remembered = (name) => localStorage.getItem(`playground.${name}`) ?? "";

export const remember = (name, text) => localStorage.setItem(`playground.${name}`, text);

/** Who and where the address says; so a reload or a second tab comes to the same place. */
export const addressed = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

export function showAddress() {
  const { person, place, thread } = now();
  const said = { as: person, in: place?.channel ?? "", ...(thread && { thread: thread.ts }) };
  history.replaceState(null, "", `#${new URLSearchParams(said)}`);
}
