/** How an element of a block tells the app that somebody used it, and what it holds meanwhile. */

import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { ask } from "../state/notes.js";

/** A function that is told `{type, action_id, block_id, value}`, and promises whether the app took it. */
export const Acting = createContext(async () => true);

/** The form around an element: it keeps the values, by `get` and `set`, and says its `problems`. */
export const Form = createContext(null);

/** For an element that is pressed: `press(value)`, and whether the app has still to answer. */
export function usePress({ block_id }, { type, action_id, confirm }) {
  const tell = useContext(Acting);
  const [busy, setBusy] = useState(false);
  const press = async (value) => {
    if (confirm && !(await ask(confirm))) return false;
    setBusy(true);
    const isTaken = await tell({ type, action_id, block_id, value });
    setBusy(false);
    return isTaken;
  };
  return [press, busy];
}

/**
 * For an element that holds something: its value, and `choose(value)`. In a form the value stays there, and the app
 * hears of it only where it asked to; in a message it hears of each choice.
 */
export function useChoice(block, element) {
  const [press] = usePress(block, element);
  const form = useContext(Form);
  const [own, setOwn] = useState(() => heldBy(element));
  const keep = form ? (value) => form.set(block, element, value) : setOwn;
  const value = form ? form.get(block, element) : own;
  const choose = async (chosen) => {
    keep(chosen);
    if ((block.type !== "input" || block.dispatch_action) && !(await press(chosen))) keep(value);
  };
  return [value, choose];
}

// Slack names what an element holds by its type; otherwise it is its `value`.
const NAMES = {
  static_select: "option",
  radio_buttons: "option",
  checkboxes: "options",
  users_select: "user",
  channels_select: "channel",
  conversations_select: "conversation",
};

/**
 * The value of an element before anybody touches it here: an id, a text, a list of them, or null. `state`: what Slack
 * has kept of it, in the form of `state.values`.
 */
export function heldBy(element, state = {}) {
  const name = NAMES[element.type] ?? "value";
  const kept = name === "value" ? name : `selected_${name}`;
  const held = kept in state ? state[kept] : element[`initial_${name}`];
  if (name === "options") return (held ?? []).map(({ value }) => value);
  return (name === "option" ? held?.value : held) ?? null;
}
