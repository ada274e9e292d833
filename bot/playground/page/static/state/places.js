// Where one is, and what the ids in a text lead to.

import { act, address } from "../net/api.js";
import { remember, remembered, showAddress } from "./kept.js";
import { quietly } from "./notes.js";
import { openChannel } from "./reading.js";
import { loadSidebar } from "./sidebar.js";
import { now, update } from "./store.js";

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

const EMPTY = {};
const made = new WeakMap(); // so that the same sidebar gives the same object

/** Who and what the ids in a text mean, as the renderer asks for it. */
export function directoryOf({ sidebar, person }) {
  if (!sidebar) return EMPTY;
  if (!made.has(sidebar)) made.set(sidebar, directory(sidebar, person));
  return made.get(sidebar);
}

function directory({ people, channels, directs, app }, person) {
  const places = [...channels, ...directs];
  const place = (id) => places.find((channel) => channel.id === id);
  return {
    me: person,
    user: (id) => people.find((user) => user.id === id),
    channel: place,
    users: () => people,
    conversations: () => places.map((channel) => ({ ...channel, is_bot: channel.id === app.direct })),
    file: (id) => ({ url: address(`file/${id}`, { as: person }) }),
    onMention: (id) => id !== person && goToPerson(id),
    onChannel: (id) => place(id) && goTo(id),
  };
}
