// The icons, as strokes on a grid of 24.

import { html } from "htm/preact";

const STROKES = {
  hash: "M5 9h15M4 15h15M10 4 8 20M16 4l-2 16",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  chat: "M4 5h16v12H9l-5 4z",
  bolt: "M13 3 5 13.500h6L10 21l9-11h-6.500z",
  send: "M4 12 3.500 4.500 21 12 3.500 19.500 4 12zm0 0h8",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  thread: "M4 5h16v10H10l-4 4v-4H4zM8 9h8M8 12h5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5",
  moon: "M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  clip: "M20 11.500 12 19.500a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700L9.700 17.200a1.700 1.700 0 0 1-2.400-2.400l7.700-7.600",
  download: "M12 4v11m0 0-4.500-4.500M12 15l4.500-4.500M4 20h16",
  down: "M12 5v14m0 0-6-6m6 6 6-6",
  gauge: "M4 18a8.500 8.500 0 1 1 16 0M12 15l4-5",
  right: "M9 5l7 7-7 7",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5",
};

/** An icon; it says nothing by itself, so its button needs a label. */
export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${STROKES[name]} /></svg>`;
