/** What an element holds: an id, a text, a list of them, or null, whatever name Slack gives it. */

const NAMES = {
  plain_text_input: "value",
  number_input: "value",
  file_input: "files",
  static_select: "option",
  radio_buttons: "option",
  checkboxes: "options",
  users_select: "user",
  channels_select: "channel",
  conversations_select: "conversation",
};

/**
 * The value of an element before anybody touches it here.
 * @param {object} element of Block Kit
 * @param {object} [state] what Slack has kept of it, in the form of `state.values`
 */
export function heldBy(element, state = {}) {
  const name = NAMES[element.type];
  const kept = ["value", "files"].includes(name) ? name : `selected_${name}`;
  const held = kept in state ? state[kept] : element[`initial_${name}`];
  if (name === "options") return (held ?? []).map(({ value }) => value);
  return (name === "option" ? held?.value : held) ?? (name === "files" ? [] : null);
}
