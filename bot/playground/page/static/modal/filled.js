/** What has been filled in, by view: it outlives a change of the view, and a view that is pushed above it. */

import { useReducer, useRef } from "preact/hooks";
import { heldBy } from "../blocks/values.js";

/** `get(block, element)` and `set(block, element, value)` of a view. */
export function useFilled({ id, values }) {
  const kept = useRef(new Map()).current;
  const [, again] = useReducer((count) => count + 1, 0);
  const keyOf = (block, element) => [id, block.block_id, element.action_id, element.type].join("/");
  return {
    get(block, element) {
      const key = keyOf(block, element);
      return kept.has(key) ? kept.get(key) : heldBy(element, values[block.block_id]?.[element.action_id]);
    },
    set(block, element, value) {
      kept.set(keyOf(block, element), value);
      again();
    },
  };
}

/** The values as they are sent off, by action_id. */
export const sentOff = (inputs, valueOf) =>
  Object.fromEntries(
    inputs.map((block) => {
      const value = valueOf(block, block.element);
      return [block.element.action_id, block.element.type === "file_input" ? value.map((entry) => entry.id ?? entry) : value];
    }),
  );
