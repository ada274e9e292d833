// The ephemeral messages that were dismissed: they stay away as long as the tab is open.

import { remember, remembered } from "./keeping.js";

const KEY = "dismissed";
const keyOf = ({ channel, ts }) => `${channel} ${ts}`;
const all = new Set(remembered(KEY, "sessionStorage").split("\n"));

/** Whether a message is still to be shown. */
export const isWanted = (message) => !all.has(keyOf(message));

/** Note that a message was dismissed. */
export function dismissed(message) {
  all.add(keyOf(message));
  remember(KEY, [...all].join("\n"), "sessionStorage");
}
