// Times in words, in the reader's own language and zone; 24 hours, since the gutter is narrow.

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const DAY_AND_YEAR = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });
const SHORT = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const TO_THE_SECOND = new Intl.DateTimeFormat(undefined, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** @param {Date} date @returns {string} such as 14:05 */
export const clock = (date) => CLOCK.format(date);

/** @param {Date} date @returns {string} such as 14:05:09 */
export const clockWithSeconds = (date) => TO_THE_SECOND.format(date);

/** @param {Date} date @returns {string} everything, for a tooltip */
export const inFull = (date) => FULL.format(date);

const daysAgo = (date) => {
  const midnight = (day) => new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
  return Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
};

/** @param {Date} date @returns {string} such as Today, or Monday, 3 November */
export function dayName(date) {
  const ago = daysAgo(date);
  if (ago === 0) {
    return "Today";
  }
  if (ago === 1) {
    return "Yesterday";
  }
  return date.getFullYear() === new Date().getFullYear() ? DAY.format(date) : DAY_AND_YEAR.format(date);
}

/** @param {Date} date @returns {string} such as today at 14:05 */
export function moment(date) {
  const ago = daysAgo(date);
  const day = ago === 0 ? "today" : ago === 1 ? "yesterday" : SHORT.format(date);
  return `${day} at ${clock(date)}`;
}

/** @param {number} bytes @returns {string} such as 1.4 MB */
export function size(bytes) {
  const steps = ["B", "kB", "MB", "GB"];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
  const number = bytes / 1000 ** step;
  return `${number < 10 && step ? number.toFixed(1) : Math.round(number)} ${steps[step]}`;
}
