/** Slack's rich_text block. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */

import { channel, everybody, lines, link, list, person, pre, quote, styled } from "./shown.js";
import { emojiOf } from "./words.js";

/** @param {{elements: object[]}} block @param {object} people as in shown.js */
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
    .reduce((of, kind) => styled(kind, of), unstyled(element, people));

function unstyled({ type, text, url, name, user_id, channel_id, usergroup_id, range, fallback }, people) {
  switch (type) {
    case "text":
      return text;
    case "link":
      return link(url, text || url);
    case "emoji":
      return emojiOf(name) ?? `:${name}:`;
    case "user":
      return person(user_id, "", people);
    case "channel":
      return channel(channel_id, "", people);
    case "usergroup":
      return everybody(usergroup_id, false);
    case "broadcast":
      return everybody(range);
    default:
      return fallback ?? `[${type}]`;
  }
}
