// What outlasts the page: in the browser's storage, and in the address bar.

import { now } from "./store.js";

/** @param {"localStorage" | "sessionStorage"} where */
export function remembered(name, where = "localStorage") {
  try {
    return window[where].getItem(`playground.${name}`) ?? "";
  } catch {
    return ""; // storage may be switched off, then nothing lasts
  }
}

/** Keep a text under a name. */
export function remember(name, text, where = "localStorage") {
  try {
    window[where].setItem(`playground.${name}`, text);
  } catch {
    // it lasts as long as the page
  }
}

const keyOf = ({ channel, ts }) => `${channel} ${ts}`;
const gone = new Set(remembered("dismissed", "sessionStorage").split("\n"));

/** Whether a message is still to be shown: dismissed ones stay away as long as the tab is open. */
export const isWanted = (message) => !gone.has(keyOf(message));

/** Note that a message was dismissed. */
export function noteDismissed(message) {
  gone.add(keyOf(message));
  remember("dismissed", [...gone].join("\n"), "sessionStorage");
}

/** Who and where the address says; so a reload or a second tab comes to the same place. */
export const addressed = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

/** Bring the address bar in step. */
export function showAddress() {
  const { person, place, thread } = now();
  const said = { as: person, in: place?.channel ?? "", ...(thread && { thread: thread.ts }) };
  history.replaceState(null, "", `#${new URLSearchParams(said)}`);
}
