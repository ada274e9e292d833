// Times and sizes in words, in the reader's own language and zone; 24 hours, since the gutter is narrow.

const format = (options) => new Intl.DateTimeFormat(undefined, options).format;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const date = format({ weekday: "long", day: "numeric", month: "long" });

/** Such as 14:05 */
export const clock = format(TIME);

/** Such as 14:05:09 */
export const clockWithSeconds = format({ ...TIME, second: "2-digit" });

/** Everything, for a tooltip */
export const inFull = format({ dateStyle: "full", timeStyle: "medium" });

/** Such as Today, or Monday, 3 November */
export function dayName(day) {
  const midnight = (of) => new Date(of).setHours(0, 0, 0, 0);
  return ["Today", "Yesterday"][Math.round((midnight(new Date()) - midnight(day)) / 86_400_000)] ?? date(day);
}

/** Such as 1.4 MB */
export function size(bytes) {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 2);
  return `${Number((bytes / 1000 ** step).toPrecision(2))} ${["B", "kB", "MB"][step]}`;
}
