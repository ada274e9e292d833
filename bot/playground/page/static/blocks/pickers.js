/** Dates and times, with the browser's own pickers. */

import { html } from "htm/preact";
import { wordsOf } from "../text/index.js";
import { useChoice } from "./acting.js";

const TYPES = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };
const LABELS = { datepicker: "Select a date", timepicker: "Select a time", datetimepicker: "Select a date and time" };

/** @param {{block: object, element: object, field?: object}} props */
export function Picker({ block, element, field }) {
  const [value, choose] = useChoice(block, element);
  const isMoment = element.type === "datetimepicker";
  const label = element.placeholder ? wordsOf(element.placeholder) : LABELS[element.type];
  const changed = (event) => {
    const written = event.target.value;
    choose(written && isMoment ? Math.floor(new Date(written).getTime() / 1000) : written || null);
  };
  return html`<input
    class="bk-input bk-moment"
    type=${TYPES[element.type]}
    aria-label=${field ? undefined : label}
    ...${field}
    value=${isMoment && value ? localTime(value) : (value ?? "")}
    onChange=${changed}
  />`;
}

/** Seconds since the epoch as the picker writes them, in the reader's own time. */
function localTime(seconds) {
  const moment = new Date(seconds * 1000);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
