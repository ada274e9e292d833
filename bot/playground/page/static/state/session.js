// Who sits in front of the page: opening, switching, starting over.

import { read, Refusal } from "../net/api.js";
import { addressed } from "./address.js";
import { refreshChannel } from "./channels.js";
import { connect } from "./connection.js";
import { refreshHood } from "./hood.js";
import { remember, remembered } from "./keeping.js";
import { hear } from "./live.js";
import { firstPlace, goTo } from "./places.js";
import { loadSidebar } from "./sidebar.js";
import { forgetPerson, now, update } from "./store.js";
import { openThread } from "./thread.js";
import { tell } from "./toasts.js";

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
export async function becomePerson(person, { channel = "", thread = "" } = {}) {
  forgetPerson();
  update({ person });
  remember("person", person);
  connect(person, hear, startOver); // first: what happens while the rest is fetched is not missed
  try {
    await loadSidebar();
    await Promise.all([loadState(), loadExamples()]);
    await goTo(channel || firstPlace());
    if (thread) await openThread(now().place.channel, thread);
    update({ failure: "" });
  } catch (error) {
    update({ failure: error.message });
  }
}

async function loadState() {
  const person = now().person;
  const { modal, home } = await read("state", { as: person });
  update((state) => state.person === person && { modal, home });
}

async function loadExamples() {
  update(await read("examples", { as: now().person }).catch(() => ({ examples: [] })));
}

/** Something was missed: fetch again what is shown. */
async function startOver() {
  const { place, thread, hood } = now();
  const shown = place?.channel;
  try {
    update({ people: await read("people") });
    await Promise.all([loadSidebar(), loadState(), loadExamples()]);
    update(({ feeds }) => ({ feeds: feeds[shown] ? { [shown]: feeds[shown] } : {} }));
    if (shown && place.tab !== "home") await refreshChannel(shown);
    if (thread) await openThread(thread.channel, thread.ts);
    if (hood.open) await refreshHood();
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) await start(); // a new world: this person is not in it
    else tell(error.message);
  }
}
