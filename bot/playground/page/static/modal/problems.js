/** What is wrong with a form, by block: what the page can see itself, and what the app says. */

import { createContext } from "preact";
import { isEmpty } from "../blocks/values.js";

/** @type {import("preact").Context<Record<string, string>>} */
export const Problems = createContext({});

const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * What keeps a form from being sent, as Slack's own client says it.
 * @param {object[]} inputs blocks
 * @param {(block: object, element: object) => any} valueOf
 * @returns {Record<string, string>} by block_id; empty when nothing does
 */
export function problemsOf(inputs, valueOf) {
  const found = inputs.map((block) => [block.block_id, problemOf(block, valueOf(block, block.element))]);
  return Object.fromEntries(found.filter(([, problem]) => problem));
}

function problemOf({ optional, element }, value) {
  if (isEmpty(value)) return optional ? "" : "Please complete this required field.";
  switch (element.type) {
    case "plain_text_input":
      return lengthOf(element, value);
    case "number_input":
      return numberOf(element, value);
    case "email_text_input":
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? "" : "Enter an email address.";
    case "url_text_input":
      return /^https?:\/\/\S+$/.test(value) ? "" : "Enter an address that begins with https://.";
    case "file_input":
      return filesOf(value);
    default:
      return "";
  }
}

function lengthOf({ min_length = 0, max_length = 3000 }, value) {
  const length = [...value].length;
  if (length < min_length) return `Enter at least ${min_length} characters.`;
  return length > max_length ? `Enter at most ${max_length} characters; these are ${length}.` : "";
}

function numberOf({ is_decimal_allowed, min_value, max_value }, value) {
  if (!NUMBER.test(value)) return "Enter a number.";
  if (!is_decimal_allowed && !Number.isInteger(Number(value))) return "Enter a whole number.";
  if (min_value !== undefined && Number(value) < Number(min_value)) return `Enter ${min_value} or more.`;
  return max_value !== undefined && Number(value) > Number(max_value) ? `Enter ${max_value} or less.` : "";
}

function filesOf(entries) {
  if (entries.some(({ problem }) => problem)) return "Remove the file that could not be sent.";
  return entries.some(({ share }) => share !== undefined && share < 1) ? "Wait until every file is sent." : "";
}
