/** How an element of a block tells the app that somebody used it. */

import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { heldBy } from "./values.js";

/** A function that is told `{type, action_id, block_id, value}`; its promise rejects where the app failed. */
export const Acting = createContext(async () => {});

/** What is being filled in around an element: a form keeps its values, and its inputs tell nobody yet. */
export const Form = createContext(null);

/** For an element that is pressed: `press(value)`, and whether the app has still to answer. */
export function usePress({ block_id }, { type, action_id }) {
  const tell = useContext(Acting);
  const [busy, setBusy] = useState(false);
  const press = async (value) => {
    setBusy(true);
    try {
      await tell({ type, action_id, block_id, value });
      return true;
    } catch {
      return false; // whoever was told says so to the person
    } finally {
      setBusy(false);
    }
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
