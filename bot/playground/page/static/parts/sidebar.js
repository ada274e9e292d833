// The sidebar: the app, the channels, the direct messages of one workspace.

import { html } from "htm/preact";
import { goTo, goToApp, goToPerson } from "../state/session.js";
import { update, useStore } from "../state/store.js";
import { Avatar } from "./avatar.js";
import { Icon } from "./icons.js";

/** The sidebar. */
export function Sidebar() {
  const sidebar = useStore((state) => state.sidebar);
  const place = useStore((state) => state.place);
  const about = useStore((state) => state.people.about);
  if (!sidebar) {
    return html`<aside class="sidebar" aria-label="Conversations"></aside>`;
  }
  const { workspace, me, app, channels, directs } = sidebar;
  const direct = directs.find((channel) => channel.id === app.direct);
  const others = directs.filter((channel) => channel.id !== app.direct);
  const met = new Set(others.map((channel) => channel.with?.id));
  const unmet = sidebar.people.filter((person) => !person.is_bot && person.id !== me.id && !met.has(person.id));
  const isApp = app.direct !== "" && place?.channel === app.direct;
  return html`<aside class="sidebar" aria-label="Conversations">
    <header class="sidebar-head">
      <div class="sidebar-title">
        <h2>${workspace.name}</h2>
        <p>You are ${me.name}</p>
      </div>
      <button type="button" class="icon-button only-phone" aria-label="Close" onClick=${() => update({ sheet: "main" })}>
        <${Icon} name="close" />
      </button>
    </header>
    <nav class="sidebar-body" aria-label="Conversations">
      ${app.installed
        ? html`<section>
            <h3 class="sidebar-heading">App</h3>
            <ul>
              <${Entry}
                label=${app.name}
                icon=${html`<${Avatar} person=${{ is_bot: true }} size="tiny" />`}
                unread=${direct?.unread ?? 0}
                isHere=${isApp && place.tab === "messages"}
                onOpen=${() => goToApp("messages")}
              />
              ${app.home &&
              html`<${Entry}
                label="Home"
                hint="of ${app.name}"
                icon=${html`<${Icon} name="home" />`}
                isHere=${isApp && place.tab === "home"}
                onOpen=${() => goToApp("home")}
              />`}
            </ul>
          </section>`
        : html`<p class="sidebar-note">${app.name} is not installed in this workspace.</p>`}
      <section>
        <h3 class="sidebar-heading">Channels</h3>
        <ul>
          ${channels.map(
            (channel) =>
              html`<${Entry}
                key=${channel.id}
                label=${channel.name}
                icon=${html`<${Icon} name=${channel.kind === "private" ? "lock" : "hash"} />`}
                hint=${channel.archived ? "archived" : ""}
                isOutside=${!channel.member}
                unread=${channel.unread}
                isHere=${place?.channel === channel.id}
                onOpen=${() => goTo(channel.id)}
              />`,
          )}
        </ul>
      </section>
      <section>
        <h3 class="sidebar-heading">Direct messages</h3>
        <ul>
          ${others.map(
            (channel) =>
              html`<${Entry}
                key=${channel.id}
                label=${channel.with?.name ?? channel.name}
                icon=${channel.with
                  ? html`<${Avatar} person=${channel.with} size="tiny" />`
                  : html`<${Icon} name="chat" />`}
                unread=${channel.unread}
                isHere=${place?.channel === channel.id}
                onOpen=${() => goTo(channel.id)}
              />`,
          )}
          ${unmet.map(
            (person) =>
              html`<${Entry}
                key=${person.id}
                label=${person.name}
                icon=${html`<${Avatar} person=${person} size="tiny" />`}
                onOpen=${() => goToPerson(person.id)}
              />`,
          )}
        </ul>
      </section>
    </nav>
    <footer class="sidebar-foot">
      <p>${about?.model}</p>
      ${about?.version && html`<p>Version ${about.version}</p>`}
    </footer>
  </aside>`;
}

function Entry({ label, icon, hint = "", unread = 0, isHere = false, isOutside = false, onOpen }) {
  const state = `${isHere ? "here" : ""} ${unread ? "unread" : ""} ${isOutside ? "outside" : ""}`;
  return html`<li>
    <button type="button" class="entry ${state}" aria-current=${isHere ? "page" : undefined} onClick=${onOpen}>
      <span class="entry-icon">${icon}</span>
      <span class="entry-label">${label}</span>
      ${hint && html`<span class="entry-hint">${hint}</span>`}
      ${unread > 0 &&
      html`<span class="count"><span aria-hidden="true">${unread > 99 ? "99+" : unread}</span>
        <span class="visually-hidden">, ${unread} unread</span></span>`}
    </button>
  </li>`;
}
