// The left of the page: the rail with the workspaces, the sidebar with the conversations of one.

import { html } from "htm/preact";
import { useState } from "preact/hooks";
import { showHood } from "../state/hood.js";
import { goTo, goToDirect } from "../state/places.js";
import { becomePerson } from "../state/session.js";
import { update, useStore } from "../state/store.js";
import { Avatar, Icon, IconButton } from "./kit.js";
import { MenuButton } from "./menu.js";

export function Rail() {
  const workspaces = useStore((state) => state.people.workspaces);
  const id = useStore(({ person }) => person);
  const isOpen = useStore((state) => state.hood.open);
  const { dataset } = document.documentElement;
  const [theme, setTheme] = useState(dataset.theme);
  const isDark = theme === "dark";
  const toggle = () => {
    window.toggleTheme();
    setTheme(dataset.theme);
  };
  const here = workspaces.find(({ people }) => people.some((person) => person.id === id));
  const me = here?.people.find((person) => person.id === id);
  const items = workspaces.flatMap((workspace) => [
    { heading: true, label: workspace.name },
    ...workspace.people.map((person) => ({
      label: person.name, hint: person.is_admin ? "Admin" : "", checked: person === me, onPick: () => becomePerson(person.id),
    })),
  ]);
  const tile = (workspace, place) => html`<li key=${workspace.id}>
    <button type="button" class="workspace" style=${{ "--hue": place * 3 }} aria-label=${workspace.name} title=${workspace.name}
      aria-current=${workspace === here || undefined} data-initials=${workspace.initials}
      onClick=${() => workspace !== here && becomePerson(workspace.people[0].id)}></button>
  </li>`;
  return html`<nav class="rail column" aria-label="Workspaces">
    <ul class="column">${workspaces.map(tile)}</ul>
    <div class="column">
      <${IconButton} label="Under the hood" icon="gauge" aria-expanded=${String(isOpen)} onClick=${() => showHood(!isOpen)} />
      <${IconButton} label=${isDark ? "Light colours" : "Dark colours"} icon=${isDark ? "sun" : "moon"} onClick=${toggle} />
      ${me && html`<${MenuButton} label="You are ${me.name}. Switch person" items=${items}><${Avatar} person=${me} /><//>`}
    </div>
  </nav>`;
}

/** The conversations of the workspace; on a phone they are alone on the page. */
export function Sidebar() {
  const sidebar = useStore(({ sidebar }) => sidebar);
  const place = useStore(({ place }) => place);
  const about = useStore((state) => state.people.about);
  if (!sidebar) return html`<aside class="sidebar" aria-label="Conversations"></aside>`;
  const { workspace, me, app, channels, directs, people } = sidebar;
  const direct = directs.find(({ id }) => id === app.direct);
  const others = directs.filter((channel) => channel !== direct);
  const met = new Set([me.id, ...others.map((channel) => channel.with?.id)]);
  const tab = direct && place?.channel === direct.id && place.tab;
  const face = (person) => html`<${Avatar} person=${person} size="tiny" />`;
  const entry = (channel) => html`<${Entry} key=${channel.id} label=${channel.with?.name ?? channel.name}
    icon=${channel.with ? face(channel.with) : html`<${Icon} name=${ICONS[channel.kind]} />`} isOutside=${!channel.member}
    unread=${channel.unread} isHere=${place?.channel === channel.id} onOpen=${() => goTo(channel.id)} />`;
  return html`<aside class="sidebar column" aria-label="Conversations">
    <header class="row">
      <div class="grow"><h2 class="cut">${workspace.name}</h2><p class="faint">You are ${me.name}</p></div>
      <${IconButton} icon="close" label="Close" kind="only-phone" onClick=${() => update({ sheet: "main" })} />
    </header>
    <nav aria-label="Conversations">
      ${app.installed
        ? html`<h3>App</h3>
            <ul>
              <${Entry} label=${app.name} icon=${face({ is_bot: true })} unread=${direct?.unread} isHere=${tab === "messages"}
                onOpen=${() => goToDirect()} />
              ${app.home && html`<${Entry} label="Home" hint="of ${app.name}" icon=${html`<${Icon} name="home" />`} isHere=${tab === "home"}
                onOpen=${() => goToDirect("", "home")} />`}
            </ul>`
        : html`<p class="faint">${app.name} is not installed in this workspace.</p>`}
      <h3>Channels</h3>
      <ul>${channels.map(entry)}</ul>
      <h3>Direct messages</h3>
      <ul>
        ${others.map(entry)}
        ${people
          .filter((person) => !person.is_bot && !met.has(person.id))
          .map((person) => html`<${Entry} key=${person.id} label=${person.name} icon=${face(person)} onOpen=${() => goToDirect(person.id)} />`)}
      </ul>
    </nav>
    <footer class="faint">
      <p>${about?.model}</p>
      ${about?.version && html`<p>Version ${about.version}</p>`}
    </footer>
  </aside>`;
}

const ICONS = { public: "hash", private: "lock", im: "chat", mpim: "chat" };

const Entry = ({ label, icon, hint, unread = 0, isHere, isOutside, onOpen }) =>
  html`<li>
    <button type="button" class="entry row wide ${isOutside ? "outside" : ""}"
      aria-current=${isHere ? "page" : undefined} onClick=${onOpen}>
      ${icon}<span class="cut">${label}</span>
      ${hint && html`<span class="faint">${hint}</span>`}
      ${unread > 0 && html`<span class="count"><span aria-hidden="true">${unread > 99 ? "99+" : unread}</span>
        <span class="visually-hidden">, ${unread} unread</span></span>`}
    </button>
  </li>`;
