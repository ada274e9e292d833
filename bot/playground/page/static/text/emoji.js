/** The few emoji a text may name; any other name stays as it was written. */

const KNOWN = {
  "+1": "👍",
  thumbsup: "👍",
  "-1": "👎",
  thumbsdown: "👎",
  white_check_mark: "✅",
  heavy_check_mark: "✔️",
  x: "❌",
  warning: "⚠️",
  information_source: "ℹ️",
  hourglass_flowing_sand: "⏳",
  eyes: "👀",
  wave: "👋",
  tada: "🎉",
  rocket: "🚀",
  bulb: "💡",
  memo: "📝",
  paperclip: "📎",
  bar_chart: "📊",
  chart_with_upwards_trend: "📈",
  calendar: "📅",
  lock: "🔒",
  mag: "🔍",
  question: "❓",
  exclamation: "❗",
  heart: "❤️",
  smile: "😄",
  slightly_smiling_face: "🙂",
  thinking_face: "🤔",
  pray: "🙏",
  clap: "👏",
  fire: "🔥",
  point_right: "👉",
  arrow_right: "➡️",
  red_circle: "🔴",
  large_green_circle: "🟢",
  large_yellow_circle: "🟡",
};

/** @param {string} name without its colons */
export const emojiOf = (name) => (Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined);

/**
 * The text with the emoji that it names.
 * @param {string} text
 */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (all, name) => emojiOf(name) ?? all);
