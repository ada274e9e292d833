/** Slack's rich_text block as parts. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */

import { dated } from "./dates.js";
import { emojiOf } from "./emoji.js";
import { joined, linked, words } from "./pieces.js";

/**
 * @param {{elements?: object[]}} block
 * @returns {import("./pieces.js").Part[]}
 */
export const richText = (block) => (block.elements ?? []).map(part);

function part(element) {
  const of = element.elements ?? [];
  switch (element.type) {
    case "rich_text_section":
      return { kind: "lines", of: pieces(of) };
    case "rich_text_quote":
      return { kind: "quote", of: [{ kind: "lines", of: pieces(of) }] };
    case "rich_text_preformatted":
      return { kind: "pre", of: pieces(of) };
    case "rich_text_list":
      return {
        kind: "list",
        ordered: element.style === "ordered",
        start: (element.offset ?? 0) + 1,
        indent: element.indent ?? 0,
        items: of.map((item) => [part(item)]),
      };
    default:
      return { kind: "unknown", type: String(element.type) };
  }
}

const pieces = (elements) => joined(elements.flatMap(piece));

function piece(element) {
  const plain = unstyled(element);
  const style = element.style ?? {};
  return ["bold", "italic", "strike", "underline", "code"]
    .filter((kind) => style[kind])
    .reduce((of, kind) => [{ kind, of }], plain);
}

function unstyled(element) {
  switch (element.type) {
    case "text":
      return [words(element.text)];
    case "link":
      return linked(element.url, [words(element.text || element.url)]);
    case "emoji":
      return [words(fromCode(element.unicode) ?? emojiOf(element.name) ?? `:${element.name}:`)];
    case "user":
      return [{ kind: "user", id: element.user_id, label: "" }];
    case "channel":
      return [{ kind: "channel", id: element.channel_id, label: "" }];
    case "usergroup":
      return [{ kind: "group", id: element.usergroup_id, label: "" }];
    case "broadcast":
      return [{ kind: "broadcast", range: element.range }];
    case "color":
      return [{ kind: "color", value: element.value }];
    case "date":
      return linked(element.url ?? "", [words(dated(element.timestamp, element.format) || element.fallback || "")]);
    default:
      return [words(`[${element.type}]`)];
  }
}

/** An emoji by its code points in hexadecimal: "1f44d-1f3fd". */
function fromCode(unicode) {
  const points = (unicode ?? "").split("-").map((code) => parseInt(code, 16));
  return points.every((point) => point > 0 && point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}
