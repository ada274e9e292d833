/** Texts without marks: Slack's entities, the emoji that a text may name, and the words of what is shown. */

const ENTITIES = { amp: "&", lt: "<", gt: ">" };
// Any other name stays as it was written.
const EMOJI = new Map(
  Object.entries({
    "+1": "👍", "-1": "👎", white_check_mark: "✅", x: "❌", warning: "⚠️", eyes: "👀", wave: "👋", tada: "🎉", bulb: "💡",
    memo: "📝", question: "❓", heart: "❤️", smile: "😄", pray: "🙏", rocket: "🚀", thinking_face: "🤔",
  }),
);

/** Entities are read once: `&amp;lt;` is the text `&lt;`. */
export const decode = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ENTITIES[name]);

export const emojiOf = (name) => EMOJI.get(name) ?? null;

/** The words of a plain_text object. */
export function wordsOf(object) {
  const text = decode(object?.text ?? "");
  return object?.emoji === false ? text : text.replace(/:([a-z0-9_+-]+):/g, (all, name) => emojiOf(name) ?? all);
}

/** The words of what was made to be shown. */
export function shownWords(shown) {
  if (Array.isArray(shown)) return shown.map(shownWords).join("");
  return typeof shown === "object" ? shownWords(shown?.props.children ?? "") : String(shown);
}
