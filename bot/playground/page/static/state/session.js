// Who sits in front of the page, and where they are: opening, switching, starting over.

import { read, act, Refusal } from "../net/api.js";
import { Stream } from "../net/stream.js";
import { openChannel, refreshChannel } from "./channels.js";
import { hear } from "./live.js";
import { refreshHood } from "./hood.js";
import { openThread } from "./thread.js";
import { remember, remembered } from "./keeping.js";
import { forgetPerson, now, update } from "./store.js";
import { tell } from "./toasts.js";

let stream = null;

/** Load the people, then whoever the address or the last visit names. */
export async function start() {
  try {
    const people = await read("people");
    update({ people, failure: "" });
    const wanted = new URLSearchParams(location.hash.slice(1));
    const known = new Set(people.workspaces.flatMap((workspace) => workspace.people.map((person) => person.id)));
    const person = [wanted.get("as"), remembered("person"), people.first].find((id) => known.has(id));
    await becomePerson(person, { channel: wanted.get("in") ?? "", thread: wanted.get("thread") ?? "" });
  } catch (error) {
    update({ failure: error.message });
  }
}

/** Sit down as another person. */
export async function becomePerson(person, place = {}) {
  stream?.close();
  forgetPerson();
  update({ person });
  remember("person", person);
  // The stream opens first: what happens while the rest is fetched is not missed.
  stream = new Stream(person, {
    onEvent: hear,
    onReset: startOver,
    onState: (connection) => update({ connection }),
  });
  stream.listenToWire(now().hood.open);
  try {
    await loadSidebar();
    await Promise.all([loadState(), loadExamples()]);
    await goTo(place.channel || firstPlace());
    if (place.thread) {
      await openThread(now().place.channel, place.thread);
    }
    update({ failure: "" });
  } catch (error) {
    update({ failure: error.message });
  }
}

/** Where somebody begins: where they were last, else the first channel of theirs. */
function firstPlace() {
  const { channels, directs } = now().sidebar;
  const last = remembered(`place.${now().person}`);
  const all = [...channels, ...directs];
  const found = all.find((channel) => channel.id === last) ?? channels.find((channel) => channel.member) ?? all[0];
  return found?.id ?? "";
}

/** Fetch the sidebar. Throws Refusal. */
export async function loadSidebar() {
  const person = now().person;
  const sidebar = await read("sidebar", { as: person });
  update((state) => (state.person === person ? { sidebar } : null));
}

async function loadState() {
  const person = now().person;
  const { modal, home } = await read("state", { as: person });
  update((state) => (state.person === person ? { modal, home } : null));
}

async function loadExamples() {
  const { examples } = await read("examples", { as: now().person }).catch(() => ({ examples: [] }));
  update({ examples });
}

/** Go to a channel; `tab` "home" is the app's home. */
export async function goTo(channel, tab = "messages") {
  const { person, thread } = now();
  if (thread && thread.channel !== channel) {
    update({ thread: null });
  }
  update({ place: { channel, tab }, sheet: "main", editing: "" });
  remember(`place.${person}`, channel);
  showAddress();
  if (tab === "home") {
    await openHome();
  } else if (channel) {
    await openChannel(channel);
  }
}

/** Go to the app: its home, or the conversation with it. */
export async function goToApp(tab) {
  try {
    const { channel } = await act("direct/open", { as: now().person });
    if (!now().sidebar.directs.some((other) => other.id === channel.id)) {
      await loadSidebar();
    }
    await goTo(channel.id, tab);
  } catch (error) {
    tell(error.message);
  }
}

/** Go to the direct conversation with a person of the workspace. */
export async function goToPerson(user) {
  try {
    const { channel } = await act("direct/open", { as: now().person }, { user });
    await loadSidebar();
    await goTo(channel.id);
  } catch (error) {
    tell(error.message);
  }
}

async function openHome() {
  const person = now().person;
  try {
    const { view } = await act("home/open", { as: person });
    update((state) => (state.person === person && view ? { home: view } : null));
  } catch (error) {
    tell(error.message);
  }
}

/** Keep the address bar in step, so that a reload or a second tab comes to the same place. */
export function showAddress() {
  const { person, place, thread } = now();
  const parts = new URLSearchParams({ as: person, in: place?.channel ?? "" });
  if (thread) {
    parts.set("thread", thread.ts);
  }
  history.replaceState(null, "", `#${parts}`);
}

/** Something was missed: fetch again what is shown. */
async function startOver() {
  const { place, thread, hood } = now();
  try {
    update({ people: await read("people") });
    await Promise.all([loadSidebar(), loadState(), loadExamples()]);
    update((state) => ({ feeds: onlyShown(state.feeds, place?.channel) }));
    if (place?.channel && place.tab !== "home") {
      await refreshChannel(place.channel);
    }
    if (thread) {
      await openThread(thread.channel, thread.ts);
    }
    if (hood.open) {
      await refreshHood();
    }
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) {
      await start(); // the world is a new one: this person is not in it
    } else {
      tell(error.message);
    }
  }
}

const onlyShown = (feeds, channel) => (feeds[channel] ? { [channel]: feeds[channel] } : {});

/** Whether the stream also brings the wire. */
export const listenToWire = (wanted) => stream?.listenToWire(wanted);
