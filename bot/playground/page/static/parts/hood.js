// The side panel "Under the hood": the bot, trouble on demand, the limits, the wire.

import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { commandBot, showHood, switchTrouble } from "../state/hood.js";
import { useStore } from "../state/store.js";
import { Button, IconButton } from "./kit.js";
import { clockWithSeconds } from "./times.js";
import { Wire } from "./wire.js";

/** The side panel. */
export function Hood() {
  const { trouble, bot, rates, entries } = useStore((state) => state.hood);
  const pane = useRef(null);
  useEffect(() => pane.current.focus(), []);
  const close = () => showHood(false);
  return html`<aside class="side hood column" aria-label="Under the hood" ref=${pane} tabindex="-1"
    onKeyDown=${(event) => event.key === "Escape" && close()}>
    <header class="head row">
      <h2 class="grow">Under the hood</h2>
      <${IconButton} icon="close" label="Close panel" onClick=${close} />
    </header>
    <div class="hood-body" tabindex="0" role="region" aria-label="Details">
      ${bot && html`<${Bot} bot=${bot} />`} ${trouble && html`<${Trouble} switches=${trouble.switches} />`}
      ${rates && html`<${Rates} rates=${rates} />`}
      <${Wire} entries=${entries} />
    </div>
  </aside>`;
}

function Bot({ bot: { state, since, pid, note } }) {
  const isUp = state === "running" || state === "starting";
  const button = ([what, words]) => html`<${Button} key=${what} onClick=${() => commandBot(what)}>${words}<//>`;
  return html`<section>
    <h3>The bot</h3>
    <p class="bot-state row" role="status">
      <span class="dot ${state}" aria-hidden="true"></span>
      <strong>${state[0].toUpperCase()}${state.slice(1)}</strong>
      <span class="faint">${since && ` since ${clockWithSeconds(new Date(since * 1000))}`}${pid && `, process ${pid}`}</span>
    </p>
    ${note && html`<p class="faint">${note}</p>`}
    <div class="wraps">
      ${isUp
        ? Object.entries({ kill: "Kill", kill_restart: "Kill and start", restart: "Restart" }).map(button)
        : html`<${Button} kind="primary" disabled=${state === "stopping"} onClick=${() => commandBot("start")}>Start<//>`}
    </div>
    <p class="faint">Killed in the middle of a draft, it goes on where it was once it is started again.</p>
  </section>`;
}

const Trouble = ({ switches }) =>
  html`<section>
    <h3>Trouble</h3>
    <ul class="switches">
      ${switches.map(({ id, on, title, shows, note }) => html`<li key=${id}>
        <button type="button" class="switch-row row" role="switch" aria-checked=${String(on)} aria-describedby="trouble-${id}"
          onClick=${() => switchTrouble(id, !on)}><span class="switch" aria-hidden="true"></span>${title}</button>
        <p class="faint" id="trouble-${id}">${shows} ${note}</p>
      </li>`)}
    </ul>
  </section>`;

const Rates = ({ rates }) =>
  html`<section>
    <h3>Edits in the last minute</h3>
    ${rates.edits.map((one) => html`<${Meter} key=${one.team} one=${one} />`)}
    <p class="faint">${rates.calls_in_last_minute} calls in all, ${rates.throttled_in_last_minute} of them refused as too many.</p>
  </section>`;

function Meter({ one: { name, limit, in_last_minute: edits, paced_to: paced } }) {
  const share = (value) => `${Math.min(100, (100 * value) / limit)}%`;
  return html`<div class="meter-row">
    <p class="meter-words">${name} <span class="faint">${edits} of ${limit}; the bot paces itself to ${paced}</span></p>
    <div class="meter" role="meter" aria-label="Edits in ${name}" aria-valuemin="0" aria-valuemax=${limit} aria-valuenow=${Math.min(edits, limit)}>
      <span class=${edits > paced ? "over" : ""} style=${{ width: share(edits) }}></span><i style=${{ left: share(paced) }}></i>
    </div>
  </div>`;
}
