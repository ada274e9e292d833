// The rail at the left: the workspaces, the person, the theme, the side panel.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { showHood } from "../state/hood.js";
import { remember, remembered } from "../state/keeping.js";
import { becomePerson } from "../state/session.js";
import { useStore } from "../state/store.js";
import { Avatar } from "./avatar.js";
import { Icon } from "./icons.js";
import { MenuButton } from "./menu.js";

/** Whom the person was last in a workspace. */
const lastIn = (workspace) => {
  const last = remembered(`last.${workspace.id}`);
  return workspace.people.find((person) => person.id === last) ?? workspace.people[0];
};

function switchTo(workspace, person) {
  remember(`last.${workspace.id}`, person.id);
  becomePerson(person.id);
}

/** The rail. */
export function Rail() {
  const workspaces = useStore((state) => state.people.workspaces);
  const person = useStore((state) => state.person);
  const isOpen = useStore((state) => state.hood.open);
  const here = workspaces.find((workspace) => workspace.people.some((other) => other.id === person));
  return html`<nav class="rail" aria-label="Workspaces">
    <ul class="rail-list">
      ${workspaces.map(
        (workspace) =>
          html`<li key=${workspace.id}>
            <button
              type="button"
              class="workspace hue-${workspace.colour % 8}"
              aria-label=${workspace.name}
              title=${workspace.name}
              aria-current=${workspace === here ? "true" : undefined}
              data-initials=${workspace.initials}
              onClick=${() => workspace !== here && switchTo(workspace, lastIn(workspace))}
            ></button>
          </li>`,
      )}
    </ul>
    <div class="rail-foot">
      <button
        type="button"
        class="rail-button"
        aria-label="Under the hood"
        title="Under the hood: what crosses the wire, limits, trouble"
        aria-expanded=${isOpen ? "true" : "false"}
        onClick=${() => showHood(!isOpen)}
      >
        <${Icon} name="gauge" />
      </button>
      <${ThemeButton} />
      ${here && html`<${PersonSwitcher} workspaces=${workspaces} person=${person} />`}
    </div>
  </nav>`;
}

function ThemeButton() {
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  const label = theme === "dark" ? "Light colours" : "Dark colours";
  return html`<button
    type="button"
    class="rail-button"
    aria-label=${label}
    title=${label}
    onClick=${() => setTheme(window.toggleTheme())}
  >
    <${Icon} name=${theme === "dark" ? "sun" : "moon"} />
  </button>`;
}

function PersonSwitcher({ workspaces, person }) {
  const items = workspaces.flatMap((workspace) => [
    { heading: true, label: workspace.name },
    ...workspace.people.map((other) => ({
      label: other.name,
      hint: other.is_admin ? "Admin" : "",
      checked: other.id === person,
      onPick: () => switchTo(workspace, other),
    })),
  ]);
  const me = workspaces.flatMap((workspace) => workspace.people).find((other) => other.id === person);
  return html`<${MenuButton} label="You are ${me.name}. Switch person" className="rail-person" items=${items}>
    <${Avatar} person=${me} />
  <//>`;
}
