"""conversations.*: look at a conversation, read it, open one, join one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.playground.slack.access import find_channel, need_reading, need_scope
from bot.playground.slack.api.calls import BotCall, BotMethod, Methods
from bot.playground.slack.api.paging import page
from bot.playground.slack.conversations import add_members, open_direct
from bot.playground.slack.limits import TIER_4
from bot.playground.slack.payloads.directory import channel_json
from bot.playground.slack.payloads.messages import message_json
from bot.playground.slack.records import Channel, Json, Message
from bot.playground.slack.refusals import Refused

PAGE = 100  # messages, unless asked otherwise
LARGEST_PAGE = 999
RESTRICTED_PAGE = 15  # messages, for apps outside the Marketplace since 2025-05-29
PEOPLE = 8  # in a group conversation, beside the bot

_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_RANGE = ("cursor", "limit", "latest", "oldest", "inclusive", "include_all_metadata")


def info(call: BotCall) -> Json:
    """conversations.info."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    need_reading(call.installation, channel, "read")
    return {"channel": channel_json(channel, viewer=call.installation.bot_user)}


def members(call: BotCall) -> Json:
    """conversations.members: their ids, in pages."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    need_reading(call.installation, channel, "read")
    shown, cursor = page(sorted(channel.members), call.args, default=PAGE, maximum=LARGEST_PAGE + 1)
    return {"members": list(shown), "response_metadata": {"next_cursor": cursor}}


def history(call: BotCall) -> Json:
    """conversations.history: newest first, without replies."""
    channel = _readable(call)
    roots = [m for m in call.world.history(channel.id) if not m.is_reply or m.broadcast]
    return _messages(call, _in_range(call, roots)[::-1])


def replies(call: BotCall) -> Json:
    """conversations.replies: the parent, then its replies, oldest first."""
    channel, ts = _readable(call), call.args.text("ts")
    parent = call.world.message(channel.id, ts)
    if parent is None:
        raise Refused("thread_not_found")
    return _messages(call, [parent, *_in_range(call, call.world.replies(channel.id, ts))])


def _readable(call: BotCall) -> Channel:
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    need_reading(call.installation, channel, "history")
    return channel


def _in_range(call: BotCall, messages: list[Message]) -> list[Message]:
    oldest, latest = call.args.text("oldest", "0"), call.args.text("latest")
    inclusive = call.args.flag("inclusive")
    try:
        low, high = float(oldest), float(latest) if latest else float("inf")
    except ValueError:
        raise Refused("invalid_arguments", messages=["invalid timestamp"]) from None
    ends = {low, high} if inclusive else set()
    return [m for m in messages if low < float(m.ts) < high or float(m.ts) in ends]


def _messages(call: BotCall, messages: Sequence[Message]) -> Json:
    largest = RESTRICTED_PAGE if call.world.app.restricted_history else LARGEST_PAGE
    shown, cursor = page(messages, call.args, default=min(PAGE, largest), maximum=largest)
    answer: Json = {
        "messages": [message_json(call.world, message) for message in shown],
        "has_more": bool(cursor),
    }
    return answer | {"response_metadata": {"next_cursor": cursor}} if cursor else answer


def open_conversation(call: BotCall) -> Json:
    """conversations.open: with the people given, or one that is there already."""
    users = [name for name in call.args.text("users").split(",") if name]
    if not users:
        channel = find_channel(call.world, call.installation, call.args.text("channel"))
        return {"channel": {"id": channel.id}, "no_op": True, "already_open": True}
    if len(users) > PEOPLE:
        raise Refused("too_many_users")
    for name in users:
        user = call.world.users.get(name)
        if user is None or user.team != call.team or user.deleted:
            raise Refused("user_not_found")
        if name == call.installation.bot_user:
            raise Refused("cannot_dm_bot")
    need_scope(call.installation, "im:write" if len(users) == 1 else "mpim:write")
    known = call.world.direct(call.team, call.installation.bot_user, *users)
    channel = open_direct(call.world, call.team, call.installation.bot_user, *users)
    seen = {"no_op": True, "already_open": True} if known else {}
    full = (
        channel_json(channel, viewer=call.installation.bot_user)
        if call.args.flag("return_im")
        else {"id": channel.id}
    )
    return {"channel": full, **seen}


def join(call: BotCall) -> Json:
    """conversations.join: public channels only."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    if channel.kind != "public":
        raise Refused("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refused("is_archived")
    already = call.installation.bot_user in channel.members
    joined = add_members(call.world, channel, [call.installation.bot_user])
    answer: Json = {"channel": channel_json(joined, viewer=call.installation.bot_user)}
    return answer | {"warning": "already_in_channel"} if already else answer


METHODS: Methods = {
    "conversations.info": BotMethod(
        run=info, needs=("channel",), takes=("include_locale", "include_num_members"), scopes=_READ
    ),
    "conversations.members": BotMethod(
        run=members, needs=("channel",), takes=("cursor", "limit"), scopes=_READ, rate=TIER_4
    ),
    "conversations.history": BotMethod(
        run=history, needs=("channel",), takes=_RANGE, scopes=_HISTORY, reads_history=True
    ),
    "conversations.replies": BotMethod(
        run=replies, needs=("channel", "ts"), takes=_RANGE, scopes=_HISTORY, reads_history=True
    ),
    "conversations.open": BotMethod(
        run=open_conversation,
        takes=("users", "channel", "return_im", "prevent_creation"),
        scopes=("im:write", "mpim:write"),
    ),
    "conversations.join": BotMethod(run=join, needs=("channel",), scopes=("channels:join",)),
}
