// One person's stream of server-sent events, kept open.

import { address } from "./api.js";

const NAMES =
  "hello reset message message_changed message_deleted modal home sidebar read trouble bot wire rates".split(" ");
const FIRST_PAUSE = 1000; // ms
const LONGEST_PAUSE = 20000; // ms

/**
 * While the browser itself reconnects, it resumes by the id of the last event; where it gave up, a new stream is
 * opened after a growing pause, and `onReset` says that something may be missing.
 */
export class Stream {
  #person;
  #handlers;
  #source = null;
  #older = null; // the stream before, until the present one speaks
  #pause = FIRST_PAUSE;
  #timer = 0;
  #wire = false;
  #boot = "";
  #isBroken = false;

  /** @param {{onEvent: (name: string, data: any) => void, onReset: () => void, onState: (state: "live" | "lost") => void}} handlers */
  constructor(person, handlers) {
    this.#person = person;
    this.#handlers = handlers;
    this.#open();
  }

  /** Also hear of what crosses the wire, or no longer. The old stream stays until the new one speaks. */
  listenToWire(wanted) {
    if (wanted === this.#wire) return;
    this.#wire = wanted;
    this.#older = this.#source;
    this.#open();
  }

  /** Stop for good. */
  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#dropOlder();
    this.#source = null;
  }

  #dropOlder() {
    this.#older?.close();
    this.#older = null;
  }

  #open() {
    clearTimeout(this.#timer);
    const source = new EventSource(address("stream", { as: this.#person, wire: this.#wire ? 1 : undefined }));
    this.#source = source;
    for (const name of NAMES) {
      source.addEventListener(name, (event) => {
        if (this.#source === source) this.#dropOlder();
        else if (this.#older !== source) return;
        this.#hear(name, JSON.parse(event.data));
      });
    }
    source.onerror = () => {
      if (this.#source !== source) return;
      this.#dropOlder();
      this.#failed(source);
    };
  }

  #hear(name, data) {
    if (name === "reset") this.#handlers.onReset();
    else if (name === "hello") this.#greeted(String(data.boot));
    else this.#handlers.onEvent(name, data);
  }

  #greeted(boot) {
    const hasMissed = this.#isBroken || (this.#boot && this.#boot !== boot);
    this.#boot = boot;
    this.#isBroken = false;
    this.#pause = FIRST_PAUSE;
    this.#handlers.onState("live");
    if (hasMissed) this.#handlers.onReset();
  }

  #failed(source) {
    this.#handlers.onState("lost");
    if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself, and resumes
    this.#isBroken = true;
    this.#timer = setTimeout(() => this.#open(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
