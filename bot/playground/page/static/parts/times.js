// Times in words, in the reader's own language and zone; 24 hours, since the gutter is narrow.

const format = (options) => {
  const { format: write } = new Intl.DateTimeFormat(undefined, options);
  return write; // bound to its formatter already
};
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const dayAndMonth = format({ weekday: "long", day: "numeric", month: "long" });
const dayAndYear = format({ dateStyle: "full" });
const shortDay = format({ day: "numeric", month: "short" });

/** Such as 14:05 */
export const clock = format(TIME);

/** Such as 14:05:09 */
export const clockWithSeconds = format({ ...TIME, second: "2-digit" });

/** Everything, for a tooltip */
export const inFull = format({ dateStyle: "full", timeStyle: "medium" });

/** @returns {"Today" | "Yesterday" | undefined} */
function near(date) {
  const midnight = (day) => new Date(day).setHours(0, 0, 0, 0);
  return ["Today", "Yesterday"][Math.round((midnight(new Date()) - midnight(date)) / 86_400_000)];
}

/** Such as Today, or Monday, 3 November */
export const dayName = (date) =>
  near(date) ?? (date.getFullYear() === new Date().getFullYear() ? dayAndMonth : dayAndYear)(date);

/** Such as today at 14:05 */
export const moment = (date) => `${near(date)?.toLowerCase() ?? shortDay(date)} at ${clock(date)}`;

/** @param {number} bytes @returns {string} such as 1.4 MB */
export function size(bytes) {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
  const number = bytes / 1000 ** step;
  return `${number < 10 && step ? number.toFixed(1) : Math.round(number)} ${["B", "kB", "MB", "GB"][step]}`;
}
