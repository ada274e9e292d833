"""Workspaces, people and channels as Slack shows them."""

from __future__ import annotations

from bot.playground.slack.records import Channel, Json, User, Workspace
from bot.playground.slack.world import World


def team_json(team: Workspace) -> Json:
    """A workspace, as team.info shows it."""
    return {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "icon": {}}


def user_json(user: User, *, team: str, with_email: bool) -> Json:
    """A user, as users.info shows them to a workspace; a person from another one is a stranger."""
    profile: Json = {"real_name": user.real_name, "display_name": user.name, "team": user.team}
    if with_email and user.email:
        profile["email"] = user.email
    shown: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": user.deleted,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_restricted": False,
        "tz": "Europe/London",
        "tz_offset": 0,
        "profile": profile,
        "updated": 0,
    }
    return {**shown, "is_stranger": True} if user.team != team else shown


def channel_json(channel: Channel, *, viewer: str) -> Json:
    """A conversation, as conversations.info shows it to one bot user."""
    shown: Json = {
        "id": channel.id,
        "created": int(channel.created),
        "is_archived": channel.archived,
        "is_im": channel.kind == "im",
        "is_mpim": channel.kind == "mpim",
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_private": channel.kind != "public",
        "is_ext_shared": channel.shared,
        "is_shared": channel.shared,
        "context_team_id": channel.teams[0],
    }
    if channel.kind == "im":
        return {**shown, "user": next(iter(channel.members - {viewer}), viewer)}
    return {
        **shown,
        "name": channel.name,
        "name_normalized": channel.name,
        "creator": channel.creator,
        "is_member": viewer in channel.members,
        "shared_team_ids": list(channel.teams),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def channel_type(channel: Channel) -> str:
    """The `channel_type` of an event."""
    return {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}[channel.kind]


def channel_name(channel: Channel) -> str:
    """The `channel_name` of a command or an interaction; only public channels show theirs."""
    return {"public": channel.name, "private": "privategroup", "im": "directmessage", "mpim": channel.name}[
        channel.kind
    ]


def team_of(world: World, team: str) -> Json:
    """The `team` of an interaction."""
    return {"id": team, "domain": world.workspaces[team].domain}


def place_of(world: World, channel: str) -> Json:
    """The `channel` of an interaction."""
    return {"id": channel, "name": channel_name(world.channels[channel])}
