// The page's state: one object, replaced whole at every change.

import { useLayoutEffect, useReducer, useRef } from "preact/hooks";

/** What the app said of the modal's values: nothing yet. */
export const CLEAN = { errors: {}, notice: "", busy: false };

export const NOBODY = {
  person: "", // id of whoever sits in front
  sidebar: null, // answer of /sidebar
  place: null, // {channel: id, tab: "messages" | "home"}
  feeds: {}, // see feeds.js
  thread: null, // {channel, ts}
  modal: null, // the view in front
  modalOutcome: CLEAN,
  home: null, // the app's home tab
  connection: "connecting", // "connecting" | "live" | "lost"
  editing: "", // key of the message being edited
};

let state = {
  ...NOBODY,
  people: null, // answer of /people
  failure: "", // why there is nothing to show
  examples: [],
  uploads: {}, // by draft, see uploads.js
  toasts: [], // [{id, text}]
  question: null, // see ask() in notes.js
  lightbox: null, // {src, alt, title}
  sheet: "main", // what a phone shows: "main" | "sidebar"
  announcement: "", // for screen readers
  hood: { open: false, entries: [], rates: null, trouble: null, bot: null },
};
const listeners = new Set();

export const now = () => state;

/** @param {object | ((state: object) => object)} change the fields that change; nothing, where none do */
export function update(change) {
  const fields = typeof change === "function" ? change(state) : change;
  if (!fields) return;
  state = { ...state, ...fields };
  for (const listener of [...listeners]) listener();
}

/** What `select` takes from the state: the same object for the same state. */
export function useStore(select) {
  const [, again] = useReducer((count) => count + 1, 0);
  const held = useRef();
  held.current = { select, value: select(state) };
  useLayoutEffect(() => {
    const look = () => {
      try {
        if (Object.is(held.current.select(state), held.current.value)) return;
      } catch {
        // what can no longer be selected has changed, and its parent will say so
      }
      again();
    };
    look(); // something may have changed since the first render
    listeners.add(look);
    return () => listeners.delete(look);
  }, []);
  return held.current.value;
}
