/** The three characters that Slack writes as entities. */

const NAMES = { amp: "&", lt: "<", gt: ">" };

/**
 * The text with its entities read, once: `&amp;lt;` is the text `&lt;`.
 * @param {string} text
 */
export const decode = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => NAMES[name]);
