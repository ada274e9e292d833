/** Every kind of text that Slack shows, as components. */

import { html } from "htm/preact";
import { useContext, useMemo } from "preact/hooks";
import { markdown } from "./markdown.js";
import { mrkdwn } from "./mrkdwn.js";
import { richText } from "./rich-text.js";
import { People, wordsOf } from "./shown.js";

export { People, wordsOf };

export function Mrkdwn({ text, verbatim = false }) {
  const people = useContext(People);
  return useMemo(() => mrkdwn(text ?? "", people, verbatim), [text, people, verbatim]);
}

export const Markdown = ({ block }) => useMemo(() => markdown(block.text), [block.text]);

export function RichText({ block }) {
  const people = useContext(People);
  return useMemo(() => richText(block, people), [block, people]);
}

export const TextObject = ({ object }) =>
  object.type === "mrkdwn" ? html`<${Mrkdwn} text=${object.text} verbatim=${object.verbatim} />` : wordsOf(object);
