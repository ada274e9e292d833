// What becomes of a draft when it is sent: a message or a command.

import { Refusal } from "../net/api.js";
import { command, say } from "./doing.js";
import { toSent } from "./mentions.js";

/**
 * Send a draft. Throws Refusal.
 * @param {{text: string, channel: string, threadTs: string, attachments: {id: string, error: string}[]}} draft
 */
export async function sendDraft({ text, channel, threadTs, attachments }, sidebar) {
  const called = /^(\/\S+)\s*([^]*)$/.exec(text);
  if (called) {
    checkCommand(called[1], threadTs, attachments, sidebar);
    await command(channel, called[1], called[2].trim());
    return;
  }
  const uploads = attachments.filter((one) => one.id).map((one) => one.id);
  if (uploads.length === 0 && !text.trim()) {
    throw new Refusal("No file arrived. Remove it, or try again.", 0);
  }
  await say({ channel, text: toSent(text, sidebar), uploads, ...(threadTs ? { thread_ts: threadTs } : {}) });
}

/** As in Slack: commands do not work in threads, and carry no files. */
function checkCommand(name, threadTs, attachments, { commands, app }) {
  if (!commands.some((known) => known.name === name)) {
    throw new Refusal(`There is no command ${name}. To send it as a message, begin with a space.`, 0);
  }
  if (threadTs) {
    throw new Refusal(`Commands do not work in threads. Reply here, or mention @${app.name}.`, 0);
  }
  if (attachments.length > 0) {
    throw new Refusal(`A command carries no files. Mention @${app.name} instead of ${name}, and they go along.`, 0);
  }
}
