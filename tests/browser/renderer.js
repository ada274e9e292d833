/** Gives the tests the page's renderer without the rest of the page: `stage` draws, `told` collects. */

import { html, render } from "htm/preact";
import { Blocks } from "/page/static/blocks/index.js";
import { Modal } from "/page/static/modal/index.js";
import { Question } from "/page/static/parts/overlays.js";
import { Mrkdwn, People } from "/page/static/text/index.js";

const people = {
  me: "U1",
  user: (id) => ({ U1: { id, name: "Ann Lee" }, U2: { id, name: "Bob" } })[id],
  channel: (id) => ({ C1: { id, name: "general" } })[id],
  users: () => [
    { id: "U1", name: "Ann Lee" },
    { id: "U2", name: "Bob" },
  ],
  conversations: () => [
    { id: "C1", name: "general", kind: "public" },
    { id: "C2", name: "plans", kind: "private" },
    { id: "D1", name: "Bob", kind: "im" },
    { id: "D2", name: "Crossroads", kind: "im", is_bot: true },
  ],
};
const told = [];
const tell = (name) => async (what) => {
  told.push([name, what]);
  return true;
};

// One root for all, as on the page: ids are unique within a root.
const shown = { stage: null, front: null };
function show(changed) {
  Object.assign(shown, changed);
  const { stage, front } = shown;
  const page = html`<${People.Provider} value=${people}><main id="stage">${stage}</main>${front}<${Question} /><//>`;
  render(page, document.getElementById("root"));
}

window.told = told;
window.stage = {
  messages(list) {
    const stage = list.map(
      (blocks, index) => html`<${Blocks} key=${index} blocks=${blocks} onAction=${tell("action")} />`,
    );
    show({ stage });
  },
  text: (text) => show({ stage: html`<${Mrkdwn} text=${text} />` }),
  modal(props) {
    const front =
      props &&
      html`<${Modal} ...${props} onSubmit=${tell("submit")} onClose=${tell("close")} onAction=${tell("action")} />`;
    show({ front });
  },
};
