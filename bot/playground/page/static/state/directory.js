// Who and what the ids in a text mean, as the renderer asks for it.

import { address } from "../net/api.js";
import { goTo, goToPerson } from "./places.js";

const EMPTY = {};
const made = new WeakMap(); // sidebar → directory, so that the same state gives the same object

/** @param {object} state the page's state */
export function directoryOf({ sidebar, person }) {
  if (!sidebar) return EMPTY;
  if (!made.has(sidebar)) made.set(sidebar, build(sidebar, person));
  return made.get(sidebar);
}

function build({ people, channels, directs, app }, person) {
  const users = new Map(people.map((user) => [user.id, user]));
  const places = new Map([...channels, ...directs].map((channel) => [channel.id, channel]));
  return {
    me: person,
    user: (id) => users.get(id),
    channel: (id) => places.get(id),
    users: () => people,
    conversations: () => [...places.values()].map((channel) => ({ ...channel, is_bot: channel.id === app.direct })),
    file: (id) => ({ url: address(`file/${id}`, { as: person }) }),
    onMention: (id) => id !== person && goToPerson(id),
    onChannel: (id) => places.has(id) && goTo(id),
  };
}
