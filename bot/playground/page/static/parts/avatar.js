// A person's or the app's picture: initials on a colour, or the app's sign.

import { html } from "htm/preact";

/** @param {{person: {initials: string, colour: number, is_bot?: boolean}, size?: "small" | "tiny"}} props */
export const Avatar = ({ person, size = "" }) =>
  person.is_bot
    ? html`<img class="avatar ${size}" src="/page/static/icon.svg" alt="" width="36" height="36" />`
    : html`<span class="avatar hue-${person.colour % 8} ${size}" data-initials=${person.initials}></span>`;
