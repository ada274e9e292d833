// The small pieces that the page is made of.

import { Component, h } from "preact";
import { html } from "htm/preact";

const STROKES = { // on a grid of 24
  hash: "M5 9h15M4 15h15M10 4 8 20M16 4l-2 16",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  chat: "M4 5h16v12H9l-5 4z",
  bolt: "M13 3 5 13.5h6L10 21l9-11h-6.5z",
  send: "M4 12 3.5 4.5 21 12 3.5 19.5 4 12zm0 0h8",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  thread: "M4 5h16v10H10l-4 4v-4H4zM8 9h8M8 12h5",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  clip: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.6",
  download: "M12 4v11m0 0-4.5-4.5M12 15l4.5-4.5M4 20h16",
  down: "M12 5v14m0 0-6-6m6 6 6-6",
  gauge: "M4 18a8.5 8.5 0 1 1 16 0M12 15l4-5",
  right: "M9 5l7 7-7 7",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5",
};

/** An icon; it says nothing by itself, so its button needs a label. */
export const Icon = ({ name }) =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${STROKES[name]} /></svg>`;

/** A button that shows an icon; `label` is its name and tooltip. */
export const IconButton = ({ icon, label, kind = "", ...rest }) =>
  html`<button type="button" class="icon-button ${kind}" aria-label=${label} title=${label} ...${rest}><${Icon} name=${icon} /></button>`;

/** A button with words. @param {{kind?: "primary" | "danger"}} props */
export const Button = ({ kind = "", children, ...rest }) =>
  html`<button type="button" class="button ${kind}" ...${rest}>${children}</button>`;

/** Initials on a colour, or the app's sign. @param {{person: object, size?: "small" | "tiny"}} props */
export const Avatar = ({ person, size = "" }) =>
  person.is_bot
    ? html`<img class="avatar ${size}" src="/page/static/icon.svg" alt="" width="36" height="36" />`
    : html`<span class="avatar hue-${person.colour % 8} ${size}" data-initials=${person.initials}></span>`;

/** Some people's faces, close together. */
export const Faces = ({ people }) =>
  html`<span class="faces">${people.map((person) => html`<${Avatar} key=${person.id} person=${person} size="tiny" />`)}</span>`;

/** A file's sign and name, with a line about it. */
export const FileWords = ({ name, picture, sign, children }) =>
  html`${picture
      ? html`<img src=${picture} alt="" width="36" height="36" />`
      : html`<span class="file-sign" aria-hidden="true">${sign.slice(0, 4)}</span>`}
    <span class="grow"><span class="file-name cut">${name}</span>${children}</span>`;

/** What stands where there is nothing else yet; with `onRetry`, what went wrong. */
export const Quiet = ({ children, onRetry }) =>
  html`<div class="quiet column">
    <p role=${onRetry ? "alert" : "status"}>${children}</p>
    ${onRetry && html`<${Button} onClick=${onRetry}>Try again<//>`}
  </div>`;

/** "1 reply", "2 replies" */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** A component that renders again only when one of its props is another. */
export const memo = (Inner) =>
  class extends Component {
    shouldComponentUpdate(next) {
      return Object.keys(next).some((name) => next[name] !== this.props[name]);
    }

    render(props) {
      return h(Inner, props);
    }
  };
