// Short notes at the edge of the page.

import { update } from "./store.js";

const STAY = 8000; // ms
let serial = 0;

/** Say something for a while. */
export function tell(text) {
  const id = ++serial;
  update(({ toasts }) => ({ toasts: [...toasts.filter((toast) => toast.text !== text), { id, text }] }));
  setTimeout(() => dismiss(id), STAY);
}

export const dismiss = (id) => update(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

/**
 * Whether the person confirms something; the question has the form that Slack gives it.
 * https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object
 */
export const ask = (question) => new Promise((answer) => update({ question: { ...question, answer } }));

/** What is promised; nothing where it fails, and a note says why. */
export const quietly = (promise) => promise.catch((error) => tell(error.message));
