"""The text and blocks of a message on their way in, checked as Slack checks them."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.playground.slack.access import ready_files
from bot.playground.slack.blocks.message import TOTAL, is_too_long, problems_of, size_of
from bot.playground.slack.forms import with_ids
from bot.playground.slack.records import Json
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

MARKDOWN_TEXT = 12_000  # characters
_UNSUPPORTED = ("attachments", "unfurled_attachments", "as_user")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a message shall say. `blocks` is None where none were given, empty where none are wanted."""

    text: str
    blocks: tuple[Json, ...] | None


def content_of(world: World, team: str, fields: Json, *, may_be_empty: bool = False) -> Content:
    """Read `text`, `blocks` and `markdown_text` of a call. Raises Refused."""
    for name in _UNSUPPORTED:
        if fields.get(name):
            raise Refused("invalid_arguments", messages=[f"{name} is legacy, and not spoken here"])
    text, blocks = _text(fields), _blocks(fields.get("blocks"))
    if is_too_long(text) and "markdown_text" not in fields:
        raise Refused("msg_too_long")
    if blocks is not None:
        _check(world, team, blocks)
    if not text and not blocks and not may_be_empty:
        raise Refused("no_text")
    named = None if blocks is None else with_ids(blocks, world.new_id("") + "-")
    return Content(text=text, blocks=named)


def _text(fields: Json) -> str:
    text, markdown = fields.get("text", ""), fields.get("markdown_text")
    if markdown is None:
        if not isinstance(text, str):
            raise Refused("invalid_arguments", messages=["must provide a string [json-pointer:/text]"])
        return text
    if text or fields.get("blocks"):
        raise Refused("markdown_text_conflict")
    if not isinstance(markdown, str) or len(markdown) > MARKDOWN_TEXT:
        raise Refused("msg_too_long")
    return markdown


def _blocks(given: object) -> list[Json] | None:
    if given is None or given == "":
        return None
    try:
        blocks = json.loads(given) if isinstance(given, str) else given
    except ValueError:
        raise Refused("invalid_blocks_format") from None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    return blocks


def _check(world: World, team: str, blocks: list[Json]) -> None:
    problems = problems_of(blocks, ready_files(world, team))
    if problems:
        raise Refused("invalid_blocks", messages=problems, errors=problems)
    if size_of(blocks) > TOTAL:
        raise Refused("msg_blocks_too_long")
