// The small pieces that the page is made of.

import { h } from "preact";
import { html } from "htm/preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";

/** An icon; it says nothing by itself, so its button needs a label. */
export const Icon = ({ name }) =>
  html`<svg class="icon" aria-hidden="true"><use href="/page/static/icons.svg#${name}" /></svg>`;

/** A button that shows an icon; `label` is its name and tooltip. */
export const IconButton = ({ icon, label, kind = "", ...rest }) =>
  html`<button type="button" class="icon-button ${kind}" aria-label=${label} title=${label} ...${rest}><${Icon} name=${icon} /></button>`;

export const Button = ({ kind = "", children, ...rest }) =>
  html`<button type="button" class="button ${kind}" ...${rest}>${children}</button>`;

/** The browser's own dialog: it holds the focus and gives it back. Its owner takes it away when `onClose` is called. */
export function Dialog({ onClose, children, ...rest }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    const { current } = box;
    current.showModal();
    return () => current.close();
  }, []);
  const cancelled = (event) => {
    if (event.target !== box.current) return; // an input for files has such an event too
    event.preventDefault();
    onClose();
  };
  // The page has keys of its own, which are not meant for what lies behind a window.
  return html`<dialog ref=${box} onCancel=${cancelled} onKeyDown=${(event) => event.stopPropagation()} ...${rest}>${children}</dialog>`;
}

/** Initials on a colour, or the app's sign. */
export const Avatar = ({ person, size = "" }) =>
  person.is_bot
    ? html`<img class="avatar ${size}" src="/page/static/icon.svg" alt="" width="36" height="36" />`
    : html`<span class="avatar ${size}" style=${{ "--hue": person.colour }} data-initials=${person.initials}></span>`;

export const Faces = ({ people }) =>
  html`<span class="row">${people.map((person) => html`<${Avatar} key=${person.id} person=${person} size="tiny" />`)}</span>`;

/** What a file's name ends with, such as csv. */
export const endingOf = (name) => /\.(\w+)$/.exec(name)?.[1].toLowerCase() ?? "file";

/** A file's sign and title, with a line about it. */
export const FileWords = ({ name, title = name, picture, children }) =>
  html`${picture
      ? html`<img src=${picture} alt="" width="36" height="36" />`
      : html`<span class="file-sign" aria-hidden="true">${endingOf(name).slice(0, 4)}</span>`}
    <span class="grow"><span class="file-name cut">${title}</span>${children}</span>`;

/** What stands where there is nothing else yet; with `onRetry`, what went wrong. */
export const Quiet = ({ children, onRetry }) =>
  html`<div class="quiet column">
    <p role=${onRetry ? "alert" : "status"}>${children}</p>
    ${onRetry && html`<${Button} onClick=${onRetry}>Try again<//>`}
  </div>`;

/** "1 reply", "2 replies" */
export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** A component that renders again only when one of its props is another. */
export const memo = (Inner) => (props) => useMemo(() => h(Inner, props), Object.values(props));
