/** What has been filled in, by view: it outlives a change of the view, and a view that is pushed above it. */

import { useMemo, useReducer, useRef } from "preact/hooks";
import { heldBy } from "../blocks/values.js";

/**
 * @param {object} view
 * @returns {{get: (block: object, element: object) => any, set: (block: object, element: object, value: any) => void}}
 */
export function useFilled(view) {
  const kept = useRef(/** @type {Map<string, Map<string, any>>} */ (new Map()));
  const [turn, again] = useReducer((count) => count + 1, 0);
  return useMemo(() => {
    const values = kept.current.get(view.id) ?? new Map();
    kept.current.set(view.id, values);
    const state = view.values ?? view.state?.values ?? {};
    const keyOf = (block, element) => `${block.block_id}/${element.action_id}/${element.type}`;
    return {
      get(block, element) {
        const key = keyOf(block, element);
        return values.has(key) ? values.get(key) : heldBy(element, state[block.block_id]?.[element.action_id]);
      },
      set(block, element, value) {
        values.set(keyOf(block, element), value);
        again();
      },
    };
    // A new object at each turn, so that what reads it is drawn again.
  }, [view, turn]);
}

/**
 * The values as they are sent off, by action_id.
 * @param {object[]} inputs blocks
 * @param {(block: object, element: object) => any} valueOf
 */
export const sentOff = (inputs, valueOf) =>
  Object.fromEntries(
    inputs.map((block) => {
      const value = valueOf(block, block.element);
      const files = block.element.type === "file_input";
      return [block.element.action_id, files ? value.map((entry) => entry.id ?? entry.file ?? entry) : value];
    }),
  );
