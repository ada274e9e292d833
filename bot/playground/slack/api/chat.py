"""chat.*: post, edit, delete, show to one person, link to."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.slack.access import find_channel, find_own_message, find_thread, need_posting, need_scope
from bot.playground.slack.api.calls import BotCall, BotMethod, Methods
from bot.playground.slack.content import content_of
from bot.playground.slack.conversations import open_direct
from bot.playground.slack.limits import HUNDREDS, PER_CHANNEL, TIER_4
from bot.playground.slack.payloads.messages import message_json
from bot.playground.slack.records import Channel, Json, Message
from bot.playground.slack.refusals import Refused

_CONTENT = ("text", "blocks", "markdown_text", "attachments", "as_user", "link_names", "parse")
_LOOK = ("username", "icon_url", "icon_emoji")
_UNFURL = ("unfurl_links", "unfurl_media", "mrkdwn")


def _where(call: BotCall) -> Channel:
    name = call.args.text("channel")
    user = call.world.users.get(name)
    if user and user.team == call.team:
        return open_direct(call.world, call.team, call.installation.bot_user, user.id)
    return find_channel(call.world, call.installation, name)


def _check_look(call: BotCall) -> None:
    if any(call.args.fields.get(name) for name in _LOOK):
        need_scope(call.installation, "chat:write.customize")


def _metadata(call: BotCall) -> Json | None:
    given = call.args.structure("metadata")
    if given is None:
        return None
    if not isinstance(given, dict) or not {"event_type", "event_payload"} <= given.keys():
        raise Refused("invalid_metadata_format")
    return given


def post_message(call: BotCall) -> Json:
    """chat.postMessage; a user's id posts into the direct conversation with them."""
    _check_look(call)
    channel = _where(call)
    need_posting(call.installation, channel)
    thread = call.args.text("thread_ts")
    find_thread(call.world, channel, thread)
    content = content_of(call.world, call.team, call.args.fields)
    message = Message(
        channel=channel.id,
        ts=call.world.new_ts(),
        team=call.team,
        user=call.installation.bot_user,
        bot=call.installation.bot,
        text=content.text,
        blocks=content.blocks or (),
        thread_ts=thread,
        broadcast=call.args.flag("reply_broadcast"),
        metadata=_metadata(call),
    )
    call.world.messages.put(message)
    return {"channel": channel.id, "ts": message.ts, "message": message_json(call.world, message)}


def update(call: BotCall) -> Json:
    """chat.update: text without blocks takes the blocks away."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    message = find_own_message(
        call.world, call.installation, channel, call.args.text("ts"), "cant_update_message"
    )
    if channel.archived:
        raise Refused("is_inactive")
    content = content_of(call.world, call.team, call.args.fields)
    files = [name for name in call.args.text("file_ids").split(",") if name]
    if any(call.world.files.get(name) is None for name in files):
        raise Refused("file_not_found")
    changed = replace(
        message,
        text=content.text,
        blocks=content.blocks or (),
        files=tuple(files) or message.files,
        metadata=_metadata(call) or message.metadata,
        edited_at=message.edited_at if content.blocks else call.world.new_ts(),
        edited_by=message.edited_by if content.blocks else call.installation.bot_user,
    )
    call.world.messages.put(changed)
    shown = message_json(call.world, changed)
    return {"channel": channel.id, "ts": message.ts, "text": changed.text, "message": shown}


def delete(call: BotCall) -> Json:
    """chat.delete."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    message = find_own_message(
        call.world, call.installation, channel, call.args.text("ts"), "cant_delete_message"
    )
    call.world.messages.remove(message.key)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(call: BotCall) -> Json:
    """chat.postEphemeral: the person must be in the channel, and so must the bot."""
    _check_look(call)
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    if channel.archived:
        raise Refused("is_archived")
    if call.installation.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if call.args.text("user") not in channel.members:
        raise Refused("user_not_in_channel")
    find_thread(call.world, channel, call.args.text("thread_ts"))
    content = content_of(call.world, call.team, call.args.fields)
    message = Message(
        channel=channel.id,
        ts=call.world.new_ts(),
        team=call.team,
        user=call.installation.bot_user,
        bot=call.installation.bot,
        text=content.text,
        blocks=content.blocks or (),
        thread_ts=call.args.text("thread_ts"),
        viewer=call.args.text("user"),
    )
    call.world.ephemerals.put(message)
    return {"message_ts": message.ts}


def permalink(call: BotCall) -> Json:
    """chat.getPermalink."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    message = call.world.message(channel.id, call.args.text("message_ts"))
    if message is None:
        raise Refused("message_not_found")
    link = f"{call.world.url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


METHODS: Methods = {
    "chat.postMessage": BotMethod(
        run=post_message,
        needs=("channel",),
        takes=(
            *_CONTENT,
            *_LOOK,
            *_UNFURL,
            "thread_ts",
            "reply_broadcast",
            "metadata",
        ),
        scopes=("chat:write",),
        rate=HUNDREDS,
        channel_rate=PER_CHANNEL,
    ),
    "chat.update": BotMethod(
        run=update,
        needs=("channel", "ts"),
        takes=(*_CONTENT, "file_ids", "reply_broadcast", "metadata"),
        scopes=("chat:write",),
    ),
    "chat.delete": BotMethod(run=delete, needs=("channel", "ts"), takes=("as_user",), scopes=("chat:write",)),
    "chat.postEphemeral": BotMethod(
        run=post_ephemeral,
        needs=("channel", "user"),
        takes=(*_CONTENT, *_LOOK, "thread_ts"),
        scopes=("chat:write",),
        rate=TIER_4,
    ),
    "chat.getPermalink": BotMethod(run=permalink, needs=("channel", "message_ts"), rate=HUNDREDS),
}
