/** The blocks of a message, a modal or a home tab, as Slack shows them; of what is unknown, a box with its type. */

import { Component } from "preact";
import { html } from "htm/preact";
import { Markdown, RichText, TextObject, wordsOf } from "../text/index.js";
import { decode, table } from "../text/shown.js";
import { Acting } from "./acting.js";
import { Choices, Select } from "./chosen.js";
import { ImageBlock, SmallImage } from "./picture.js";
import { Button, Overflow, Thumbs } from "./pressed.js";

const ELEMENTS = {
  button: Button,
  overflow: Overflow,
  image: SmallImage,
  feedback_buttons: Thumbs,
  checkboxes: Choices,
  radio_buttons: Choices,
  static_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
};
const LAYOUT = {
  header: ({ block }) => html`<h3 class="bk-header">${wordsOf(block.text)}</h3>`,
  divider: () => html`<hr />`,
  section: Section,
  context: Context,
  actions: Actions,
  context_actions: Actions,
  image: ImageBlock,
  markdown: Markdown,
  rich_text: RichText,
  table: Table,
};

/**
 * `onAction` is told what is pressed or chosen, and to open a picture large: `{type: "open_image", src, alt, title}`;
 * its promise keeps the button busy. `more` are further blocks by type: a form has its inputs.
 */
export const Blocks = ({ blocks, onAction = async () => {}, more = {} }) =>
  html`<${Acting.Provider} value=${onAction}>
    <div class="bk-blocks column">
      ${blocks.map(
        (block, i) => html`<${Guarded} key=${block?.block_id ?? i} block=${block}>
          <${Known} kinds=${{ ...LAYOUT, ...more }} block=${block} type=${block?.type} />
        <//>`,
      )}
    </div>
  <//>`;

/** One element in its block; `more` are further elements by type, and `field` labels it in a form. */
export const Element = ({ more = {}, element, ...rest }) =>
  html`<${Known} kinds=${{ ...ELEMENTS, ...more }} type=${element.type} element=${element} ...${rest} />`;

const Known = ({ kinds, type, ...props }) =>
  Object.hasOwn(kinds, type)
    ? html`<${kinds[type]} ...${props} />`
    : html`<div class="bk-unknown soft">${String(type).slice(0, 80)}</div>`;

/** Keeps one block that cannot be drawn from taking the rest of the page with it. */
class Guarded extends Component {
  state = { failed: null };

  componentDidCatch() {
    this.setState({ failed: this.props.block });
  }

  render({ block, children }) {
    return this.state.failed === block ? html`<${Known} kinds=${{}} type=${block?.type} />` : children;
  }
}

function Section({ block }) {
  const { text, fields = [], accessory } = block;
  return html`<div class="bk-section wraps">
    <div>
      ${text && html`<${TextObject} object=${text} />`}
      ${fields.length > 0 && html`<div class="bk-fields">${fields.map(boxed)}</div>`}
    </div>
    ${accessory && html`<div class="bk-accessory"><${Element} block=${block} element=${accessory} /></div>`}
  </div>`;
}

const boxed = (object) => html`<div><${TextObject} object=${object} /></div>`;

function Context({ block }) {
  const show = (element) => (element.type === "image" ? html`<${SmallImage} element=${element} />` : boxed(element));
  return html`<div class="bk-context wraps soft">${block.elements.map(show)}</div>`;
}

function Actions({ block }) {
  return html`<div class="wraps">
    ${block.elements.map((element, i) => html`<${Element} key=${element.action_id ?? i} block=${block} element=${element} />`)}
  </div>`;
}

function Table({ block: { rows, column_settings: settings = [] } }) {
  const cell = (one) => (one.type === "rich_text" ? html`<${RichText} block=${one} />` : decode(one.text));
  return table(rows.map((row) => row.map(cell)), (column) => ({
    textAlign: settings[column]?.align ?? "left",
    whiteSpace: settings[column]?.is_wrapped ? "normal" : undefined,
  }));
}
