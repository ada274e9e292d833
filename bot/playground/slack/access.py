"""What the app may see and do: tokens, scopes, membership."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.playground.slack.payloads.files import is_image, permalink, private_url
from bot.playground.slack.records import Channel, File, Installation, Json, Message
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

# The family of scopes that opens each kind of conversation.
FAMILY = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


def installation_of(world: World, token: str) -> Installation:
    """Whose bot token this is. Raises Refused as Slack does for each thing that can be wrong with it."""
    found = world.tokens.get(token)
    if not token:
        raise Refused("not_authed")
    if found is None:
        raise Refused("not_allowed_token_type" if token.startswith("xapp-") else "invalid_auth")
    installation = world.installed(found.team)
    if installation is None:
        raise Refused("account_inactive")
    if found.revoked:
        raise Refused("token_revoked")
    if found.expires is not None and found.expires <= world.clock.now():
        raise Refused("token_expired")
    return installation


def need_scope(installation: Installation, *scopes: str) -> None:
    """Raise Refused unless the app holds one of these scopes."""
    if scopes and not installation.scopes & set(scopes):
        provided = ",".join(sorted(installation.scopes))
        raise Refused("missing_scope", needed=",".join(scopes), provided=provided)


def find_channel(world: World, installation: Installation, name: str) -> Channel:
    """A conversation that the bot may know of. Raises Refused: to it, others do not exist."""
    channel = world.channels.get(name)
    if channel is None or installation.team not in channel.teams:
        raise Refused("channel_not_found")
    if channel.kind != "public" and installation.bot_user not in channel.members:
        raise Refused("channel_not_found")
    return channel


def need_reading(installation: Installation, channel: Channel, what: str) -> None:
    """Raise Refused unless the bot may `read` about this kind, or is a member and may have its `history`."""
    need_scope(installation, f"{FAMILY[channel.kind]}:{what}")
    if what == "history" and installation.bot_user not in channel.members:
        raise Refused("not_in_channel")


def need_posting(installation: Installation, channel: Channel) -> None:
    """Raise Refused unless the bot may post here."""
    if channel.archived:
        raise Refused("is_archived")
    if installation.bot_user not in channel.members and "chat:write.public" not in installation.scopes:
        raise Refused("not_in_channel")


def find_thread(world: World, channel: Channel, thread_ts: str) -> None:
    """Raise Refused unless a reply can hang under this message."""
    if not thread_ts:
        return
    parent = world.message(channel.id, thread_ts)
    if parent is None:
        raise Refused("thread_not_found")
    if parent.is_reply:
        raise Refused("cannot_reply_to_message")


def find_own_message(
    world: World, installation: Installation, channel: Channel, ts: str, error: str
) -> Message:
    """A message the bot itself posted. Raises Refused: with `error` when it is someone else's."""
    message = world.message(channel.id, ts)
    if message is None:
        raise Refused("message_not_found")
    if message.user != installation.bot_user:
        raise Refused(error)
    return message


def sees_file(world: World, installation: Installation, file: File) -> bool:
    """Whether the bot may see a file: its own, one given to it, or one shared where it is a member."""
    if file.user == installation.bot_user or (file.given_to_app and file.team == installation.team):
        return True
    shared = (channel for name in file.shares if (channel := world.channels.get(name)))
    return any(installation.bot_user in channel.members for channel in shared)


def ready_files(world: World, team: str) -> Callable[[Json], bool]:
    """Tells whether an image may show a `slack_file`: one of this workspace, processed, and a picture."""

    def is_ready(reference: Json) -> bool:
        file = _referenced(world, world.files, reference)
        usable = file and file.team == team and file.processed and not file.deleted
        return bool(file and usable and is_image(file))

    return is_ready


def _referenced(world: World, files: Iterable[File], reference: Json) -> File | None:
    if "id" in reference:
        return world.files.get(str(reference["id"]))
    url = reference.get("url")
    return next((file for file in files if url in {private_url(world, file), permalink(world, file)}), None)
