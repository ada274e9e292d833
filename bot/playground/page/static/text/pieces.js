/**
 * What every kind of text is read into, before it is shown: plain objects, so that readers need no page.
 *
 * @typedef {{kind: "text", text: string}} TextPiece
 * @typedef {{kind: "bold"|"italic"|"strike"|"underline"|"code", of: Piece[]}} StyledPiece
 * @typedef {{kind: "link", url: string, of: Piece[]}} LinkPiece
 * @typedef {{kind: "user"|"channel"|"group", id: string, label: string}} MentionPiece
 * @typedef {{kind: "broadcast", range: string}} BroadcastPiece
 * @typedef {{kind: "color", value: string}} ColorPiece
 * @typedef {TextPiece|StyledPiece|LinkPiece|MentionPiece|BroadcastPiece|ColorPiece} Piece
 *
 * @typedef {{kind: "lines", of: Piece[]}} Lines text with its line breaks
 * @typedef {{kind: "pre", of: Piece[]}} Pre
 * @typedef {{kind: "quote", of: Part[]}} Quote
 * @typedef {{kind: "heading", level: number, of: Piece[]}} Heading
 * @typedef {{kind: "rule"}} Rule
 * @typedef {{kind: "list", ordered: boolean, start: number, items: Part[][]}} List
 * @typedef {{kind: "grid", rows: Piece[][][], align: string[]}} Grid the first row heads it
 * @typedef {Lines|Pre|Quote|Heading|Rule|List|Grid} Part
 */

/** @returns {TextPiece} */
export const words = (/** @type {string} */ text) => ({ kind: "text", text });

const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

/**
 * A link, or only its label where the address is not one to follow: a text may name any scheme.
 * @param {string} url
 * @param {Piece[]} of
 * @returns {Piece[]}
 */
export const linked = (url, of) => (SAFE.test(url) ? [{ kind: "link", url, of }] : of);

/**
 * Pieces with neighbouring texts joined.
 * @param {Piece[]} pieces
 * @returns {Piece[]}
 */
export function joined(pieces) {
  const out = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === "text" && last?.kind === "text") out[out.length - 1] = words(last.text + piece.text);
    else out.push(piece);
  }
  return out;
}
