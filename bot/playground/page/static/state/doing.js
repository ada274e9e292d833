// What a person does: saying, editing, commanding, clicking.

import { act, Refusal } from "../net/api.js";
import { toSent } from "./names.js";
import { ask, quietly, tell } from "./notes.js";
import { goTo } from "./places.js";
import { openThread, takeIn } from "./reading.js";
import { loadSidebar } from "./sidebar.js";
import { now, update } from "./store.js";
import { detach, isUnderway, uploadsOf } from "./uploads.js";

/** Do something as the person in front. Throws Refusal. */
const doing = (path, body) => act(path, { as: now().person }, body);

/** What Slack tells the person when the app failed. */
const tellNotice = (outcome) => outcome?.notice && tell(outcome.notice);

/** Send a draft as a message or a command, with the files that are there. Throws Refusal. */
export async function sendDraft(draft, { text, channel, threadTs }) {
  const state = now();
  const { sidebar } = state;
  const files = uploadsOf(state, draft);
  if (files.some(isUnderway)) throw new Refusal("A file is still on its way. The message can go when it is there.");
  const [, name, rest] = /^(\/\S+)\s*([^]*)$/.exec(text) ?? [];
  const uploads = files.map(({ id }) => id).filter(Boolean);
  if (name) {
    checkCommand(name, threadTs, files, sidebar);
    tellNotice(await doing("command", { channel, command: name, text: rest.trim() }));
  } else if (uploads.length || text.trim()) {
    const said = { channel, text: toSent(text, sidebar), uploads, thread_ts: threadTs || undefined };
    takeIn("message", await doing("say", said)); // shown at once; the stream brings the same
  } else throw new Refusal("No file arrived. Remove it, or try again.");
  detach(draft, files);
}

/** As in Slack: commands do not work in threads, and carry no files. */
function checkCommand(name, threadTs, files, { commands, app }) {
  if (!commands.some((known) => known.name === name)) {
    throw new Refusal(`There is no command ${name}. To send it as a message, begin with a space.`);
  }
  if (threadTs) throw new Refusal(`Commands do not work in threads. Reply here, or mention @${app.name}.`);
  if (files.length) {
    throw new Refusal(`A command carries no files. Mention @${app.name} instead of ${name}, and they go along.`);
  }
}

export const edit = async ({ channel, ts }, text) => takeIn("message_changed", await doing("edit", { channel, ts, text }));

const DELETING = {
  title: { text: "Delete message" },
  text: { text: "It goes for everyone, and cannot be brought back." },
  confirm: { text: "Delete" },
  style: "danger",
};

export async function askToDelete({ channel, ts }) {
  if ((await ask(DELETING)) && (await quietly(doing("delete", { channel, ts })))) takeIn("message_deleted", { channel, ts });
}

/** The app's shortcuts as items of a menu: the global ones, or those of a message. */
export const shortcutsFor = (shortcuts, message) =>
  shortcuts
    .filter(({ type }) => type === (message ? "message" : "global"))
    .map((one) => ({ label: one.name, hint: one.description, onPick: () => shortcut(one.callback_id, message) }));

const shortcut = async (callback_id, { channel, ts } = {}) =>
  tellNotice(await quietly(doing("shortcut", { callback_id, channel, ts })));

/** Use an element of a message, or of a view: `where` is `{channel, ts}` or `{view}`. Whether the app took it. */
export async function click(where, { type, action_id, block_id, value, ...lightbox }) {
  if (type === "open_image") return update({ lightbox });
  const outcome = await quietly(doing("click", { ...where, action_id, block_id, value }));
  tellNotice(outcome);
  return outcome?.ok;
}

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

/** "join" a channel, or "invite" the app to it. */
export async function changeMembers(what, channel) {
  if (await quietly(doing(what, { channel }))) await quietly(loadSidebar());
}
