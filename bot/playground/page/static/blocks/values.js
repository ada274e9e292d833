/** What an element holds: an id, a text or a date, a list of them, or null, whatever name Slack gives it. */

const idOf = (option) => option?.value ?? null;
const listOf = (options) => (options ?? []).map(idOf);
const same = (value) => value ?? null;
const list = (value) => value ?? [];

/** Element type -> the key of its state, the key of its initial value, and how to read either. */
const HOLDS = {
  plain_text_input: ["value", "initial_value", same],
  number_input: ["value", "initial_value", same],
  email_text_input: ["value", "initial_value", same],
  url_text_input: ["value", "initial_value", same],
  file_input: ["files", "initial_files", list],
  static_select: ["selected_option", "initial_option", idOf],
  external_select: ["selected_option", "initial_option", idOf],
  multi_static_select: ["selected_options", "initial_options", listOf],
  multi_external_select: ["selected_options", "initial_options", listOf],
  users_select: ["selected_user", "initial_user", same],
  multi_users_select: ["selected_users", "initial_users", list],
  conversations_select: ["selected_conversation", "initial_conversation", same],
  multi_conversations_select: ["selected_conversations", "initial_conversations", list],
  channels_select: ["selected_channel", "initial_channel", same],
  multi_channels_select: ["selected_channels", "initial_channels", list],
  checkboxes: ["selected_options", "initial_options", listOf],
  radio_buttons: ["selected_option", "initial_option", idOf],
  datepicker: ["selected_date", "initial_date", same],
  timepicker: ["selected_time", "initial_time", same],
  datetimepicker: ["selected_date_time", "initial_date_time", same],
};

/**
 * The value of an element before anybody touches it here.
 * @param {object} element of Block Kit
 * @param {object} [state] what Slack has kept of it, in the form of `state.values`
 */
export function heldBy(element, state) {
  const [kept, initial, read] = HOLDS[element.type] ?? ["value", "initial_value", same];
  return state && kept in state ? read(state[kept]) : read(element[initial]);
}

/** @param {unknown} value */
export const isEmpty = (value) => value === null || value === undefined || value.length === 0;
