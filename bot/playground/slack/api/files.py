"""files.*: upload in three steps, look at, delete."""

from __future__ import annotations

import secrets
from dataclasses import replace

from bot.playground.slack.access import find_channel, find_thread, need_posting, sees_file
from bot.playground.slack.api.calls import BotCall, BotMethod, Methods
from bot.playground.slack.blocks.message import is_too_long
from bot.playground.slack.limits import TIER_4
from bot.playground.slack.payloads.files import file_json, looked_up_json
from bot.playground.slack.records import Channel, File, Json, Message
from bot.playground.slack.refusals import Refused
from bot.playground.slack.uploads import finish

ALT_TEXT = 1_000  # characters, when a file is uploaded
LARGEST = 1_000_000_000  # bytes


def get_upload_url(call: BotCall) -> Json:
    """files.getUploadURLExternal: step one of three."""
    if len(call.args.text("alt_txt")) > ALT_TEXT:
        raise Refused("alt_text_too_long")
    name = call.args.text("filename")
    file = File(
        id=call.world.new_id("F"),
        team=call.team,
        user=call.installation.bot_user,
        name=name,
        title=name,
        created=call.world.clock.now(),
        length=call.args.count("length", 0, maximum=LARGEST),
        ticket=secrets.token_urlsafe(24),
        alt_text=call.args.text("alt_txt"),
    )
    call.world.files.put(file)
    return {"upload_url": f"{call.world.url}/upload/v1/{file.ticket}", "file_id": file.id}


def complete_upload(call: BotCall) -> Json:
    """files.completeUploadExternal: step three. The files get their types later, and are shared then."""
    channels = _channels(call)
    thread, comment = call.args.text("thread_ts"), call.args.text("initial_comment")
    for channel in channels:
        need_posting(call.installation, channel)
        find_thread(call.world, channel, thread)
    if thread and len(channels) != 1:
        raise Refused("invalid_arguments", messages=["thread_ts needs exactly one channel"])
    if is_too_long(comment):
        raise Refused("msg_too_long")
    files = [call.world.files.put(file) for file in _uploaded(call)]
    message = Message(
        channel="",
        ts="",
        team=call.team,
        user=call.installation.bot_user,
        bot=call.installation.bot,
        text=comment,
        thread_ts=thread,
    )
    names = [file.id for file in files]
    places = [channel.id for channel in channels]
    after = call.site.processing
    call.site.spawn(finish(call.world, names, after=after, channels=places, message=message))
    return {"files": [file_json(call.world, file) for file in files]}


def _channels(call: BotCall) -> list[Channel]:
    names = [call.args.text("channel_id"), *call.args.text("channels").split(",")]
    return [find_channel(call.world, call.installation, name) for name in dict.fromkeys(names) if name]


def _uploaded(call: BotCall) -> list[File]:
    given = call.args.structure("files")
    if not isinstance(given, list) or not given:
        raise Refused("invalid_arguments", messages=["must provide an array [json-pointer:/files]"])
    files = []
    for entry in given:
        file = call.world.files.get(str(entry.get("id"))) if isinstance(entry, dict) else None
        if file is None or file.user != call.installation.bot_user or file.content is None or file.completed:
            raise Refused("file_not_found")
        files.append(replace(file, title=str(entry.get("title") or file.name), completed=True))
    return files


def info(call: BotCall) -> Json:
    """files.info."""
    shown = looked_up_json(call.world, _visible(call))
    return {"file": shown, "comments": [], "response_metadata": {"next_cursor": ""}}


def delete(call: BotCall) -> Json:
    """files.delete: the bot's own files."""
    file = _visible(call)
    if file.user != call.installation.bot_user:
        raise Refused("cant_delete_file")
    call.world.files.put(replace(file, deleted=True, content=None))
    return {}


def _visible(call: BotCall) -> File:
    file = call.world.files.get(call.args.text("file"))
    if file is None or not sees_file(call.world, call.installation, file):
        raise Refused("file_not_found")
    if file.deleted:
        raise Refused("file_deleted")
    return file


METHODS: Methods = {
    "files.getUploadURLExternal": BotMethod(
        run=get_upload_url,
        needs=("filename", "length"),
        takes=("alt_txt", "snippet_type"),
        scopes=("files:write",),
        rate=TIER_4,
    ),
    "files.completeUploadExternal": BotMethod(
        run=complete_upload,
        needs=("files",),
        takes=("channel_id", "channels", "initial_comment", "thread_ts"),
        scopes=("files:write",),
        rate=TIER_4,
    ),
    "files.info": BotMethod(
        run=info,
        needs=("file",),
        takes=("count", "cursor", "limit", "page"),
        scopes=("files:read",),
        rate=TIER_4,
    ),
    "files.delete": BotMethod(run=delete, needs=("file",), scopes=("files:write",)),
}
