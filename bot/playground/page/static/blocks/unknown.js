/** The outlined box that stands for what this page does not know. */

import { html } from "htm/preact";
import { useEffect } from "preact/hooks";
import { useActing } from "./acting.js";

/** @param {{type: unknown}} props */
export function Unknown({ type }) {
  const { unknown } = useActing();
  const name = String(type ?? "no type").slice(0, 80);
  useEffect(() => unknown(name), [unknown, name]);
  return html`<div class="bk-unknown">${name}</div>`;
}
