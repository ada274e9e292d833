/** The blocks of a message, a modal or a home tab, as Slack shows them. */

import { html } from "htm/preact";
import { ActingHere } from "./acting.js";
import { Guarded } from "./guarded.js";
import { LAYOUT } from "./layout.js";
import { Unknown } from "./unknown.js";

/**
 * @param {object} props
 * @param {object[]} props.blocks
 * @param {string | {id: string}} [props.person] who looks at them
 * @param {import("./acting.js").OnAction} [props.onAction] told what is pressed or chosen, and to open a picture
 *   large: `{type: "open_image", src, alt, title}`; a promise it returns keeps the button busy
 * @param {(type: string) => void} [props.onUnknown] told of each block and element drawn as an outlined box
 * @param {Record<string, Function>} [props.more] further blocks by type: a form has its inputs
 */
export function Blocks({ blocks, person, onAction, onUnknown, more = {} }) {
  const who = typeof person === "object" ? person?.id : person;
  return html`<${ActingHere} onAction=${onAction} onUnknown=${onUnknown}>
    <div class="bk-blocks">
      ${blocks.map((block, index) => html`<${OneBlock} key=${block?.block_id ?? index} block=${block} person=${who} more=${more} />`)}
    </div>
  <//>`;
}

function OneBlock({ block, person, more }) {
  const type = block?.type;
  const known = [more, LAYOUT].find((kinds) => Object.hasOwn(kinds, type));
  return html`<${Guarded} block=${block}>
    ${known ? html`<${known[type]} block=${block} person=${person} />` : html`<${Unknown} type=${type} />`}
  <//>`;
}
