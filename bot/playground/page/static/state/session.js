// Who sits in front of the page: opening, switching, hearing, starting over.

import { read } from "../net/api.js";
import { listen } from "../net/stream.js";
import { plainOf } from "../text/index.js";
import { isInChannel } from "./feeds.js";
import { hoodHears, refreshHood } from "./hood.js";
import { addressed, remember, remembered } from "./kept.js";
import { quietly, tell } from "./notes.js";
import { directoryOf, firstPlace, goTo } from "./places.js";
import { fetchFeed, openThread, takeIn } from "./reading.js";
import { loadSidebar, setUnread } from "./sidebar.js";
import { CLEAN, NOBODY, now, update } from "./store.js";

const QUIET = 2500; // ms without a further edit before a changed message is read out

let hangUp = () => {};

/** Load the people, then whoever the address or the last visit names. */
export async function start() {
  try {
    const people = await read("people");
    update({ people, failure: "" });
    const known = people.workspaces.flatMap((workspace) => workspace.people.map(({ id }) => id));
    const { as, ...place } = addressed();
    await becomePerson([as, remembered("person"), people.first].find((id) => known.includes(id)), place);
  } catch (error) {
    update({ failure: error.message });
  }
}

/** Sit down as another person. */
export async function becomePerson(person, { in: channel, thread } = {}) {
  update({ ...NOBODY, person });
  remember("person", person);
  hangUp(); // and listen first: what happens while the rest is fetched is not missed
  hangUp = listen(person, { onEvent: hear, onReset: startOver, onState: (connection) => update({ connection }) });
  try {
    await loadAll();
    await goTo(channel || firstPlace());
    if (thread) await openThread(now().place.channel, thread);
    update({ failure: "" });
  } catch (error) {
    update({ failure: error.message });
  }
}

async function loadAll() {
  const { person } = now();
  const none = () => ({ examples: [] });
  const loading = [read("state", { as: person }), read("examples", { as: person }).catch(none), loadSidebar()];
  const [{ modal, home }, { examples }] = await Promise.all(loading);
  update((state) => state.person === person && { modal, home, examples });
}

/** Something was missed: fetch again what is shown. */
async function startOver() {
  const { place, thread, hood } = now();
  const shown = place?.channel;
  try {
    update({ people: await read("people") });
    await loadAll();
    update(({ feeds }) => ({ feeds: feeds[shown] ? { [shown]: feeds[shown] } : {} }));
    if (shown && place.tab !== "home") await fetchFeed(shown);
    if (thread) await openThread(thread.channel, thread.ts);
    if (hood.open) await refreshHood();
  } catch (error) {
    if (error.status === 404) await start(); // a new world: this person is not in it
    else tell(error.message);
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
  if (isInSight) announce(message, isNew ? 0 : QUIET);
}

const waiting = new Map(); // message time → timer: a message that is edited often is read out once

function announce({ ts, author, text }, pause) {
  const speak = () => {
    waiting.delete(ts);
    update((state) => ({ announcement: `${author.name}: ${plainOf(text, directoryOf(state))}` }));
  };
  clearTimeout(waiting.get(ts));
  waiting.set(ts, setTimeout(speak, pause));
}
