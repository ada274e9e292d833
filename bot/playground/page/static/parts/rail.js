// The rail at the left: the workspaces, the person, the theme, the side panel.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { showHood } from "../state/hood.js";
import { remember, remembered } from "../state/keeping.js";
import { becomePerson } from "../state/session.js";
import { useStore } from "../state/store.js";
import { Avatar, Icon } from "./kit.js";
import { MenuButton } from "./menu.js";

/** Whom the person was last in a workspace. */
const lastIn = ({ id, people }) => people.find((person) => person.id === remembered(`last.${id}`)) ?? people[0];

function switchTo(workspace, person) {
  remember(`last.${workspace.id}`, person.id);
  becomePerson(person.id);
}

/** The rail. */
export function Rail() {
  const workspaces = useStore((state) => state.people.workspaces);
  const id = useStore((state) => state.person);
  const isOpen = useStore((state) => state.hood.open);
  const [theme, setTheme] = useState(document.documentElement.dataset.theme);
  const isDark = theme === "dark";
  const here = workspaces.find(({ people }) => people.some((person) => person.id === id));
  const me = here?.people.find((person) => person.id === id);
  const items = workspaces.flatMap((workspace) => [
    { heading: true, label: workspace.name },
    ...workspace.people.map((person) => ({
      label: person.name, hint: person.is_admin ? "Admin" : "", checked: person === me, onPick: () => switchTo(workspace, person),
    })),
  ]);
  const tile = (workspace) => html`<li key=${workspace.id}>
    <button type="button" class="workspace hue-${workspace.colour % 8}" aria-label=${workspace.name} title=${workspace.name}
      aria-current=${workspace === here || undefined} data-initials=${workspace.initials}
      onClick=${() => workspace !== here && switchTo(workspace, lastIn(workspace))}></button>
  </li>`;
  const button = (label, icon, onClick, more) => html`<button type="button" class="rail-button" aria-label=${label} title=${label}
    onClick=${onClick} ...${more}><${Icon} name=${icon} /></button>`;
  return html`<nav class="rail column" aria-label="Workspaces">
    <ul class="column">${workspaces.map(tile)}</ul>
    <div class="column">
      ${button("Under the hood", "gauge", () => showHood(!isOpen), { "aria-expanded": String(isOpen) })}
      ${button(isDark ? "Light colours" : "Dark colours", isDark ? "sun" : "moon", () => setTheme(window.toggleTheme()))}
      ${me && html`<${MenuButton} label="You are ${me.name}. Switch person" kind="rail-button" items=${items}><${Avatar} person=${me} /><//>`}
    </div>
  </nav>`;
}
