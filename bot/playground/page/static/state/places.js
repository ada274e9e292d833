// Where one is, and what the ids in a text lead to.

import { act } from "../net/api.js";
import { remember, remembered, showAddress } from "./kept.js";
import { quietly } from "./notes.js";
import { openChannel } from "./reading.js";
import { channelOf, loadSidebar } from "./sidebar.js";
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

/** Go to the direct conversation with a person of the workspace; with nobody, to the app: its home, or its messages. */
export async function goToDirect(user, tab) {
  const answer = await quietly(act("direct/open", { as: now().person }, user ? { user } : {}));
  if (!answer) return;
  const { id } = answer.channel;
  if (!channelOf(now(), id)) await loadSidebar();
  await goTo(id, tab);
}

async function openHome(person) {
  const before = now().home;
  const answer = await quietly(act("home/open", { as: person }));
  const isNewest = now().home === before; // the stream may have brought a newer one meanwhile
  if (answer?.view && isNewest && now().person === person) update({ home: answer.view });
}

/** Who and what the ids in a text mean, as the renderer asks for it. */
export function directory({ me, people, channels, directs, app }) {
  const places = [...channels, ...directs];
  const place = (id) => places.find((channel) => channel.id === id);
  return {
    me: me.id,
    user: (id) => people.find((user) => user.id === id),
    channel: place,
    users: () => people,
    conversations: () => places.map((channel) => ({ ...channel, is_bot: channel.id === app.direct })),
    onMention: (id) => id !== me.id && goToDirect(id),
    onChannel: (id) => place(id) && goTo(id),
  };
}
