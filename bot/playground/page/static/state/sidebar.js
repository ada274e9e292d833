// The sidebar's channels, with how much is unread in each.

import { read } from "../net/api.js";
import { now, update } from "./store.js";

export async function loadSidebar() {
  const person = now().person;
  const sidebar = await read("sidebar", { as: person });
  update((state) => state.person === person && { sidebar });
}

export const channelOf = ({ sidebar }, id) =>
  sidebar && [...sidebar.channels, ...sidebar.directs].find((channel) => channel.id === id);

export const titleOf = ({ with: other, name }) => other?.name ?? `#${name}`;

export const canWrite = (channel) => channel.member || channel.kind === "im";

export function setUnread(id, change) {
  const changed = (list) =>
    list.map((channel) => (channel.id === id ? { ...channel, unread: change(channel.unread) } : channel));
  update(
    ({ sidebar: so }) => so && { sidebar: { ...so, channels: changed(so.channels), directs: changed(so.directs) } },
  );
}
