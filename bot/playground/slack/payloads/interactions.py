"""What Slack sends when a person does something: commands, clicks, shortcuts, modals."""

from __future__ import annotations

from bot.playground.slack.forms import initial_values
from bot.playground.slack.payloads.directory import channel_name, place_of, team_of
from bot.playground.slack.payloads.messages import message_json
from bot.playground.slack.payloads.views import view_json
from bot.playground.slack.records import Channel, Json, Message, User, View
from bot.playground.slack.triggers import new_response_url, new_trigger
from bot.playground.slack.world import World


def command_json(world: World, user: User, channel: Channel, command: str, text: str) -> Json:
    """A slash command, as the fields of a form."""
    return {
        "token": world.app.verification_token,
        "team_id": user.team,
        "team_domain": team_of(world, user.team)["domain"],
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": text,
        "api_app_id": world.app.id,
        "is_enterprise_install": "false",
        "response_url": new_response_url(world, team=user.team, user=user.id, channel=channel.id),
        "trigger_id": new_trigger(world, team=user.team, user=user.id),
    }


def _interaction(world: World, user: User, kind: str) -> Json:
    return {
        "type": kind,
        "team": team_of(world, user.team),
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
        "api_app_id": world.app.id,
        "token": world.app.verification_token,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _with_trigger(world: World, user: User, kind: str, view: str = "") -> Json:
    trigger = new_trigger(world, team=user.team, user=user.id, view=view)
    return {**_interaction(world, user, kind), "trigger_id": trigger}


def message_click_json(world: World, user: User, message: Message, action: Json, chosen: Json) -> Json:
    """A click in a message; one that only this person sees comes without its content."""
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": message.channel,
        "is_ephemeral": bool(message.viewer),
        **({"thread_ts": message.thread_ts} if message.thread_ts else {}),
    }
    return {
        **_with_trigger(world, user, "block_actions"),
        "container": container,
        "channel": place_of(world, message.channel),
        **({} if message.viewer else {"message": message_json(world, message)}),
        "state": {"values": initial_values(message.blocks, chosen)},
        "response_url": new_response_url(
            world,
            team=user.team,
            user=user.id,
            channel=message.channel,
            message=message.ts,
            is_ephemeral=bool(message.viewer),
        ),
        "actions": [action],
    }


def view_click_json(world: World, user: User, view: View, action: Json) -> Json:
    """A click in a modal or on the home tab."""
    return {
        **_with_trigger(world, user, "block_actions", view.id if view.kind == "modal" else ""),
        "container": {"type": "view", "view_id": view.id},
        "view": view_json(world, view),
        "actions": [action],
    }


def shortcut_json(world: World, user: User, callback_id: str) -> Json:
    """A global shortcut; it happens nowhere."""
    return {
        **_with_trigger(world, user, "shortcut"),
        "callback_id": callback_id,
        "action_ts": world.new_ts(),
    }


def message_shortcut_json(world: World, user: User, callback_id: str, message: Message) -> Json:
    """A shortcut chosen from a message's menu."""
    return {
        **_with_trigger(world, user, "message_action"),
        "callback_id": callback_id,
        "action_ts": world.new_ts(),
        "message_ts": message.ts,
        "channel": place_of(world, message.channel),
        "message": message_json(world, message),
        "response_url": new_response_url(
            world, team=user.team, user=user.id, channel=message.channel, message=message.ts
        ),
    }


def submission_json(world: World, user: User, view: View) -> Json:
    """A modal, sent off."""
    return {
        **_with_trigger(world, user, "view_submission", view.id),
        "view": view_json(world, view),
        "response_urls": [],
    }


def closing_json(world: World, user: User, view: View, *, cleared: bool) -> Json:
    """A modal, closed; `cleared` when its whole stack was."""
    return {
        **_interaction(world, user, "view_closed"),
        "view": view_json(world, view),
        "is_cleared": cleared,
    }
