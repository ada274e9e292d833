/** The interactive elements of Block Kit, by type. */

import { html } from "htm/preact";
import { Button, FeedbackButtons, IconButton } from "./button.js";
import { Checkboxes, Radios } from "./choices.js";
import { Overflow } from "./overflow.js";
import { Picker } from "./pickers.js";
import { SmallImage } from "./picture.js";
import { Select } from "./selects.js";
import { Unknown } from "./unknown.js";

const ELEMENTS = {
  button: Button,
  overflow: Overflow,
  image: SmallImage,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  checkboxes: Checkboxes,
  radio_buttons: Radios,
  datepicker: Picker,
  timepicker: Picker,
  datetimepicker: Picker,
  static_select: Select,
  multi_static_select: Select,
  users_select: Select,
  multi_users_select: Select,
  conversations_select: Select,
  multi_conversations_select: Select,
  channels_select: Select,
  multi_channels_select: Select,
};

/** @param {string} type */
export const isKnown = (type) => Object.hasOwn(ELEMENTS, type);

/**
 * One element in its block.
 * @param {{block: object, element: object, person?: string, field?: object}} props
 */
export function Element({ block, element, person, field }) {
  if (!isKnown(element?.type)) return html`<${Unknown} type=${element?.type} />`;
  return html`<${ELEMENTS[element.type]} block=${block} element=${element} person=${person} field=${field} />`;
}
