"""Messages as Slack shows them."""

from __future__ import annotations

import re
from html import unescape

from bot.playground.slack.payloads.files import file_json, stub_json
from bot.playground.slack.records import Json, Message
from bot.playground.slack.world import World

_MENTION = re.compile(r"(<@[UW][A-Z0-9]+>)")


def message_json(world: World, message: Message) -> Json:
    """A message; in a Slack Connect channel its files are only ids."""
    shown: Json = {"type": "message", "text": message.text, "ts": message.ts, "team": message.team}
    if message.user:
        shown["user"] = message.user
    if subtype := message.subtype or ("thread_broadcast" if message.broadcast else ""):
        shown["subtype"] = subtype
    if message.bot:
        shown |= _as_bot(world, message)
    elif not message.subtype:
        shown["client_msg_id"] = f"client-{message.channel}-{message.ts}"
    if message.blocks:
        shown["blocks"] = list(message.blocks)
    if message.files:
        stubs = world.channels[message.channel].shared
        files = [world.files[name] for name in message.files]
        shown["files"] = [stub_json(file) if stubs else file_json(world, file) for file in files]
        shown |= {"upload": False, "display_as_bot": False}
    if message.edited_at:
        shown["edited"] = {"user": message.edited_by, "ts": message.edited_at}
    if message.metadata:
        shown["metadata"] = message.metadata
    if message.reactions:
        shown["reactions"] = [
            {"name": r.name, "users": list(r.users), "count": len(r.users)} for r in message.reactions
        ]
    return shown | _in_thread(world, message)


def _as_bot(world: World, message: Message) -> Json:
    if not message.user:
        return {"bot_id": message.bot, "username": message.username}
    profile = {"id": message.bot, "app_id": world.app.id, "name": world.app.name, "team_id": message.team}
    return {"bot_id": message.bot, "app_id": world.app.id, "bot_profile": {**profile, "deleted": False}}


def _in_thread(world: World, message: Message) -> Json:
    if message.is_reply:
        parent = world.message(message.channel, message.thread_ts)
        return {"thread_ts": message.thread_ts, "parent_user_id": parent.user if parent else "USLACKBOT"}
    replies = world.replies(message.channel, message.ts)
    if not replies:
        return {}
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": False,
    }


def rich_text(text: str) -> Json:
    """The block Slack makes of a message's text; mentions become elements, the rest is as it was typed."""
    pieces: list[Json] = [
        {"type": "user", "user_id": part[2:-1]}
        if _MENTION.fullmatch(part)
        else {"type": "text", "text": unescape(part)}
        for part in _MENTION.split(text)
        if part
    ]
    section = {"type": "rich_text_section", "elements": pieces}
    return {"type": "rich_text", "block_id": "typed", "elements": [section]}


def _unescaped(text: str) -> str:
    """Only a message's text is escaped; the blocks say the same as it is."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
