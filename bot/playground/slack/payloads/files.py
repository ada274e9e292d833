"""Files as Slack shows them, in every state they can be in."""

from __future__ import annotations

from urllib.parse import quote

from bot.playground.slack.records import File, Json
from bot.playground.slack.world import World

_IMAGES = frozenset({"image/png", "image/jpeg", "image/gif"})


def private_url(world: World, file: File) -> str:
    """Where the bytes of a file are, for those who hold a token."""
    return f"{world.url}/files-pri/{file.team}-{file.id}/{quote(file.name.lower())}"


def permalink(world: World, file: File) -> str:
    """The address of a file for people."""
    return f"{world.url}/files/{file.user}/{file.id}/{quote(file.name.lower())}"


def is_image(file: File) -> bool:
    """Whether Slack shows the file as a picture."""
    return file.mimetype in _IMAGES


def file_json(world: World, file: File) -> Json:
    """A file as messages outside Slack Connect show it."""
    if file.deleted:
        return {"id": file.id, "mode": "tombstone"}
    if file.standing in {"tombstone", "hidden_by_limit"}:
        return {"id": file.id, "mode": file.standing}
    if file.standing == "access_denied":
        return {"id": file.id, "file_access": "access_denied"}
    external = file.standing == "external"
    address = file.external_url if external else private_url(world, file)
    return {
        "id": file.id,
        "created": int(file.created),
        "timestamp": int(file.created),
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype if file.processed else "",
        "filetype": file.filetype if file.processed else "",
        "pretty_type": file.filetype.upper() if file.processed else "",
        "user": file.user,
        "user_team": file.team,
        "editable": False,
        "size": 0 if external else file.length,
        "mode": "external" if external else "hosted",
        "is_external": external,
        "external_type": "gdrive" if external else "",
        "is_public": False,
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": address,
        **(
            {}
            if external
            else {"url_private_download": private_url(world, file).replace("/files-pri/", "/files-dl/")}
        ),
        "permalink": permalink(world, file),
        "has_rich_preview": False,
        "file_access": "visible",
        "channels": list(file.shares),
        **({"alt_txt": file.alt_text} if file.alt_text else {}),
    }


def looked_up_json(world: World, file: File) -> Json:
    """A file as files.info shows it: with the messages that it stands in now."""
    return {**file_json(world, file), "shares": _shares(world, file)}


def _shares(world: World, file: File) -> Json:
    """https://docs.slack.dev/reference/objects/file-object, "shares"."""
    shares: dict[str, dict[str, list[Json]]] = {}
    for message in world.messages:
        channel = world.channels.get(message.channel)
        if channel is None or file.id not in message.files:
            continue
        places = shares.setdefault("public" if channel.kind == "public" else "private", {})
        thread = {"thread_ts": message.thread_ts} if message.is_reply else {}
        place = {"ts": message.ts, **thread, "channel_name": channel.name, "team_id": message.team}
        places.setdefault(channel.id, []).append(place)
    return shares


def stub_json(file: File) -> Json:
    """A file as messages in Slack Connect channels show it: nothing but an id to ask files.info about."""
    return {
        "id": file.id,
        "mode": "file_access",
        "file_access": "check_file_info",
        "created": 0,
        "timestamp": 0,
        "user": "",
    }
