"""What an app says through a response URL, or in the answer to a command."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.slack.access import find_thread
from bot.playground.slack.content import content_of
from bot.playground.slack.records import Json, Message, ResponseUrl
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World


def respond(world: World, right: ResponseUrl, body: Json) -> None:
    """Post, replace or delete as the body says. Raises Refused."""
    if body.get("delete_original"):
        _delete(world, _original(world, right))
    elif body.get("replace_original"):
        _replace(world, right, body)
    else:
        _post(world, right, body)


def _original(world: World, right: ResponseUrl) -> Message:
    table = world.ephemerals if right.is_ephemeral else world.messages
    message = table.get(f"{right.channel}:{right.message}")
    if message is None:
        raise Refused("message_not_found")
    return message


def _delete(world: World, message: Message) -> None:
    (world.ephemerals if message.viewer else world.messages).remove(message.key)


def _replace(world: World, right: ResponseUrl, body: Json) -> None:
    original = _original(world, right)
    content = content_of(world, right.team, body)
    changed = replace(original, text=content.text, blocks=content.blocks or ())
    (world.ephemerals if original.viewer else world.messages).put(changed)


def _post(world: World, right: ResponseUrl, body: Json) -> None:
    kind = body.get("response_type", "ephemeral")
    if kind not in {"ephemeral", "in_channel"}:
        raise Refused("invalid_payload")
    content = content_of(world, right.team, body)
    installation = world.installed(right.team)
    if installation is None:
        raise Refused("channel_not_found")
    thread = str(body.get("thread_ts") or "")
    find_thread(world, world.channels[right.channel], thread)
    message = Message(
        channel=right.channel,
        ts=world.new_ts(),
        team=right.team,
        user=installation.bot_user,
        bot=installation.bot,
        text=content.text,
        blocks=content.blocks or (),
        thread_ts=thread,
        viewer=right.user if kind == "ephemeral" else "",
    )
    (world.ephemerals if message.viewer else world.messages).put(message)
