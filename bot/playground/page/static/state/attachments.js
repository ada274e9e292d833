// Files on their way into a message: kept by draft, so that they stay when one looks elsewhere.

import { sendFile } from "./doing.js";
import { now, update } from "./store.js";

const LARGEST = 100_000_000; // bytes, as the server takes them
let serial = 0;

/**
 * @typedef {{key: number, name: string, size: number, picture: string, share: number, id: string,
 *   error: string, stop: AbortController}} Attachment
 *   share: 0 to 1 of the bytes sent; id: the upload's, once it is there; picture: an object URL
 */

/** @returns {Attachment[]} */
export const attachmentsOf = (state, draft) => state.attachments[draft] ?? NONE;

const NONE = [];

const change = (draft, changed) =>
  update((state) => ({ attachments: { ...state.attachments, [draft]: changed(attachmentsOf(state, draft)) } }));

const changeOne = (draft, key, fields) =>
  change(draft, (all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));

/** Attach files and begin to send them. @param {string} draft @param {Iterable<File>} files */
export function attach(draft, files) {
  for (const file of files) {
    start(draft, file);
  }
}

async function start(draft, file) {
  const key = ++serial;
  const picture = file.type.startsWith("image/") ? URL.createObjectURL(file) : "";
  const stop = new AbortController();
  const fresh = { key, name: file.name, size: file.size, picture, share: 0, id: "", error: "", stop };
  change(draft, (all) => [...all, fresh]);
  if (file.size > LARGEST) {
    changeOne(draft, key, { error: "Larger than 100 MB" });
    return;
  }
  try {
    const { id } = await sendFile(file, (share) => changeOne(draft, key, { share }), stop.signal);
    changeOne(draft, key, { id, share: 1 });
  } catch (error) {
    changeOne(draft, key, { error: error.message });
  }
}

/** Take one file out again. */
export function detach(draft, key) {
  const gone = attachmentsOf(now(), draft).find((one) => one.key === key);
  gone?.stop.abort();
  change(draft, (all) => all.filter((one) => one.key !== key));
  forget(gone);
}

/** The message was sent: its draft holds no files any more. */
export function clearAttachments(draft) {
  attachmentsOf(now(), draft).forEach(forget);
  change(draft, () => []);
}

const forget = (one) => one?.picture && URL.revokeObjectURL(one.picture);
