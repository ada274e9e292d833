/** Every kind of text that Slack shows, as components. */

import { html } from "htm/preact";
import { useMemo } from "preact/hooks";
import { withEmoji } from "./emoji.js";
import { decode } from "./entities.js";
import { markdown } from "./markdown.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./rich-text.js";
import { Parts } from "./shown.js";

export { People } from "./people.js";
export { plainOf } from "./plain.js";

/** Slack's mrkdwn. @param {{text: string, verbatim?: boolean, people?: import("./people.js").People}} props */
export function Mrkdwn({ text, verbatim = false, people }) {
  const parts = useMemo(() => mrkdwn(text ?? "", { verbatim }), [text, verbatim]);
  return html`<${Parts} parts=${parts} people=${people} />`;
}

/** Standard Markdown. @param {{text: string}} props */
export function Markdown({ text }) {
  const parts = useMemo(() => markdown(text ?? ""), [text]);
  return html`<${Parts} parts=${parts} />`;
}

/** A rich_text block. @param {{block: object}} props */
export function RichText({ block }) {
  const parts = useMemo(() => richText(block), [block]);
  return html`<${Parts} parts=${parts} />`;
}

/**
 * The words of a plain_text object.
 * @param {{text?: string, emoji?: boolean} | undefined} object
 */
export function wordsOf(object) {
  const text = decode(object?.text ?? "");
  return object?.emoji === false ? text : withEmoji(text);
}

/** A plain_text or a mrkdwn object. @param {{object: {type: string, text: string}}} props */
export function TextObject({ object }) {
  return object?.type === "mrkdwn"
    ? html`<${Mrkdwn} text=${object.text} verbatim=${object.verbatim ?? false} />`
    : wordsOf(object);
}
