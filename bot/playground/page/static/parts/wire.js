// What crossed the wire: requests to the bot, calls from it.

import { html } from "htm/preact";
import { useMemo, useState } from "preact/hooks";
import { readEntry } from "../state/hood.js";
import { Icon, memo } from "./kit.js";
import { clockWithSeconds } from "./times.js";

const WAYS = { "": "Both ways", to_bot: "To the bot", from_bot: "From the bot" };

/** @param {{entries: object[]}} props */
export function Wire({ entries }) {
  const [words, setWords] = useState("");
  const [way, setWay] = useState("");
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const isWanted = (entry) =>
      (!way || entry.way === way) && `${entry.what} ${entry.note} ${entry.status}`.toLowerCase().includes(wanted);
    return entries.filter(isWanted).toReversed();
  }, [entries, words, way]);
  return html`<section>
    <h3>The wire</h3>
    <div class="wire-filter row">
      <input type="search" class="grow" placeholder="Filter, such as chat.update" aria-label="Filter the wire" value=${words}
        onInput=${(event) => setWords(event.target.value)} />
      <select aria-label="Which way" value=${way} onChange=${(event) => setWay(event.target.value)}>
        ${Object.entries(WAYS).map(([value, label]) => html`<option key=${value} value=${value}>${label}</option>`)}
      </select>
    </div>
    ${shown.length
      ? html`<ol class="wire">${shown.map((entry) => html`<${Entry} key=${entry.n} entry=${entry} />`)}</ol>`
      : html`<p class="faint">${entries.length ? "Nothing matches." : "Nothing has crossed it yet."}</p>`}
  </section>`;
}

const Entry = memo(function Entry({ entry: { n, way, what, note, status, ok, ms, at } }) {
  const [detail, setDetail] = useState(null); // null: closed
  const toggle = async () => {
    setDetail(detail ? null : {});
    if (!detail) setDetail(await readEntry(n).catch(({ message }) => ({ error: message })));
  };
  const { error, entry, sent, answer, headers } = detail ?? {};
  return html`<li class=${ok ? "" : "bad"}>
    <button type="button" class="wire-row row" aria-expanded=${String(detail !== null)} onClick=${toggle}>
      <span class=${way} title=${WAYS[way]}><${Icon} name="right" /><span class="visually-hidden">${WAYS[way]}</span></span>
      <span class="what cut">${what}</span>
      <span class="grow cut faint bad-part">${note}</span>
      <span class="faint bad-part">${status || "…"}</span>
      <span class="faint">${ms === null ? "" : `${Math.round(ms)} ms · `}${clockWithSeconds(new Date(at * 1000))}</span>
    </button>
    ${detail && html`<div class="wire-detail">
      ${error && html`<p class="notice" role="alert">${error}</p>`}
      ${entry && html`<${Part} title=${way === "to_bot" ? "Request" : "Arguments"} value=${sent} />
        <${Part} title="Answer" value=${answer} /><${Part} title="Headers" value=${headers} />`}
    </div>`}
  </li>`;
});

function Part({ title, value }) {
  const text = typeof value === "string" ? value : JSON.stringify(value ?? {}, null, 2);
  return html`<h4>${title}</h4>
    ${["", "{}", "[]"].includes(text) ? html`<p class="faint">Empty</p>` : html`<pre tabindex="0" aria-label=${title}>${text}</pre>`}`;
}
