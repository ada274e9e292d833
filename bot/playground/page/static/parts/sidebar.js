// The sidebar: the app, the channels, the direct messages of one workspace.

import { html } from "htm/preact";
import { goTo, goToApp, goToPerson } from "../state/places.js";
import { update, useStore } from "../state/store.js";
import { Avatar, Icon, IconButton } from "./kit.js";

/** The sidebar; on a phone, alone on the page, it is its main part. */
export function Sidebar() {
  const sidebar = useStore((state) => state.sidebar);
  const place = useStore((state) => state.place);
  const about = useStore((state) => state.people.about);
  const isAlone = useStore((state) => state.isPhone && state.sheet === "sidebar");
  const [Frame, Title] = isAlone ? ["main", "h1"] : ["aside", "h2"];
  if (!sidebar) return html`<${Frame} class="sidebar" aria-label="Conversations"><//>`;
  const { workspace, me, app, channels, directs, people } = sidebar;
  const direct = directs.find(({ id }) => id === app.direct);
  const others = directs.filter((channel) => channel !== direct);
  const met = new Set([me.id, ...others.map((channel) => channel.with?.id)]);
  const tab = direct && place?.channel === direct.id && place.tab;
  const face = (person) => html`<${Avatar} person=${person} size="tiny" />`;
  const entry = (channel) => html`<${Entry} key=${channel.id} label=${channel.with?.name ?? channel.name} hint=${channel.archived && "archived"}
    icon=${channel.with ? face(channel.with) : html`<${Icon} name=${ICONS[channel.kind]} />`} isOutside=${!channel.member}
    unread=${channel.unread} isHere=${place?.channel === channel.id} onOpen=${() => goTo(channel.id)} />`;
  return html`<${Frame} class="sidebar column" aria-label="Conversations">
    <header class="sidebar-head row">
      <div class="grow"><${Title} class="cut">${workspace.name}<//><p class="faint">You are ${me.name}</p></div>
      <${IconButton} icon="close" label="Close" kind="only-phone" onClick=${() => update({ sheet: "main" })} />
    </header>
    <nav aria-label="Conversations">
      ${app.installed
        ? html`<h3>App</h3>
            <ul>
              <${Entry} label=${app.name} icon=${face({ is_bot: true })} unread=${direct?.unread} isHere=${tab === "messages"}
                onOpen=${() => goToApp("messages")} />
              ${app.home && html`<${Entry} label="Home" hint="of ${app.name}" icon=${html`<${Icon} name="home" />`} isHere=${tab === "home"}
                onOpen=${() => goToApp("home")} />`}
            </ul>`
        : html`<p class="note faint">${app.name} is not installed in this workspace.</p>`}
      <h3>Channels</h3>
      <ul>${channels.map(entry)}</ul>
      <h3>Direct messages</h3>
      <ul>
        ${others.map(entry)}
        ${people
          .filter((person) => !person.is_bot && !met.has(person.id))
          .map((person) => html`<${Entry} key=${person.id} label=${person.name} icon=${face(person)} onOpen=${() => goToPerson(person.id)} />`)}
      </ul>
    </nav>
    <footer class="faint">
      <p>${about?.model}</p>
      ${about?.version && html`<p>Version ${about.version}</p>`}
    </footer>
  <//>`;
}

const ICONS = { public: "hash", private: "lock", im: "chat", mpim: "chat" };

const Entry = ({ label, icon, hint, unread = 0, isHere, isOutside, onOpen }) =>
  html`<li>
    <button type="button" class="entry row ${isHere ? "here" : ""} ${unread ? "unread" : ""} ${isOutside ? "outside" : ""}"
      aria-current=${isHere ? "page" : undefined} onClick=${onOpen}>
      <span>${icon}</span><span class="cut">${label}</span>
      ${hint && html`<span class="faint">${hint}</span>`}
      ${unread > 0 && html`<span class="count"><span aria-hidden="true">${unread > 99 ? "99+" : unread}</span>
        <span class="visually-hidden">, ${unread} unread</span></span>`}
    </button>
  </li>`;
