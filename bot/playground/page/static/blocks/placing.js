/** Where a list that opens from an element goes: below it, or above where there is more room. */

const GAP = 4; // pixels
const EDGE = 8; // pixels left free at the edges of the window
const ROOM = 300; // pixels that a list would like

/**
 * Put a popover near the element it belongs to.
 * @param {HTMLElement} popup
 * @param {HTMLElement} anchor
 * @param {{wide?: boolean}} [options] wide: at least as wide as the anchor
 */
export function placeNear(popup, anchor, { wide = false } = {}) {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - GAP - EDGE;
  const above = at.top - GAP - EDGE;
  const isAbove = below < Math.min(ROOM, popup.scrollHeight) && above > below;
  const { style } = popup;
  style.maxHeight = `${Math.min(ROOM, isAbove ? above : below)}px`;
  style.minWidth = wide ? `${at.width}px` : "";
  style.top = isAbove ? "auto" : `${at.bottom + GAP}px`;
  style.bottom = isAbove ? `${window.innerHeight - at.top + GAP}px` : "auto";
  style.left = `${Math.max(EDGE, Math.min(at.left, window.innerWidth - popup.offsetWidth - EDGE))}px`;
}
