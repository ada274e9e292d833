"""users.*, bots.info, team.info and reactions.add."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.playground.slack.access import find_channel
from bot.playground.slack.api.calls import BotCall, BotMethod, Methods
from bot.playground.slack.api.paging import page
from bot.playground.slack.limits import TIER_2, TIER_4
from bot.playground.slack.payloads.directory import team_json, user_json
from bot.playground.slack.records import Json, Reaction, User
from bot.playground.slack.refusals import Refused

_EMOJI = re.compile(r"[a-z0-9_+'-]{1,100}")


def _shown(call: BotCall, user: User) -> Json:
    return user_json(user, team=call.team, with_email="users:read.email" in call.installation.scopes)


def _is_known(call: BotCall, user: User) -> bool:
    return user.team == call.team or any(
        call.team in channel.teams and user.id in channel.members for channel in call.world.channels
    )


def user_info(call: BotCall) -> Json:
    """users.info: people of the workspace, and strangers met in shared channels."""
    user = call.world.users.get(call.args.text("user"))
    if user is None:
        raise Refused("user_not_found")
    if not _is_known(call, user):
        raise Refused("user_not_visible")
    return {"user": _shown(call, user)}


def users_list(call: BotCall) -> Json:
    """users.list."""
    everyone = [user for user in call.world.users if user.team == call.team]
    shown, cursor = page(everyone, call.args, default=200, maximum=1_000)
    return {
        "members": [_shown(call, user) for user in shown],
        "cache_ts": int(call.world.clock.now()),
        "response_metadata": {"next_cursor": cursor},
    }


def bot_info(call: BotCall) -> Json:
    """bots.info: the app itself, unless another one is named."""
    name = call.args.text("bot", call.installation.bot)
    if name != call.installation.bot:
        raise Refused("bot_not_found")
    app = call.world.app
    bot = {"id": name, "deleted": False, "name": app.name, "updated": 0, "app_id": app.id}
    return {"bot": {**bot, "user_id": call.installation.bot_user, "icons": {}}}


def team_info(call: BotCall) -> Json:
    """team.info."""
    team = call.world.workspaces.get(call.args.text("team", call.team))
    if team is None or team.id != call.team:
        raise Refused("team_not_found")
    return {"team": team_json(team)}


def add_reaction(call: BotCall) -> Json:
    """reactions.add."""
    channel = find_channel(call.world, call.installation, call.args.text("channel"))
    message = call.world.message(channel.id, call.args.text("timestamp"))
    name, bot = call.args.text("name"), call.installation.bot_user
    if not _EMOJI.fullmatch(name):
        raise Refused("invalid_name")
    if message is None:
        raise Refused("message_not_found")
    if channel.archived:
        raise Refused("is_archived")
    if bot not in channel.members:
        raise Refused("not_in_channel")
    users = {reaction.name: reaction.users for reaction in message.reactions}
    if bot in users.get(name, ()):
        raise Refused("already_reacted")
    users[name] = (*users.get(name, ()), bot)
    reactions = tuple(Reaction(name=emoji, users=who) for emoji, who in users.items())
    call.world.messages.put(replace(message, reactions=reactions))
    return {}


METHODS: Methods = {
    "users.info": BotMethod(
        run=user_info, needs=("user",), takes=("include_locale",), scopes=("users:read",), rate=TIER_4
    ),
    "users.list": BotMethod(
        run=users_list,
        takes=("cursor", "limit", "include_locale", "team_id"),
        scopes=("users:read",),
        rate=TIER_2,
    ),
    "bots.info": BotMethod(run=bot_info, takes=("bot", "team_id"), scopes=("users:read",)),
    "team.info": BotMethod(run=team_info, takes=("team", "domain"), scopes=("team:read",)),
    "reactions.add": BotMethod(
        run=add_reaction, needs=("channel", "name", "timestamp"), scopes=("reactions:write",)
    ),
}
