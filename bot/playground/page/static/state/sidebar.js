// The sidebar's channels, with how much is unread in each.

import { read } from "../net/api.js";
import { now, update } from "./store.js";

/** Fetch the sidebar. Throws Refusal. */
export async function loadSidebar() {
  const person = now().person;
  const sidebar = await read("sidebar", { as: person });
  update((state) => state.person === person && { sidebar });
}

/** The channel with this id. */
export const channelOf = ({ sidebar }, id) =>
  sidebar && [...sidebar.channels, ...sidebar.directs].find((channel) => channel.id === id);

/** The name of a channel as it is spoken of. */
export const titleOf = ({ with: other, kind, name }) => other?.name ?? (kind === "mpim" ? name : `#${name}`);

/** Whether the person in front may say something there. */
export const canWrite = (channel) => (channel.member || channel.kind === "im") && !channel.archived;

/** Change the number of unread messages of a channel. */
export function setUnread(id, change) {
  const changed = (list) =>
    list.map((channel) => (channel.id === id ? { ...channel, unread: change(channel.unread) } : channel));
  update(
    ({ sidebar: so }) => so && { sidebar: { ...so, channels: changed(so.channels), directs: changed(so.directs) } },
  );
}
