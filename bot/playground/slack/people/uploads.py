"""Files as people bring them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.playground.slack.records import File, Standing, User
from bot.playground.slack.uploads import type_of
from bot.playground.slack.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file in someone's hands. `standing` is for files whose bytes Slack does not give away."""

    name: str
    content: bytes = b""
    mimetype: str = ""
    title: str = ""
    standing: Standing = "hosted"
    external_url: str = ""


def bring(world: World, user: User, upload: Upload, *, channel: str = "", to_app: bool = False) -> File:
    """Put a file into the world, shared in a channel or put into a modal; it is processed at once."""
    mimetype, filetype = type_of(upload.name)
    return world.files.put(
        File(
            id=world.new_id("F"),
            team=user.team,
            user=user.id,
            name=upload.name,
            title=upload.title or upload.name,
            created=world.clock.now(),
            length=len(upload.content),
            content=upload.content,
            mimetype=upload.mimetype or mimetype,
            filetype=filetype,
            standing=upload.standing,
            external_url=upload.external_url,
            completed=True,
            processed=True,
            shares=(channel,) if channel else (),
            given_to_app=to_app,
        )
    )
