/** What has been filled in, and what is wrong with it. */

import { useReducer, useRef } from "preact/hooks";
import { heldBy } from "../blocks/acting.js";
import { now } from "../state/store.js";
import { isUnderway, uploadsOf } from "../state/uploads.js";

/**
 * `get(block, element)` and `set(block, element, value)`; of files, what is known of each upload. It is kept by view: it
 * outlives a change of the view, and a view that is pushed above it.
 */
export function useFilled({ id, values }) {
  const kept = useRef(new Map()).current;
  const [, again] = useReducer((count) => count + 1, 0);
  const keyOf = (block, { action_id, type }) => [id, block.block_id, action_id, type].join("/");
  return {
    keyOf,
    get(block, element) {
      const key = keyOf(block, element);
      if (element.type === "file_input") return uploadsOf(now(), key);
      return kept.has(key) ? kept.get(key) : heldBy(element, values[block.block_id]?.[element.action_id]);
    },
    set(block, element, value) {
      kept.set(keyOf(block, element), value);
      again();
    },
  };
}

export const sentOff = (inputs, valueOf) =>
  Object.fromEntries(
    inputs.map((block) => {
      const { action_id, type } = block.element;
      const value = valueOf(block, block.element);
      return [action_id, type === "file_input" ? value.map(({ id }) => id) : value];
    }),
  );

/** What keeps a form from being sent, by block_id, as Slack's own client says it. */
export const problemsOf = (inputs, valueOf) =>
  Object.fromEntries(
    inputs
      .map((block) => [block.block_id, problemOf(block, valueOf(block, block.element))])
      .filter(([, problem]) => problem),
  );

function problemOf({ optional, element }, value) {
  if (value === null || value.length === 0) return optional ? "" : "Please complete this required field.";
  return CHECKS[element.type]?.(value, element) ?? "";
}

const CHECKS = {
  plain_text_input(value, { min_length: least = 0, max_length: most = 3000 }) {
    const length = [...value].length;
    if (length < least) return `Enter at least ${least} characters.`;
    return length > most ? `Enter at most ${most} characters; these are ${length}.` : "";
  },
  number_input(value, { is_decimal_allowed: decimal }) {
    if (!/^-?\d+(\.\d+)?$/.test(value)) return "Enter a number.";
    return decimal || Number.isInteger(Number(value)) ? "" : "Enter a whole number.";
  },
  file_input(uploads) {
    if (uploads.some(({ error }) => error)) return "Remove the file that could not be sent.";
    return uploads.some(isUnderway) ? "Wait until every file is sent." : "";
  },
};
