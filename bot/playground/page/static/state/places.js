// Where one is: going to a channel, to the app, to a person.

import { act } from "../net/api.js";
import { showAddress } from "./address.js";
import { openChannel } from "./channels.js";
import { remember, remembered } from "./keeping.js";
import { loadSidebar } from "./sidebar.js";
import { now, update } from "./store.js";
import { quietly } from "./toasts.js";

/** Go to a channel; `tab` "home" is the app's home. */
export async function goTo(channel, tab = "messages") {
  const { person, thread } = now();
  update({ place: { channel, tab }, sheet: "main", editing: "", thread: thread?.channel === channel ? thread : null });
  remember(`place.${person}`, channel);
  showAddress();
  if (tab === "home") await openHome(person);
  else if (channel) await openChannel(channel);
}

/** Where somebody begins: where they were last, else the first channel of theirs. */
export function firstPlace() {
  const { person, sidebar } = now();
  const last = remembered(`place.${person}`);
  const all = [...sidebar.channels, ...sidebar.directs];
  const found = all.find(({ id }) => id === last) ?? sidebar.channels.find(({ member }) => member) ?? all[0];
  return found?.id ?? "";
}

async function goToDirect(body, tab) {
  const { channel } = await act("direct/open", { as: now().person }, body);
  if (!now().sidebar.directs.some(({ id }) => id === channel.id)) await loadSidebar();
  await goTo(channel.id, tab);
}

/** Go to the app: its home, or the conversation with it. */
export const goToApp = (tab) => quietly(goToDirect({}, tab));

/** Go to the direct conversation with a person of the workspace. */
export const goToPerson = (user) => quietly(goToDirect({ user }));

async function openHome(person) {
  const answer = await quietly(act("home/open", { as: person }));
  if (answer?.view && now().person === person) update({ home: answer.view });
}
