// What becomes of a draft when it is sent: a message or a command.

import { Refusal } from "../net/api.js";
import { command, say } from "./doing.js";
import { toSent } from "./mentions.js";

/**
 * Send a draft. Throws Refusal.
 * @param {{text: string, channel: string, threadTs: string, attachments: {id: string, error: string}[]}} draft
 */
export async function sendDraft({ text, channel, threadTs, attachments }, sidebar) {
  const [, name, rest] = /^(\/\S+)\s*([^]*)$/.exec(text) ?? [];
  if (name) {
    checkCommand(name, threadTs, attachments, sidebar);
    await command(channel, name, rest.trim());
    return;
  }
  const uploads = attachments.filter(({ id }) => id).map(({ id }) => id);
  if (!uploads.length && !text.trim()) throw new Refusal("No file arrived. Remove it, or try again.");
  await say({ channel, text: toSent(text, sidebar), uploads, thread_ts: threadTs || undefined });
}

/** As in Slack: commands do not work in threads, and carry no files. */
function checkCommand(name, threadTs, attachments, { commands, app }) {
  if (!commands.some((known) => known.name === name)) {
    throw new Refusal(`There is no command ${name}. To send it as a message, begin with a space.`);
  }
  if (threadTs) throw new Refusal(`Commands do not work in threads. Reply here, or mention @${app.name}.`);
  if (attachments.length) {
    throw new Refusal(`A command carries no files. Mention @${app.name} instead of ${name}, and they go along.`);
  }
}
