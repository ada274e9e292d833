// The middle of the page: one channel, or the app's home.

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { channelOf, loadOlder, markRead, openChannel } from "../state/channels.js";
import { changeMembers } from "../state/doing.js";
import { now, useStore } from "../state/store.js";
import { Composer } from "./composer.js";
import { DropPane } from "./drop.js";
import { Examples } from "./examples.js";
import { ChannelHeader, titleOf } from "./header.js";
import { Home } from "./home.js";
import { MessageList } from "./message-list.js";

/** The middle of the page. */
export function Main() {
  const place = useStore((state) => state.place);
  const channel = useStore((state) => channelOf(state, state.place?.channel));
  if (!channel) {
    return html`<main class="main" id="main" tabindex="-1"></main>`;
  }
  const person = now().person;
  const draft = `${person}-${channel.id}`;
  const isHome = place.tab === "home";
  return html`<main class="main" id="main" tabindex="-1">
    <${ChannelHeader} channel=${channel} tab=${place.tab} />
    ${isHome
      ? html`<${Home} />`
      : html`<${DropPane}
          draft=${canWrite(channel) ? draft : ""}
          where=${titleOf(channel)}
          className="pane"
          label=${`Conversation in ${titleOf(channel)}`}
        >
          <${Feed} key=${draft} channel=${channel} />
          <${Foot} channel=${channel} draft=${draft} />
        <//>`}
  </main>`;
}

const canWrite = (channel) => (channel.member || channel.kind === "im") && !channel.archived;

function Foot({ channel, draft }) {
  const app = useStore((state) => state.sidebar.app);
  if (channel.archived) {
    return html`<p class="foot-note">This channel is archived.</p>`;
  }
  if (!canWrite(channel)) {
    return html`<div class="foot-note">
      <p>You are reading <strong>#${channel.name}</strong> without being in it.</p>
      <button type="button" class="button primary" onClick=${() => changeMembers("join", channel.id)}>Join</button>
    </div>`;
  }
  const isAloneWithPeople = app.installed && !channel.bot_member && channel.kind !== "im";
  return html`${isAloneWithPeople &&
    html`<div class="foot-hint">
      <p>${app.name} is not in this channel: it does not see what is said here.</p>
      <button type="button" class="button" onClick=${() => changeMembers("invite", channel.id)}>Add ${app.name}</button>
    </div>`}
    <${Composer} key=${draft} draft=${draft} channel=${channel.id} label=${`Message ${titleOf(channel)}`} />`;
}

function Feed({ channel }) {
  const feed = useStore((state) => state.feeds[channel.id]);
  const person = useStore((state) => state.person);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && markRead(channel.id);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [channel.id]);

  if (!feed || (feed.status === "loading" && feed.messages.length === 0)) {
    return html`<div class="list-frame"><p class="quiet" role="status">Loading messages</p></div>`;
  }
  if (feed.status === "failed") {
    return html`<div class="list-frame">
      <div class="quiet">
        <p role="alert">${feed.error}</p>
        <button type="button" class="button" onClick=${() => openChannel(channel.id)}>Try again</button>
      </div>
    </div>`;
  }
  const isBeginning = !feed.hasMore;
  const isUnasked = isBeginning && channel.bot_member && feed.messages.every((message) => !message.reply_count);
  const top = html`<div class="list-top">
    ${feed.status === "older" && html`<p class="quiet" role="status">Loading older messages</p>`}
    ${isBeginning && html`<${Beginning} channel=${channel} />`}
    ${isUnasked && canWrite(channel) && html`<${Examples} channel=${channel} />`}
  </div>`;
  return html`<${MessageList}
    label=${`Messages in ${titleOf(channel)}`}
    messages=${feed.messages}
    newFrom=${feed.newFrom}
    me=${person}
    top=${top}
    onNearTop=${() => loadOlder(channel.id)}
    onBottom=${() => document.visibilityState === "visible" && markRead(channel.id)}
  />`;
}

const Beginning = ({ channel }) => {
  const title = titleOf(channel);
  return html`<div class="beginning">
    <h2>${title}</h2>
    <p>
      ${channel.kind === "im"
        ? `This is the beginning of your conversation with ${title}.`
        : `This is the beginning of ${title}.`}
      ${channel.topic && ` ${channel.topic}`}
    </p>
  </div>`;
};
