/** Moments in a text, in the reader's own time: `{date_short} at {time}`. */

const DAY = 86_400_000; // milliseconds

/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const FORMS = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date_slash: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  day_divider_pretty: { weekday: "long", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/**
 * What a format says of a moment, as Slack fills it in.
 * @param {number} seconds since the epoch
 * @param {string} format with tokens in braces
 * @param {Date} [now]
 */
export function dated(seconds, format, now = new Date()) {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return "";
  return format.replace(/\{(\w+)\}/g, (all, token) => filled(moment, token, now) ?? all);
}

function filled(moment, token, now) {
  if (token === "ago") return ago(moment, now);
  const pretty = token.endsWith("_pretty");
  const near = pretty ? nearby(moment, now) : undefined;
  const name = pretty && token !== "day_divider_pretty" ? token.slice(0, -"_pretty".length) : token;
  if (!Object.hasOwn(FORMS, name)) return undefined;
  if (near) return near;
  if (name === "date_num") return [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join("-");
  return new Intl.DateTimeFormat("en", FORMS[name]).format(moment);
}

const two = (number) => String(number).padStart(2, "0");

function nearby(moment, now) {
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(moment) - midnight(now)) / DAY);
  return { "-1": "yesterday", 0: "today", 1: "tomorrow" }[days];
}

function ago(moment, now) {
  const minutes = Math.round((moment.getTime() - now.getTime()) / 60_000);
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  if (Math.abs(minutes) < 60 * 24) return words.format(Math.round(minutes / 60), "hour");
  return words.format(Math.round(minutes / 60 / 24), "day");
}
