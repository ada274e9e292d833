// The home tab of the app.

import { html } from "htm/preact";
import { Blocks } from "../blocks/index.js";
import { clickView } from "../state/doing.js";
import { now, useStore } from "../state/store.js";

/** The home tab. */
export function Home() {
  const view = useStore((state) => state.home);
  return html`<section class="home" tabindex="0" aria-label="Home of the app">
    <h2 class="visually-hidden">Home</h2>
    <div class="home-content">
      ${view
        ? html`<${Blocks}
            blocks=${view.blocks}
            person=${now().person}
            onAction=${(action) => clickView(view, action)}
          />`
        : html`<p class="quiet" role="status">The app has shown nothing here yet.</p>`}
    </div>
  </section>`;
}
