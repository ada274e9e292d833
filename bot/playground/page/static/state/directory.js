// Who and what the ids in a text mean, as the renderer asks for it.

import { address } from "../net/api.js";
import { goTo, goToPerson } from "./session.js";

const made = new WeakMap(); // sidebar → directory, so that the same state gives the same object

/** @param {object} state the page's state */
export function directoryOf(state) {
  const { sidebar, person } = state;
  if (!sidebar) {
    return EMPTY;
  }
  if (!made.has(sidebar)) {
    made.set(sidebar, build(sidebar, person));
  }
  return made.get(sidebar);
}

function build(sidebar, person) {
  const users = new Map(sidebar.people.map((user) => [user.id, user]));
  const channels = [...sidebar.channels, ...sidebar.directs];
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  return {
    me: person,
    user: (id) => users.get(id),
    channel: (id) => byId.get(id),
    users: () => sidebar.people,
    conversations: () =>
      channels.map((channel) => ({ ...channel, is_bot: channel.id === sidebar.app.direct })),
    file: (id) => ({ url: address(`file/${id}`, { as: person }) }),
    onMention: (id) => id !== person && goToPerson(id),
    onChannel: (id) => byId.has(id) && goTo(id),
  };
}

const EMPTY = {};
