// Files on their way: each is sent ahead as soon as it is chosen.

import { Refusal, upload } from "../net/api.js";
import { now, update } from "./store.js";

const LARGEST = 100_000_000; // bytes, as the server takes them
const NONE = [];
let serial = 0;

/** The files of a draft or of an input of a form; they stay when one looks elsewhere. */
export const uploadsOf = ({ uploads }, place) => uploads[place] ?? NONE;

export const isUnderway = ({ id, error }) => !id && !error;

const change = (place, changed) =>
  update((state) => ({ uploads: { ...state.uploads, [place]: changed(uploadsOf(state, place)) } }));

/** Take files, and begin to send them. */
export const attach = (place, files) => [...files].forEach((file) => start(place, file));

async function start(place, file) {
  const key = ++serial;
  const { name, size, type } = file;
  const picture = type.startsWith("image/") ? URL.createObjectURL(file) : "";
  const stop = new AbortController();
  const note = (fields) => change(place, (all) => all.map((one) => (one.key === key ? { ...one, ...fields } : one)));
  // The share of its bytes that was sent, from 0 to 1; the upload's id, once it is there; what went wrong.
  change(place, (all) => [...all, { key, name, size, picture, share: 0, id: "", error: "", stop }]);
  try {
    if (size > LARGEST) throw new Refusal("Larger than 100 MB");
    const { id } = await upload(now().person, file, (share) => note({ share }), stop.signal);
    note({ id });
  } catch (error) {
    note({ error: error.message });
  }
}

export function detach(place, uploads) {
  change(place, (all) => all.filter((one) => !uploads.includes(one)));
  for (const { stop, picture } of uploads) {
    stop.abort();
    URL.revokeObjectURL(picture);
  }
}
