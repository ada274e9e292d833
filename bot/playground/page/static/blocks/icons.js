/** The few pictures that blocks need, drawn in the colour of the text beside them. */

import { html } from "htm/preact";

const icon = (paths) => () =>
  html`<svg class="bk-icon" viewBox="0 0 20 20" aria-hidden="true">${paths.map((d) => html`<path key=${d} d=${d} />`)}</svg>`;

export const Cross = icon(["M5 5l10 10", "M15 5L5 15"]);
export const Dots = icon(["M4 10h.01", "M10 10h.01", "M16 10h.01"]);
export const Chevron = icon(["M6 8l4 4 4-4"]);
export const Tick = icon(["M4.5 10.5l3.5 3.5 7.5-8"]);
export const Bin = icon(["M4 6h12", "M8 6V4h4v2", "M6 6l1 10h6l1-10"]);
export const Sheet = icon(["M6 3h6l3 3v11H6z", "M12 3v3h3"]);
export const ThumbUp = icon(["M3 9h3v8H3z", "M6 9l3-6c1.5 0 2 1 2 2v3h4.5c1 0 1.6.9 1.4 1.8l-1.3 5.6c-.2.9-.9 1.6-1.9 1.6H6"]);
export const ThumbDown = icon(["M3 3h3v8H3z", "M6 11l3 6c1.5 0 2-1 2-2v-3h4.5c1 0 1.6-.9 1.4-1.8l-1.3-5.6C15.4 3.7 14.7 3 13.7 3H6"]);
