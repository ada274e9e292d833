/** What is wrong with a form, by block: what the page can see itself, and what the app says. */

import { createContext } from "preact";

export const Problems = createContext({});

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
  file_input(entries) {
    if (entries.some(({ problem }) => problem)) return "Remove the file that could not be sent.";
    return entries.some(({ share }) => share < 1) ? "Wait until every file is sent." : "";
  },
};
