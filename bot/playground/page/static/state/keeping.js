// What the browser keeps for this page between visits.

const PREFIX = "playground.";

/** @returns {string} */
export function remembered(name) {
  try {
    return localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return ""; // storage may be switched off
  }
}

/** Keep a text under a name; an empty one is forgotten. */
export function remember(name, text) {
  try {
    if (text) {
      localStorage.setItem(PREFIX + name, text);
    } else {
      localStorage.removeItem(PREFIX + name);
    }
  } catch {
    // then it lasts as long as the page
  }
}
