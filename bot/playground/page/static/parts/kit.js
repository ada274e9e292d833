// The small pieces that the page is made of.

import { Component, h } from "preact";
import { html } from "htm/preact";

/** An icon; it says nothing by itself, so its button needs a label. */
export const Icon = ({ name }) =>
  html`<svg class="icon" aria-hidden="true"><use href="/page/static/icons.svg#${name}" /></svg>`;

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
    : html`<span class="avatar ${size}" style=${{ "--hue": person.colour }} data-initials=${person.initials}></span>`;

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
