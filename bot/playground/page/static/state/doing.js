// What a person does: saying, editing, commanding, clicking.

import { act } from "../net/api.js";
import { quietly, tell } from "./notes.js";
import { goTo } from "./places.js";
import { openThread, takeIn } from "./reading.js";
import { loadSidebar } from "./sidebar.js";
import { now, update } from "./store.js";

/** Do something as the person in front. Throws Refusal. */
const doing = (path, body) => act(path, { as: now().person }, body);

/** Post a message; it is shown at once, and the stream brings the same. Throws Refusal. */
export const say = async (said) => takeIn("message", await doing("say", said));

/** Change an own message. Throws Refusal. */
export async function edit({ channel, ts }, text) {
  takeIn("message_changed", await doing("edit", { channel, ts, text }));
  update({ editing: "" });
}

/** Take back an own message, once that is confirmed. */
export function askToDelete({ channel, ts }) {
  const onYes = async () => {
    if (await quietly(doing("delete", { channel, ts }))) takeIn("message_deleted", { channel, ts });
  };
  const text = "It goes for everyone, and cannot be brought back.";
  update({ confirming: { title: "Delete message", text, verb: "Delete", onYes } });
}

/** What Slack tells the person when the app failed. */
const tellNotice = (outcome) => outcome?.notice && tell(outcome.notice);

/** Run a slash command. Throws Refusal. */
export const command = async (channel, name, text) =>
  tellNotice(await doing("command", { channel, command: name, text }));

/** Use a shortcut: a global one, or one on a message. */
export const shortcut = async (callback_id, { channel, ts } = {}) =>
  tellNotice(await quietly(doing("shortcut", { callback_id, channel, ts })));

/** Use an element of a message, or of a view: `where` is `{channel, ts}` or `{view}`. Throws Refusal. */
export const click = async (where, { type, action_id, block_id, value, ...lightbox }) =>
  type === "open_image" ? update({ lightbox }) : doing("click", { ...where, action_id, block_id, value });

/** Send off the modal. */
export async function submitModal(view, values) {
  const tellOf = (fields) => update(({ modalOutcome }) => ({ modalOutcome: { ...modalOutcome, busy: false, ...fields } }));
  tellOf({ busy: true, errors: {}, notice: "" });
  try {
    const { errors, notice } = await doing("modal/submit", { view: view.id, values });
    tellOf({ errors, notice });
  } catch (error) {
    tellOf({ notice: error.message });
  }
}

/** Close the modal, or the whole stack of them. */
export const closeModal = (view, all) => quietly(doing("modal/close", { view: view.id, all }));

/** Post one of the examples here, and open its thread. */
export async function postExample(id, channel) {
  const answer = await quietly(doing(`examples/${id}`, { channel }));
  if (!answer) return;
  const { message } = answer;
  takeIn("message", answer);
  if (now().place.channel !== message.channel) await goTo(message.channel);
  await openThread(message.channel, message.ts);
}

/** Join a channel, or bring the app into it or out of it. @param {"join" | "invite" | "remove"} what */
export async function changeMembers(what, channel) {
  if (await quietly(doing(what, { channel }))) await quietly(loadSidebar());
}
