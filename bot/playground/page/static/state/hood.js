// What the side panel shows: the wire, the limits, the trouble, the bot.

import { act, read } from "../net/api.js";
import { listenToWire } from "./session.js";
import { now, update } from "./store.js";
import { tell } from "./toasts.js";

const MOST = 300; // entries kept

const change = (fields) => update(({ hood }) => ({ hood: { ...hood, ...fields } }));

/** Open or close the side panel. */
export async function showHood(open) {
  change({ open });
  listenToWire(open);
  if (open) {
    await refreshHood();
  }
}

/** Fetch everything the panel shows. */
export async function refreshHood() {
  try {
    const [wire, trouble, bot] = await Promise.all([read("wire"), read("trouble"), read("bot")]);
    const met = now().hood.entries.filter((entry) => entry.n > (wire.entries.at(-1)?.n ?? 0));
    change({ entries: [...wire.entries, ...met].slice(-MOST), rates: wire.rates, trouble, bot });
  } catch (error) {
    tell(error.message);
  }
}

/** Take in one entry of the wire; a later word on the same one replaces it. */
export function addEntry(entry) {
  const { entries } = now().hood;
  const found = entries.findIndex((other) => other.n === entry.n);
  change({ entries: found < 0 ? [...entries, entry].slice(-MOST) : entries.with(found, entry) });
}

/** Take in news of the limits, the trouble or the bot. */
export function hoodHears(name, data) {
  if (name === "rates" || name === "trouble" || name === "bot") {
    change({ [name]: data });
  }
}

/** Make trouble, or end it. */
export async function switchTrouble(id, on) {
  try {
    change({ trouble: await act("trouble", {}, { id, on }) });
  } catch (error) {
    tell(error.message);
  }
}

/** @param {"kill" | "kill_restart" | "start" | "restart"} what */
export async function commandBot(what) {
  try {
    change({ bot: await act("bot", {}, { do: what }) });
  } catch (error) {
    tell(error.message);
  }
}

/** What was sent and answered under one number. Throws Refusal. */
export const readEntry = (n) => read(`wire/${n}`);
