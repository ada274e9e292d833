/** Slack's rich_text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */

import { channel, emojiOf, everybody, lines, link, list, person, pre, quote, styled } from "./shown.js";

export const richText = (block, people) => block.elements.map((element) => part(element, people));

function part(element, people) {
  const { type, elements = [], style, offset = 0, indent } = element;
  if (type === "rich_text_list") {
    const items = elements.map((item) => part(item, people));
    return list(items, { ordered: style === "ordered", start: offset + 1, indent });
  }
  const show = { rich_text_section: lines, rich_text_quote: (of) => quote(lines(of)), rich_text_preformatted: pre }[type];
  return show ? show(elements.map((each) => piece(each, people))) : lines(`[${type}]`);
}

const piece = (element, people) =>
  ["bold", "italic", "strike", "underline", "code"]
    .filter((kind) => element.style?.[kind])
    .reduce((of, kind) => styled(kind, of), PIECES[element.type]?.(element, people) ?? element.fallback ?? `[${element.type}]`);

const PIECES = {
  text: ({ text }) => text,
  link: ({ url, text }) => link(url, text || url),
  emoji: ({ name }) => emojiOf(name) ?? `:${name}:`,
  user: ({ user_id: id }, people) => person(id, "", people),
  channel: ({ channel_id: id }, people) => channel(id, "", people),
  usergroup: ({ usergroup_id: id }) => everybody(id, false),
  broadcast: ({ range }) => everybody(range),
};
