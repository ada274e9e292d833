// The connection of whoever sits in front of the page.

import { Stream } from "../net/stream.js";
import { now, update } from "./store.js";

let stream = null;

/** Listen as this person, and no longer as the one before. */
export function connect(person, onEvent, onReset) {
  stream?.close();
  stream = new Stream(person, { onEvent, onReset, onState: (connection) => update({ connection }) });
  stream.listenToWire(now().hood.open);
}

/** Whether the stream also brings the wire. */
export const listenToWire = (wanted) => stream?.listenToWire(wanted);
