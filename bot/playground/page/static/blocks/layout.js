/** The blocks of Block Kit, by type. */

import { html } from "htm/preact";
import { Markdown, RichText, TextObject, wordsOf } from "../text/index.js";
import { Element } from "./elements.js";
import { ImageBlock, SmallImage } from "./picture.js";
import { Table } from "./table.js";

const Header = ({ block }) => html`<h3 class="bk-header">${wordsOf(block.text)}</h3>`;

const Divider = () => html`<hr class="bk-divider" />`;

function Section({ block, person }) {
  const { text, fields, accessory } = block;
  return html`<div class="bk-section">
    <div class="bk-section-text">
      ${text && html`<${TextObject} object=${text} />`}
      ${fields &&
      html`<div class="bk-fields">
        ${fields.map((each, index) => html`<div key=${index}><${TextObject} object=${each} /></div>`)}
      </div>`}
    </div>
    ${accessory && html`<div class="bk-accessory"><${Element} block=${block} element=${accessory} person=${person} /></div>`}
  </div>`;
}

function Context({ block }) {
  return html`<div class="bk-context">
    ${block.elements.map((element, index) =>
      element.type === "image"
        ? html`<${SmallImage} key=${index} element=${element} small />`
        : html`<div key=${index}><${TextObject} object=${element} /></div>`,
    )}
  </div>`;
}

function Actions({ block, person }) {
  return html`<div class="bk-actions">
    ${block.elements.map(
      (element, index) => html`<${Element} key=${element.action_id ?? index} block=${block} element=${element} person=${person} />`,
    )}
  </div>`;
}

/** @type {Record<string, Function>} */
export const LAYOUT = {
  header: Header,
  divider: Divider,
  section: Section,
  context: Context,
  actions: Actions,
  context_actions: Actions,
  image: ImageBlock,
  markdown: ({ block }) => html`<${Markdown} text=${block.text} />`,
  rich_text: RichText,
  table: Table,
};
