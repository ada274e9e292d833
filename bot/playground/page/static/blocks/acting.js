/** How an element of a block tells the app that somebody used it, after asking where it has to ask. */

import { createContext } from "preact";
import { html } from "htm/preact";
import { useCallback, useContext, useMemo, useRef, useState } from "preact/hooks";
import { Confirm } from "./confirm.js";
import { heldBy } from "./values.js";

/**
 * @typedef {object} Used what somebody did, as the app is told
 * @property {string} type of the element
 * @property {string} action_id
 * @property {string} block_id
 * @property {unknown} value an id, a text, a date, a list of them, or null
 */

/** @typedef {(used: Used) => Promise<unknown> | unknown} OnAction */

const Acting = createContext({ use: async () => false, open: () => {}, unknown: () => {} });

/** What is being filled in around an element: a form keeps its values, and its inputs tell nobody yet. */
export const Form = createContext(/** @type {{get: Function, set: Function} | null} */ (null));

/**
 * Stands around blocks, asks before what has to be confirmed, and hands on what was done.
 * @param {{onAction?: OnAction, onUnknown?: (type: string) => void, children: any}} props
 */
export function ActingHere({ onAction, onUnknown, children }) {
  const [asked, setAsked] = useState(null);
  const given = useRef({});
  given.current = { onAction, onUnknown };
  const acting = useMemo(() => {
    const tell = (used) => given.current.onAction?.(used);
    const confirmed = (confirm) => new Promise((answer) => setAsked({ confirm, answer }));
    return {
      open: (picture) => tell({ type: "open_image", ...picture }),
      unknown: (type) => given.current.onUnknown?.(type),
      async use(block, element, value) {
        if (element.confirm && !(await confirmed(element.confirm))) return false;
        const { type, action_id } = element;
        try {
          await tell({ type, action_id, block_id: block.block_id, value });
        } catch {
          return false; // whoever was told says so to the person
        }
        return true;
      },
    };
  }, []);
  const answer = (yes) => {
    setAsked(null);
    asked.answer(yes);
  };
  return html`<${Acting.Provider} value=${acting}>
    ${children}
    ${asked && html`<${Confirm} confirm=${asked.confirm} onAnswer=${answer} />`}
  <//>`;
}

export const useActing = () => useContext(Acting);

/**
 * For an element that is pressed: `press(value)`, and whether the app has still to answer.
 * @returns {[(value: unknown) => Promise<boolean>, boolean]}
 */
export function usePress(block, element) {
  const acting = useActing();
  const [busy, setBusy] = useState(false);
  const press = useCallback(
    async (value) => {
      setBusy(true);
      const done = await acting.use(block, element, value);
      setBusy(false);
      return done;
    },
    [acting, block, element],
  );
  return [press, busy];
}

/**
 * For an element that holds something: its value, and `choose(value)`. In a form the value stays there, and
 * the app hears of it only where it asked to; in a message it hears of each choice.
 */
export function useChoice(block, element) {
  const acting = useActing();
  const form = useContext(Form);
  const [own, setOwn] = useState(() => heldBy(element));
  const tells = block.type !== "input" || block.dispatch_action === true;
  const keep = form ? (value) => form.set(block, element, value) : setOwn;
  const value = form ? form.get(block, element) : own;
  const choose = async (chosen, { quietly = false } = {}) => {
    keep(chosen);
    if (!tells || quietly) return;
    const done = await acting.use(block, element, chosen);
    if (!done) keep(value);
  };
  return [value, choose];
}
