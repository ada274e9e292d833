// What the browser keeps for this page between visits; storage may be switched off, then nothing lasts.

const PREFIX = "playground.";

/** @param {string} name @param {"localStorage" | "sessionStorage"} where @returns {string} */
export function remembered(name, where = "localStorage") {
  try {
    return window[where].getItem(PREFIX + name) ?? "";
  } catch {
    return "";
  }
}

/** Keep a text under a name; an empty one is forgotten. */
export function remember(name, text, where = "localStorage") {
  try {
    if (text) window[where].setItem(PREFIX + name, text);
    else window[where].removeItem(PREFIX + name);
  } catch {
    // it lasts as long as the page
  }
}
