// What becomes of a draft: its files go ahead, then it is sent as a message or a command.

import { Refusal, upload } from "../net/api.js";
import { command, say } from "./doing.js";
import { toSent } from "./names.js";
import { now, update } from "./store.js";

const LARGEST = 100_000_000; // bytes, as the server takes them
const NONE = [];
let serial = 0;

/**
 * Kept by draft, so that they stay when one looks elsewhere.
 * @typedef {{key: number, name: string, size: number, picture: string, share: number, id: string, error: string,
 *   stop: AbortController}} Attachment  share: 0 to 1 of the bytes sent; id: the upload's, once it is there
 * @returns {Attachment[]}
 */
export const attachmentsOf = (state, draft) => state.attachments[draft] ?? NONE;

const change = (draft, changed) =>
  update((state) => ({ attachments: { ...state.attachments, [draft]: changed(attachmentsOf(state, draft)) } }));

/** Attach files and begin to send them. @param {string} draft @param {Iterable<File>} files */
export const attach = (draft, files) => [...files].forEach((file) => start(draft, file));

async function start(draft, file) {
  const key = ++serial;
  const { name, size, type } = file;
  const picture = type.startsWith("image/") ? URL.createObjectURL(file) : "";
  const stop = new AbortController();
  const note = (fields) => change(draft, (all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));
  change(draft, (all) => [...all, { key, name, size, picture, share: 0, id: "", error: "", stop }]);
  try {
    if (size > LARGEST) throw new Refusal("Larger than 100 MB");
    const { id } = await upload(now().person, file, (share) => note({ share }), stop.signal);
    note({ id, share: 1 });
  } catch (error) {
    note({ error: error.message });
  }
}

/** Take some files out again. */
export function detach(draft, files) {
  change(draft, (all) => all.filter((one) => !files.includes(one)));
  for (const { stop, picture } of files) {
    stop.abort();
    URL.revokeObjectURL(picture);
  }
}

/** Send a draft. Throws Refusal. @param {{text: string, channel: string, threadTs: string}} said */
export async function sendDraft(draft, { text, channel, threadTs }) {
  const { sidebar, ...state } = now();
  const files = attachmentsOf(state, draft);
  if (files.some(({ id, error }) => !id && !error)) {
    throw new Refusal("A file is still on its way. The message can go when it is there.");
  }
  const [, name, rest] = /^(\/\S+)\s*([^]*)$/.exec(text) ?? [];
  const uploads = files.filter(({ id }) => id).map(({ id }) => id);
  if (name) {
    checkCommand(name, threadTs, files, sidebar);
    await command(channel, name, rest.trim());
  } else if (uploads.length || text.trim()) {
    await say({ channel, text: toSent(text, sidebar), uploads, thread_ts: threadTs || undefined });
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
