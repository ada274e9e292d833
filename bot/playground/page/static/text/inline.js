/** One stretch of Slack's mrkdwn, read into pieces. https://docs.slack.dev/messaging/formatting-message-text */

import { control } from "./control.js";
import { emojiOf } from "./emoji.js";
import { decode } from "./entities.js";
import { joined, linked, words } from "./pieces.js";

const MARKERS = { "*": "bold", _: "italic", "~": "strike" };
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/;
const CONTROL = /<([^<>\n]+)>/y;
const CODE = /`([^`\n]+)`/y;
const EMOJI = /:([a-z0-9_+-]+):/y;
const URL = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"*_~]/y;
const ENTITY = /&(?:amp|lt|gt);/y;

/**
 * @param {string} text without fences and quotes
 * @param {{verbatim?: boolean}} [options] verbatim: addresses stay text unless they are marked as links
 * @returns {import("./pieces.js").Piece[]}
 */
export const inline = (text, { verbatim = false } = {}) => new Reader(text, verbatim, new Set()).pieces();

class Reader {
  /** @param {Set<string>} open markers that we are inside of: none nests in itself */
  constructor(text, verbatim, open) {
    this.text = text;
    this.verbatim = verbatim;
    this.open = open;
    this.at = 0;
    this.plain = "";
    this.out = [];
    // By marker, how far no closing one is: what keeps a text full of asterisks from being searched for each.
    this.hopeless = {};
  }

  pieces() {
    while (this.at < this.text.length) this.step();
    this.flush();
    return joined(this.out);
  }

  step() {
    const character = this.text[this.at];
    if (character === "<" && this.take(CONTROL, (inside) => control(inside))) return;
    if (character === "`" && this.mayOpen(this.at) && this.take(CODE, code)) return;
    if (character in MARKERS && this.styled(character)) return;
    if (character === ":" && this.take(EMOJI, named)) return;
    if (character === "h" && !this.verbatim && this.mayOpen(this.at) && this.take(URL, address)) return;
    if (character === "&" && this.take(ENTITY, (_, all) => [words(decode(all))])) return;
    this.plain += character;
    this.at += 1;
  }

  /** Read a pattern here. `pieces` may return nothing, and what was found stays text. */
  take(pattern, pieces) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    const made = found && pieces(found[1] ?? found[0], found[0]);
    if (!made) return false;
    this.flush();
    this.out.push(...made);
    this.at += found[0].length;
    return true;
  }

  styled(marker) {
    if (this.open.has(marker) || !this.mayOpen(this.at) || (this.hopeless[marker] ?? -1) >= this.at) return false;
    const end = this.closing(marker, this.at + 1);
    if (end < 0) return false;
    const inside = new Reader(this.text.slice(this.at + 1, end), this.verbatim, new Set([...this.open, marker]));
    this.flush();
    this.out.push({ kind: MARKERS[marker], of: inside.pieces() });
    this.at = end + 1;
    return true;
  }

  /** Where the marker closes on this line, or -1. It closes after a character and before none of a word. */
  closing(marker, from) {
    if (SPACE.test(this.text[from] ?? " ") || this.text[from] === marker) return -1;
    for (let at = from; at < this.text.length && this.text[at] !== "\n"; at += 1) {
      if (this.text[at] === "<" || this.text[at] === "`") at = this.past(at);
      const ends = this.text[at] === marker && at > from && !SPACE.test(this.text[at - 1]);
      if (ends && !WORD.test(this.character(at + 1))) return at;
    }
    const line = this.text.indexOf("\n", from);
    this.hopeless[marker] = line < 0 ? this.text.length : line;
    return -1;
  }

  /** The last character of a control sequence or code that begins here, else this one. */
  past(at) {
    const pattern = this.text[at] === "<" ? CONTROL : CODE;
    pattern.lastIndex = at;
    return pattern.test(this.text) ? pattern.lastIndex - 1 : at;
  }

  mayOpen(at) {
    return at === 0 || !WORD.test(this.characterBefore(at));
  }

  character(at) {
    return at < this.text.length ? String.fromCodePoint(this.text.codePointAt(at)) : " ";
  }

  characterBefore(at) {
    const low = this.text.charCodeAt(at - 1);
    return low >= 0xdc00 && low <= 0xdfff ? this.text.slice(at - 2, at) : this.text[at - 1];
  }

  flush() {
    if (this.plain) this.out.push(words(this.plain));
    this.plain = "";
  }
}

const named = (name) => (emojiOf(name) ? [words(emojiOf(name))] : undefined);
const address = (url) => linked(decode(url), [words(decode(url))]);

/** Code shows its control sequences by their labels, and reads no markers. */
const code = (inside) => [{ kind: "code", of: uncoded(inside) }];

/**
 * Code as pieces: links and mentions are kept, nothing else is read.
 * @param {string} text
 * @returns {import("./pieces.js").Piece[]}
 */
export const uncoded = (text) =>
  joined(
    text.split(/(<[^<>\n]+>)/).flatMap((part, index) => (index % 2 ? control(part.slice(1, -1)) : [words(decode(part))])),
  );
