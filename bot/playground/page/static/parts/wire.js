// What crossed the wire: requests to the bot, calls from it.

import { html } from "htm/preact";
import { useMemo, useState } from "preact/hooks";
import { readEntry } from "../state/hood.js";
import { Icon } from "./icons.js";
import { memo } from "./memo.js";
import { clockWithSeconds } from "./times.js";

const WAYS = [
  { value: "", label: "Both ways" },
  { value: "to_bot", label: "To the bot" },
  { value: "from_bot", label: "From the bot" },
];

/** @param {{entries: object[]}} props */
export function Wire({ entries }) {
  const [words, setWords] = useState("");
  const [way, setWay] = useState("");
  const shown = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const matches = (entry) =>
      (!way || entry.way === way) && `${entry.what} ${entry.note} ${entry.status}`.toLowerCase().includes(wanted);
    return entries.filter(matches).toReversed();
  }, [entries, words, way]);
  return html`<section class="hood-part">
    <h3>The wire</h3>
    <div class="wire-filter">
      <input
        type="search"
        placeholder="Filter, such as chat.update"
        aria-label="Filter the wire"
        value=${words}
        onInput=${(event) => setWords(event.target.value)}
      />
      <select aria-label="Which way" value=${way} onChange=${(event) => setWay(event.target.value)}>
        ${WAYS.map(({ value, label }) => html`<option key=${value} value=${value}>${label}</option>`)}
      </select>
    </div>
    ${shown.length === 0
      ? html`<p class="faint">${entries.length ? "Nothing matches." : "Nothing has crossed it yet."}</p>`
      : html`<ol class="wire">
          ${shown.map((entry) => html`<${Entry} key=${entry.n} entry=${entry} />`)}
        </ol>`}
  </section>`;
}

const Entry = memo(function Entry({ entry }) {
  const [detail, setDetail] = useState(null); // null: closed
  const toggle = async () => {
    if (detail) {
      setDetail(null);
      return;
    }
    setDetail({ error: "" });
    try {
      setDetail(await readEntry(entry.n));
    } catch (error) {
      setDetail({ error: error.message });
    }
  };
  const isIn = entry.way === "to_bot";
  return html`<li class="wire-entry ${entry.ok ? "" : "bad"}">
    <button type="button" class="wire-row" aria-expanded=${detail ? "true" : "false"} onClick=${toggle}>
      <span class="wire-way ${entry.way}" title=${isIn ? "To the bot" : "From the bot"}>
        <${Icon} name="right" /><span class="visually-hidden">${isIn ? "to the bot" : "from the bot"}</span>
      </span>
      <span class="wire-what">${entry.what}</span>
      ${entry.note && html`<span class="wire-note">${entry.note}</span>`}
      <span class="wire-status">${entry.status || "…"}</span>
      <span class="wire-time">
        ${entry.ms === null ? "" : `${Math.round(entry.ms)} ms · `}${clockWithSeconds(new Date(entry.at * 1000))}
      </span>
    </button>
    ${detail && html`<${Detail} detail=${detail} isIn=${isIn} />`}
  </li>`;
});

const Detail = ({ detail, isIn }) =>
  html`<div class="wire-detail">
    ${detail.error && html`<p class="notice" role="alert">${detail.error}</p>`}
    ${detail.entry &&
    html`<${Part} title=${isIn ? "Request" : "Arguments"} value=${detail.sent} />
      <${Part} title="Answer" value=${detail.answer} />
      <${Part} title="Headers" value=${detail.headers} />`}
  </div>`;

function Part({ title, value }) {
  const isNothing = value === null || value === undefined || value === "" || Object.keys(value).length === 0;
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return html`<h4>${title}</h4>
    ${isNothing ? html`<p class="faint">Empty</p>` : html`<pre tabindex="0" aria-label=${title}>${text}</pre>`}`;
}
