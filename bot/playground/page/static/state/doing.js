// What a person does: saying, editing, commanding, clicking.

import { act, upload } from "../net/api.js";
import { changeFeed } from "./channels.js";
import { heard } from "./feeds.js";
import { goTo } from "./places.js";
import { loadSidebar } from "./sidebar.js";
import { now, update } from "./store.js";
import { openThread, threadHears } from "./thread.js";
import { quietly, tell } from "./toasts.js";

/** Do something as the person in front. Throws Refusal. */
const doing = (path, body) => act(path, { as: now().person }, body);

/** Show at once what the stream will bring too; the two are one. */
function take(name, data) {
  changeFeed((data.message ?? data).channel, (feed) => heard(feed, name, data));
  threadHears(name, data);
}

/** Post a message. Throws Refusal. @param {{channel: string, text: string, thread_ts?: string, uploads?: string[]}} said */
export const say = async (said) => take("message", await doing("say", said));

/** Change an own message. Throws Refusal. */
export async function edit({ channel, ts }, text) {
  take("message_changed", await doing("edit", { channel, ts, text }));
  update({ editing: "" });
}

/** Take back an own message, once that is confirmed. */
export function askToDelete({ channel, ts }) {
  const remove = async () => {
    if (await quietly(doing("delete", { channel, ts }))) take("message_deleted", { channel, ts });
  };
  const text = "It goes for everyone, and cannot be brought back.";
  update({ confirming: { title: "Delete message", text, verb: "Delete", onYes: remove } });
}

/** Run a slash command. Throws Refusal. */
export const command = async (channel, name, text) =>
  tellNotice(await doing("command", { channel, command: name, text }));

/** Use a shortcut: a global one, or one on a message. */
export const shortcut = async (callbackId, message) =>
  tellNotice(
    await quietly(doing("shortcut", { callback_id: callbackId, channel: message?.channel, ts: message?.ts })),
  );

/** What Slack tells the person when the app failed. */
const tellNotice = (outcome) => outcome?.notice && tell(outcome.notice);

/** Act on an element of a message. Throws Refusal. */
export const clickMessage = ({ channel, ts }, action) => click({ channel, ts }, action);

/** Act on an element of a modal or of the home tab. Throws Refusal. */
export const clickView = (view, action) => click({ view: view.id }, action);

async function click(where, { type, action_id, block_id, value, ...picture }) {
  return type === "open_image" ? openPicture(picture) : doing("click", { ...where, action_id, block_id, value });
}

/** Show a picture large. @param {{src: string, alt: string, title: string}} picture */
export const openPicture = (picture) => update({ lightbox: picture });

/** Send off the modal. */
export async function submitModal(view, values) {
  const tellOf = (fields) => update(({ modalOutcome }) => ({ modalOutcome: { ...modalOutcome, ...fields } }));
  tellOf({ busy: true, errors: {}, notice: "" });
  try {
    const { errors, notice } = await doing("modal/submit", { view: view.id, values });
    tellOf({ busy: false, errors, notice });
  } catch (error) {
    tellOf({ busy: false, notice: error.message });
  }
}

/** Close the modal, or the whole stack of them. */
export const closeModal = (view, all) => quietly(doing("modal/close", { view: view.id, all }));

/** Send a file on ahead. Throws Refusal. */
export const sendFile = (file, onProgress, signal) => upload(now().person, file, onProgress, signal);

/** Post one of the examples here, and open its thread. */
export async function postExample(id, channel) {
  const answer = await quietly(doing(`examples/${id}`, { channel }));
  if (!answer) return;
  const { message } = answer;
  take("message", answer);
  if (now().place.channel !== message.channel) await goTo(message.channel);
  await openThread(message.channel, message.ts);
}

/** Join a channel, or bring the app into it or out of it. @param {"join" | "invite" | "remove"} what */
export async function changeMembers(what, channel) {
  if (await quietly(doing(what, { channel }))) await quietly(loadSidebar());
}
