// What the side panel shows: the wire, the limits, the trouble, the bot.

import { act, read } from "../net/api.js";
import { quietly } from "./notes.js";
import { now, update } from "./store.js";

const MOST = 300; // entries kept

const change = (fields) => update(({ hood }) => ({ hood: { ...hood, ...fields } }));

/** Open the side panel with everything it shows, or close it. */
export async function showHood(open) {
  change({ open });
  if (!open) return;
  const answers = await quietly(Promise.all(["wire", "trouble", "bot"].map((part) => read(part))));
  if (!answers) return;
  const [{ entries, rates }, trouble, bot] = answers;
  const met = now().hood.entries.filter((entry) => entry.n > (entries.at(-1)?.n ?? 0));
  change({ entries: [...entries, ...met].slice(-MOST), rates, trouble, bot });
}

/** Take in what the stream tells; a later word on the same entry of the wire replaces it. */
export function hoodHears(name, data) {
  const { open, entries } = now().hood;
  if (!open) return;
  if (name !== "wire") change({ [name]: data });
  else {
    const found = entries.findIndex((other) => other.n === data.entry.n);
    change({ entries: found < 0 ? [...entries, data.entry].slice(-MOST) : entries.with(found, data.entry) });
  }
}

/** Do something to the "bot", or with "trouble". */
export async function meddle(part, body) {
  const answer = await quietly(act(part, {}, body));
  if (answer) change({ [part]: answer });
}
