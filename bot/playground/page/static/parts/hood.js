// The side panel "Under the hood": the bot, trouble on demand, the limits, the wire.

import { html } from "htm/preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { read } from "../net/api.js";
import { meddle, showHood } from "../state/hood.js";
import { useStore } from "../state/store.js";
import { Button, Icon, IconButton, memo } from "./kit.js";
import { clockWithSeconds } from "./times.js";

export function Hood() {
  const { trouble, bot, rates, entries } = useStore(({ hood }) => hood);
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
  const button = ([what, words]) => html`<${Button} key=${what} onClick=${() => meddle("bot", { do: what })}>${words}<//>`;
  return html`<section>
    <h3>The bot</h3>
    <p class="row wraps" role="status">
      <span class="dot ${state}" aria-hidden="true"></span>
      <strong>${state[0].toUpperCase()}${state.slice(1)}</strong>
      <span class="faint">${since && ` since ${clockWithSeconds(new Date(since * 1000))}`}${pid && `, process ${pid}`}</span>
    </p>
    ${note && html`<p class="faint">${note}</p>`}
    <div class="wraps">
      ${isUp
        ? Object.entries({ kill: "Kill", kill_restart: "Kill and start", restart: "Restart" }).map(button)
        : html`<${Button} kind="primary" disabled=${state === "stopping"} onClick=${() => meddle("bot", { do: "start" })}>Start<//>`}
    </div>
    <p class="faint">Killed in the middle of a draft, it goes on where it was once it is started again.</p>
  </section>`;
}

const Trouble = ({ switches }) =>
  html`<section>
    <h3>Trouble</h3>
    <ul class="switches">
      ${switches.map(({ id, on, title, shows, note }) => html`<li key=${id}>
        <button type="button" class="switch-row row wide" role="switch" aria-checked=${String(on)} aria-describedby="trouble-${id}"
          onClick=${() => meddle("trouble", { id, on: !on })}><span class="switch" aria-hidden="true"></span>${title}</button>
        <p class="faint" id="trouble-${id}">${shows} ${note}</p>
      </li>`)}
    </ul>
  </section>`;

const Rates = ({ rates }) =>
  html`<section>
    <h3>Edits in the last minute</h3>
    ${rates.edits.map(({ team, name, in_last_minute: edits, limit, paced_to: paced }) => html`<p key=${team}>
      ${name} <span class="faint">${edits} of ${limit}; the bot paces itself to ${paced}</span>
      <meter class="wide" max=${limit} low=${paced} high=${paced} optimum="0" value=${edits} aria-label="Edits in ${name}"></meter>
    </p>`)}
    <p class="faint">${rates.calls_in_last_minute} calls in all, ${rates.throttled_in_last_minute} of them refused as too many.</p>
  </section>`;

const WAYS = { to_bot: "To the bot", from_bot: "From the bot" };

function Wire({ entries }) {
  const [words, setWords] = useState("");
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const wordsOf = ({ way, what, note, status }) => `${WAYS[way]} ${what} ${note} ${status}`.toLowerCase();
    return entries.filter((entry) => wordsOf(entry).includes(wanted)).toReversed();
  }, [entries, words]);
  return html`<section>
    <h3>The wire</h3>
    <input type="search" class="field wide" placeholder="Filter, such as chat.update" aria-label="Filter the wire" value=${words}
      onInput=${({ target }) => setWords(target.value)} />
    ${shown.length
      ? html`<ol class="wire">${shown.map((entry) => html`<${Entry} key=${entry.n} entry=${entry} />`)}</ol>`
      : html`<p class="faint">${entries.length ? "Nothing matches." : "Nothing has crossed it yet."}</p>`}
  </section>`;
}

const Entry = memo(function Entry({ entry: { n, way, what, note, status, ok, ms, at } }) {
  const [detail, setDetail] = useState({}); // fetched at each opening
  const toggled = async ({ target }) => target.open && setDetail(await read(`wire/${n}`).catch(({ message }) => ({ error: message })));
  const { error, entry, sent, answer, headers } = detail;
  return html`<li><details onToggle=${toggled}>
    <summary class="row ${ok ? "" : "bad"}">
      <span class=${way} role="img" aria-label=${WAYS[way]} title=${WAYS[way]}><${Icon} name="right" /></span>
      <code class="cut">${what}</code>
      <span class="grow cut faint">${note}</span>
      <span class="faint">${status || "…"}</span>
      <span class="faint">${ms === null ? "" : `${Math.round(ms)} ms · `}${clockWithSeconds(new Date(at * 1000))}</span>
    </summary>
    ${error && html`<p class="notice" role="alert">${error}</p>`}
    ${entry && html`<${Part} title=${way === "to_bot" ? "Request" : "Arguments"} value=${sent} />
      <${Part} title="Answer" value=${answer} /><${Part} title="Headers" value=${headers} />`}
  </details></li>`;
});

function Part({ title, value }) {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? {}, null, 2);
  const isEmpty = ["", "{}", "[]"].includes(text);
  return html`<h4>${title}</h4>
    ${isEmpty ? html`<p class="faint">Empty</p>` : html`<pre tabindex="0" aria-label=${title}>${text}</pre>`}`;
}
