// The page: what is shown, put together and started.

import { render } from "preact";
import { html } from "htm/preact";
import { Main } from "./parts/channel.js";
import { Hood } from "./parts/hood.js";
import { Overlays } from "./parts/overlays.js";
import { Rail } from "./parts/rail.js";
import { Sidebar } from "./parts/sidebar.js";
import { ThreadPane } from "./parts/thread.js";
import { directoryOf } from "./state/directory.js";
import { start } from "./state/session.js";
import { useStore } from "./state/store.js";
import { People } from "./text/index.js";

function App() {
  const hasPeople = useStore((state) => state.people !== null);
  const failure = useStore((state) => state.failure);
  const directory = useStore(directoryOf);
  const sheet = useStore((state) => state.sheet);
  const hasThread = useStore((state) => state.thread !== null);
  const isHoodOpen = useStore((state) => state.hood.open);
  if (failure || !hasPeople) {
    return html`<${Waiting} failure=${failure} />`;
  }
  const classes = `app sheet-${sheet} ${hasThread ? "with-thread" : ""} ${isHoodOpen ? "with-hood" : ""}`;
  return html`<${People.Provider} value=${directory}>
    <a class="skip" href="#main" onClick=${skip}>Skip to the messages</a>
    <div class=${classes}>
      <${Rail} />
      <${Sidebar} />
      <${Main} />
      ${hasThread && html`<${ThreadPane} />`} ${isHoodOpen && html`<${Hood} />`}
    </div>
    <${Connection} />
    <${Overlays} />
  <//>`;
}

/** The address names the place: the link must not overwrite it. */
function skip(event) {
  event.preventDefault();
  (document.querySelector(".composer textarea") ?? document.getElementById("main"))?.focus();
}

const Waiting = ({ failure }) =>
  html`<main class="waiting">
    <img src="/page/static/icon.svg" alt="" width="56" height="56" />
    ${failure
      ? html`<h1>The playground is not there</h1>
          <p role="alert">${failure}</p>
          <button type="button" class="button primary" onClick=${start}>Try again</button>`
      : html`<p role="status">Opening</p>`}
  </main>`;

function Connection() {
  const connection = useStore((state) => state.connection);
  return html`<div class="connection" role="status">
    ${connection === "lost" && html`<p>Reconnecting. What you see may be a little old.</p>`}
  </div>`;
}

render(html`<${App} />`, document.getElementById("app"));
start();
