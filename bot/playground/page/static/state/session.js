// Who sits in front of the page: opening, switching, hearing, starting over.

import { read } from "../net/api.js";
import { listen } from "../net/stream.js";
import { isInChannel } from "./feeds.js";
import { hoodHears } from "./hood.js";
import { addressed, remember, remembered } from "./kept.js";
import { quietly } from "./notes.js";
import { firstPlace, goTo } from "./places.js";
import { openThread, takeIn } from "./reading.js";
import { loadSidebar, setUnread } from "./sidebar.js";
import { CLEAN, NOBODY, now, update } from "./store.js";

const SHOWN = 100; // ms until a new message is on the page, from where it is read out
const QUIET = 2500; // ms without a further edit before a changed one is

let hangUp = () => {};

/** Load the people, then whoever the address or the last visit names. */
export async function start() {
  try {
    const people = await read("people");
    const known = people.workspaces.flatMap((workspace) => workspace.people.map(({ id }) => id));
    const { as, ...place } = addressed();
    update({ people });
    await becomePerson([as, remembered("person"), people.first].find((id) => known.includes(id)), place);
  } catch (error) {
    update({ failure: error.message });
  }
}

export async function becomePerson(person, { in: channel, thread } = {}) {
  update({ ...NOBODY, person });
  remember("person", person);
  hangUp(); // and listen first: what happens while the rest is fetched is not missed
  // A reload fetches what was missed, and comes to the same place.
  hangUp = listen(person, { onEvent: hear, onReset: () => location.reload(), onState: (connection) => update({ connection }) });
  try {
    const loading = [read("state", { as: person }), read("examples", { as: person }), loadSidebar()];
    const [{ modal, home }, { examples }] = await Promise.all(loading);
    if (now().person !== person) return;
    update({ modal, home, examples });
    await goTo(channel || firstPlace());
    if (thread) await openThread(now().place.channel, thread);
    update({ failure: "" });
  } catch (error) {
    update({ failure: error.message });
  }
}

const HEARING = {
  message: hearMessage,
  message_changed: hearMessage,
  message_deleted: takeIn,
  modal: (name, { view }) => update({ modal: view, modalOutcome: CLEAN }),
  home: (name, { view }) => update({ home: view }),
  sidebar: () => quietly(loadSidebar()),
  read: (name, { channel, unread }) => setUnread(channel, () => unread),
};

const hear = (name, data) => (HEARING[name] ?? hoodHears)(name, data);

function hearMessage(name, { message }) {
  takeIn(name, { message });
  const { person, thread, place } = now();
  if (message.author.id === person) return;
  const isNew = name === "message";
  if (isNew && !message.ephemeral && isInChannel(message)) setUnread(message.channel, (unread) => unread + 1);
  const isInSight = message.is_reply ? thread?.ts === message.thread_ts : place?.channel === message.channel;
  if (isInSight) announce(message, isNew ? SHOWN : QUIET);
}

const waiting = new Map(); // message time → timer: a message that is edited often is read out once

function announce({ ts, author }, pause) {
  const speak = () => {
    const words = document.querySelector(`[data-ts="${ts}"] .content`)?.innerText;
    if (words) update({ announcement: `${author.name}: ${words}` });
  };
  clearTimeout(waiting.get(ts));
  waiting.set(ts, setTimeout(speak, pause));
}
