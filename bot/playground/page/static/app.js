// The page: what is shown, put together and started.

import { render } from "preact";
import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { Main } from "./parts/channel.js";
import { Hood } from "./parts/hood.js";
import { Button } from "./parts/kit.js";
import { Rail, Sidebar } from "./parts/left.js";
import { Overlays } from "./parts/overlays.js";
import { ThreadPane } from "./parts/thread.js";
import { directory } from "./state/places.js";
import { start } from "./state/session.js";
import { useStore } from "./state/store.js";
import { People } from "./text/index.js";

function App() {
  const hasPeople = useStore((state) => state.people !== null);
  const failure = useStore(({ failure }) => failure);
  const sidebar = useStore(({ sidebar }) => sidebar);
  const people = useMemo(() => (sidebar ? directory(sidebar) : {}), [sidebar]);
  const sheet = useStore(({ sheet }) => sheet);
  const hasThread = useStore((state) => state.thread !== null);
  const hasHood = useStore((state) => state.hood.open);
  const isLost = useStore((state) => state.connection === "lost");
  if (failure || !hasPeople) return html`<${Waiting} failure=${failure} />`;
  return html`<${People.Provider} value=${people}>
    <a class="skip" href="#main" onClick=${skip}>Skip to the messages</a>
    <div class="app sheet-${sheet}">
      <${Rail} /><${Sidebar} /><${Main} />${hasThread && html`<${ThreadPane} />`}${hasHood && html`<${Hood} />`}
    </div>
    <div class=${isLost ? "connection raised floats faint" : ""} role="status">
      ${isLost && "Reconnecting. What you see may be a little old."}
    </div>
    <${Overlays} />
  <//>`;
}

/** The address names the place: the link must not overwrite it. */
function skip(event) {
  event.preventDefault();
  (document.querySelector(".composer textarea") ?? document.getElementById("main"))?.focus();
}

const Waiting = ({ failure }) =>
  html`<main class="waiting quiet column">
    <img src="/page/static/icon.svg" alt="" width="56" height="56" />
    ${failure
      ? html`<h1>The playground is not there</h1>
          <p role="alert">${failure}</p>
          <${Button} kind="primary" onClick=${start}>Try again<//>`
      : html`<p role="status">Opening</p>`}
  </main>`;

render(html`<${App} />`, document.getElementById("app"));
start();
