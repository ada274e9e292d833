// What the side panel shows: the wire, the limits, the trouble, the bot.

import { act, read } from "../net/api.js";
import { listenToWire } from "./connection.js";
import { now, update } from "./store.js";
import { quietly } from "./toasts.js";

const MOST = 300; // entries kept

const change = (fields) => update(({ hood }) => ({ hood: { ...hood, ...fields } }));

/** Open or close the side panel. */
export async function showHood(open) {
  change({ open });
  listenToWire(open);
  if (open) await refreshHood();
}

/** Fetch everything the panel shows. */
export async function refreshHood() {
  const answers = await quietly(Promise.all(["wire", "trouble", "bot"].map((part) => read(part))));
  if (!answers) return;
  const [{ entries, rates }, trouble, bot] = answers;
  const met = now().hood.entries.filter((entry) => entry.n > (entries.at(-1)?.n ?? 0));
  change({ entries: [...entries, ...met].slice(-MOST), rates, trouble, bot });
}

/** Take in what the stream tells; a later word on the same entry of the wire replaces it. */
export function hoodHears(name, data) {
  if (name !== "wire") {
    change({ [name]: data });
    return;
  }
  const { entries } = now().hood;
  const found = entries.findIndex((other) => other.n === data.entry.n);
  change({ entries: found < 0 ? [...entries, data.entry].slice(-MOST) : entries.with(found, data.entry) });
}

/** Make trouble, or end it. */
export async function switchTrouble(id, on) {
  const trouble = await quietly(act("trouble", {}, { id, on }));
  if (trouble) change({ trouble });
}

/** @param {"kill" | "kill_restart" | "start" | "restart"} what */
export async function commandBot(what) {
  const bot = await quietly(act("bot", {}, { do: what }));
  if (bot) change({ bot });
}

/** What was sent and answered under one number. Throws Refusal. */
export const readEntry = (n) => read(`wire/${n}`);
