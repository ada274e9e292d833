/** Every kind of text that Slack shows, as components. */

import { html } from "htm/preact";
import { useContext, useMemo } from "preact/hooks";
import { markdown } from "./markdown.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./rich-text.js";
import { People } from "./shown.js";
import { shownWords, wordsOf } from "./words.js";

export { People, wordsOf };

/** Slack's mrkdwn. */
export function Mrkdwn({ text, verbatim = false }) {
  const people = useContext(People);
  return useMemo(() => mrkdwn(text ?? "", people, verbatim), [text, people, verbatim]);
}

/** Standard Markdown. */
export const Markdown = ({ block }) => useMemo(() => markdown(block.text), [block.text]);

/** A rich_text block. */
export function RichText({ block }) {
  const people = useContext(People);
  return useMemo(() => richText(block, people), [block, people]);
}

/** A plain_text or a mrkdwn object. */
export const TextObject = ({ object }) =>
  object.type === "mrkdwn" ? html`<${Mrkdwn} text=${object.text} verbatim=${object.verbatim} />` : wordsOf(object);

/** A mrkdwn text on one line without its marks: for previews, and to be read out. */
export const plainOf = (text, people) =>
  shownWords(mrkdwn(text, people).flatMap((part) => [part, " "])).replace(/\s+/g, " ").trim();
