/** One stretch of text, read by rules: at each place the first that applies. Slack's mrkdwn and Markdown share it. */

const STARTS = /[\\`![<*_~h:]/g; // what the rules of either begin with
const WORD = /[\p{L}\p{N}]$/u;
// A link or code between two marks counts as one thing: a mark inside it closes nothing. No two of these begin alike,
// and a stretch has an end: a text made of unclosed marks is read in no time all the same.
const THING = "<[^<>\\n]+>|`[^`\\n]+`|[^\\n<`]|<(?![^<>\\n]+>)|`(?![^`\\n]+`)";

/** What stands between two marks on one line, close to both and outside of words. */
export const between = (mark) =>
  new RegExp(`${mark}(?!\\s|${mark})((?:${THING}){1,2000}?)(?<!\\s)${mark}(?![\\p{L}\\p{N}])`, "uy");

export const CODE = /`([^`\n]+)`/y;
export const ADDRESS = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"*_~]/y;
export const EMOJI = /:([a-z0-9_+-]+):/y;

/**
 * A rule is a sticky pattern, `show(found, inner)` (null: it is only text), and whether it may begin inside a word;
 * `inner` reads by the other rules, and `plain` shows what no rule takes.
 */
export function inline(text, rules, plain) {
  const shown = [];
  let done = 0;
  for (const { index } of text.matchAll(STARTS)) {
    if (index < done) continue;
    const inWord = WORD.test(text.slice(Math.max(0, index - 2), index));
    for (const rule of rules) {
      const [pattern, show, anywhere] = rule;
      if (inWord && !anywhere) continue;
      pattern.lastIndex = index;
      const found = pattern.exec(text);
      const made = found && show(found, (inside) => inline(inside, rules.filter((other) => other !== rule), plain));
      if (made === null) continue;
      shown.push(plain(text.slice(done, index)), made);
      done = index + found[0].length;
      break;
    }
  }
  return [...shown, plain(text.slice(done))];
}
