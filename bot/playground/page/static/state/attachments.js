// Files on their way into a message: kept by draft, so that they stay when one looks elsewhere.

import { sendFile } from "./doing.js";
import { now, update } from "./store.js";

const LARGEST = 100_000_000; // bytes, as the server takes them
const NONE = [];
let serial = 0;

/**
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
  const picture = file.type.startsWith("image/") ? URL.createObjectURL(file) : "";
  const stop = new AbortController();
  const { name, size } = file;
  const tell = (fields) => change(draft, (all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));
  change(draft, (all) => [...all, { key, name, size, picture, share: 0, id: "", error: "", stop }]);
  if (size > LARGEST) {
    tell({ error: "Larger than 100 MB" });
    return;
  }
  try {
    const { id } = await sendFile(file, (share) => tell({ share }), stop.signal);
    tell({ id, share: 1 });
  } catch (error) {
    tell({ error: error.message });
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
  change(draft, () => NONE);
}

const forget = (one) => one?.picture && URL.revokeObjectURL(one.picture);
