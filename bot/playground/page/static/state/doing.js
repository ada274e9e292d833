// What a person does: saying, editing, commanding, clicking.

import { act, upload } from "../net/api.js";
import { changeFeed } from "./channels.js";
import { heard } from "./feeds.js";
import { goTo, loadSidebar } from "./session.js";
import { now, update } from "./store.js";
import { openThread, threadHears } from "./thread.js";
import { tell } from "./toasts.js";

const as = () => ({ as: now().person });

/** Show at once what the stream will bring too; the two are one. */
function take(name, message) {
  changeFeed(message.channel, (feed) => heard(feed, name, { message }));
  threadHears(name, { message });
}

/**
 * Post a message. Throws Refusal.
 * @param {{channel: string, text: string, thread_ts?: string, uploads?: string[]}} said
 */
export async function say(said) {
  const { message } = await act("say", as(), said);
  take("message", message);
}

/** Change an own message. Throws Refusal. */
export async function edit({ channel, ts }, text) {
  const { message } = await act("edit", as(), { channel, ts, text });
  take("message_changed", message);
  update({ editing: "" });
}

/** Take back an own message, once that is confirmed. */
export function askToDelete(message) {
  const { channel, ts } = message;
  update({
    confirming: {
      title: "Delete message",
      text: "It goes for everyone, and cannot be brought back.",
      verb: "Delete",
      onYes: () => quietly(act("delete", as(), { channel, ts })),
    },
  });
}

/** Run a slash command. Throws Refusal. */
export async function command(channel, name, text) {
  notice(await act("command", as(), { channel, command: name, text }));
}

/** Use a shortcut: a global one, or one on a message. */
export async function shortcut(callbackId, message) {
  const place = message ? { channel: message.channel, ts: message.ts } : {};
  notice(await quietly(act("shortcut", as(), { callback_id: callbackId, ...place })));
}

/** Act on an element of a message. Throws Refusal. */
export const clickMessage = ({ channel, ts }, action) => click({ channel, ts }, action);

/** Act on an element of a modal or of the home tab. Throws Refusal. */
export const clickView = (view, action) => click({ view: view.id }, action);

async function click(where, { type, action_id, block_id, value, ...picture }) {
  if (type === "open_image") {
    openPicture(picture);
    return undefined;
  }
  return act("click", as(), { ...where, action_id, block_id, value });
}

/** Show a picture large. @param {{src: string, alt: string, title: string}} picture */
export const openPicture = (picture) => update({ lightbox: picture });

/** Send off the modal. */
export async function submitModal(view, values) {
  setModal({ busy: true, errors: {}, notice: "" });
  try {
    const { errors, notice: text } = await act("modal/submit", as(), { view: view.id, values });
    setModal({ busy: false, errors, notice: text });
  } catch (error) {
    setModal({ busy: false, notice: error.message });
  }
}

const setModal = (fields) => update(({ modalOutcome }) => ({ modalOutcome: { ...modalOutcome, ...fields } }));

/** Close the modal, or the whole stack of them. */
export const closeModal = (view, all) => quietly(act("modal/close", as(), { view: view.id, all }));

/** Send a file on ahead. Throws Refusal. */
export const sendFile = (file, onProgress, signal) => upload(now().person, file, onProgress, signal);

/** Post one of the examples here, and open its thread. */
export async function postExample(id, channel) {
  const answer = await quietly(act(`examples/${id}`, as(), { channel }));
  if (answer) {
    take("message", answer.message);
    if (now().place.channel !== answer.message.channel) {
      await goTo(answer.message.channel);
    }
    await openThread(answer.message.channel, answer.message.ts);
  }
}

/** Join a channel, or bring the app into it or out of it. @param {"join" | "invite" | "remove"} what */
export async function changeMembers(what, channel) {
  if (await quietly(act(what, as(), { channel }))) {
    await quietly(loadSidebar());
  }
}

function notice(outcome) {
  if (outcome?.notice) {
    tell(outcome.notice);
  }
}

async function quietly(promise) {
  try {
    return await promise;
  } catch (error) {
    tell(error.message);
    return null;
  }
}
