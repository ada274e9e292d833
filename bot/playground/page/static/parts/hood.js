// The side panel "Under the hood": the bot, trouble on demand, the limits, the wire.

import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { commandBot, showHood, switchTrouble } from "../state/hood.js";
import { useStore } from "../state/store.js";
import { Icon } from "./icons.js";
import { clockWithSeconds } from "./times.js";
import { Wire } from "./wire.js";

/** The side panel. */
export function Hood() {
  const { trouble, bot, rates, entries } = useStore((state) => state.hood);
  const pane = useRef(null);
  useEffect(() => pane.current.focus(), []);
  return html`<aside
    class="side hood"
    aria-label="Under the hood"
    ref=${pane}
    tabindex="-1"
    onKeyDown=${(event) => event.key === "Escape" && showHood(false)}
  >
    <header class="head">
      <div class="head-title"><h2>Under the hood</h2></div>
      <button type="button" class="icon-button" aria-label="Close panel" onClick=${() => showHood(false)}>
        <${Icon} name="close" />
      </button>
    </header>
    <div class="hood-body" tabindex="0" role="region" aria-label="Details">
      ${bot && html`<${Bot} bot=${bot} />`} ${trouble && html`<${Trouble} switches=${trouble.switches} />`}
      ${rates && html`<${Rates} rates=${rates} />`}
      <${Wire} entries=${entries} />
    </div>
  </aside>`;
}

const STATES = { starting: "Starting", running: "Running", stopping: "Stopping", stopped: "Stopped" };

function Bot({ bot }) {
  const isUp = bot.state === "running" || bot.state === "starting";
  const since = bot.since ? ` since ${clockWithSeconds(new Date(bot.since * 1000))}` : "";
  return html`<section class="hood-part">
    <h3>The bot</h3>
    <p class="bot-state" role="status">
      <span class="dot ${bot.state}" aria-hidden="true"></span>
      <strong>${STATES[bot.state] ?? bot.state}</strong>
      <span class="faint">${since}${bot.pid ? `, process ${bot.pid}` : ""}</span>
    </p>
    ${bot.note && html`<p class="faint">${bot.note}</p>`}
    <div class="button-row">
      ${isUp
        ? html`<button type="button" class="button" onClick=${() => commandBot("kill")}>Kill</button>
            <button type="button" class="button" onClick=${() => commandBot("kill_restart")}>Kill and start</button>
            <button type="button" class="button" onClick=${() => commandBot("restart")}>Restart</button>`
        : html`<button
            type="button"
            class="button primary"
            disabled=${bot.state === "stopping"}
            onClick=${() => commandBot("start")}
          >
            Start
          </button>`}
    </div>
    <p class="faint">Killed in the middle of a draft, it goes on where it was once it is started again.</p>
  </section>`;
}

const Trouble = ({ switches }) =>
  html`<section class="hood-part">
    <h3>Trouble</h3>
    <ul class="switches">
      ${switches.map(
        (one) =>
          html`<li key=${one.id}>
            <button
              type="button"
              class="switch-row"
              role="switch"
              aria-checked=${one.on ? "true" : "false"}
              aria-describedby=${`trouble-${one.id}`}
              onClick=${() => switchTrouble(one.id, !one.on)}
            >
              <span class="switch" aria-hidden="true"></span>${one.title}
            </button>
            <p class="faint" id=${`trouble-${one.id}`}>${one.shows}${one.note && ` ${one.note}`}</p>
          </li>`,
      )}
    </ul>
  </section>`;

const Rates = ({ rates }) =>
  html`<section class="hood-part">
    <h3>Edits in the last minute</h3>
    ${rates.edits.map(
      (one) =>
        html`<div key=${one.team} class="meter-row">
          <p class="meter-words">
            <span>${one.name}</span>
            <span class="faint">${one.in_last_minute} of ${one.limit}; the bot paces itself to ${one.paced_to}</span>
          </p>
          <${Meter} value=${one.in_last_minute} limit=${one.limit} paced=${one.paced_to} name=${one.name} />
        </div>`,
    )}
    <p class="faint">
      ${rates.calls_in_last_minute} calls in all, ${rates.throttled_in_last_minute} of them refused as too many.
    </p>
  </section>`;

const Meter = ({ value, limit, paced, name }) =>
  html`<div
    class="meter"
    role="meter"
    aria-label="Edits in ${name}"
    aria-valuemin="0"
    aria-valuemax=${limit}
    aria-valuenow=${Math.min(value, limit)}
  >
    <span class="meter-fill ${value > paced ? "over" : ""}" style=${{ width: `${Math.min(100, (100 * value) / limit)}%` }}></span>
    <span class="meter-mark" style=${{ left: `${(100 * paced) / limit}%` }}></span>
  </div>`;
