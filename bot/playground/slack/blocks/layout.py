"""Block Kit's blocks, by type, with where each may stand."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.slack.blocks.checks import (
    Check,
    Report,
    array,
    boolean,
    needs_exactly_one,
    needs_one,
    one_of,
    only_on,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.elements import (
    ALT_TEXT,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_SECTION,
)
from bot.playground.slack.blocks.inputs import IN_INPUT
from bot.playground.slack.blocks.newer import NEWER, container
from bot.playground.slack.blocks.objects import URL, plain, slack_file, text
from bot.playground.slack.blocks.rich_text import RICH_TEXT
from bot.playground.slack.blocks.tables import TABLE
from bot.playground.slack.records import Json

BLOCK_ID = string(255)
MARKDOWN = 12_000  # characters in all markdown blocks of one message
_ID: Mapping[str, Check] = {"block_id": BLOCK_ID}


def _unique_actions(report: Report, value: Json, at: str) -> None:
    elements = value.get("elements")
    ids = [
        part["action_id"]
        for part in (elements if isinstance(elements, list) else ())
        if isinstance(part, dict) and "action_id" in part
    ]
    report.problems.extend(
        f'`action_id` "{name}" already exists in this block [json-pointer:{at}/elements]'
        for name in sorted({str(name) for name in ids if ids.count(name) > 1})
    )


_CONTEXT = typed(
    {
        "image": IMAGE,
        "plain_text": shape({"text": string(3_000)}, {"emoji": boolean}),
        "mrkdwn": shape({"text": string(3_000)}, {"verbatim": boolean}),
    }
)
_PLAIN_BLOCKS: Mapping[str, Check] = {
    "section": shape(
        {},
        {
            **_ID,
            "text": text(3_000),
            "fields": array(text(2_000), minimum=1, maximum=10),
            "accessory": IN_SECTION,
            "expand": boolean,
        },
        needs_one("text", "fields"),
    ),
    "header": shape({"text": plain(150)}, _ID),
    "divider": shape({}, _ID),
    "image": shape(
        {"alt_text": ALT_TEXT},
        {**_ID, "image_url": URL, "slack_file": slack_file, "title": plain(2_000)},
        needs_exactly_one("image_url", "slack_file"),
    ),
    "context": shape({"elements": array(_CONTEXT, minimum=1, maximum=10)}, _ID),
    "actions": shape({"elements": array(IN_ACTIONS, minimum=1, maximum=25)}, _ID, _unique_actions),
    "rich_text": RICH_TEXT,
}
_MESSAGE_ONLY: Mapping[str, Check] = {
    "markdown": shape({"text": string(MARKDOWN)}, _ID),
    "table": TABLE,
    "context_actions": shape(
        {"elements": array(IN_CONTEXT_ACTIONS, minimum=1, maximum=5)}, _ID, _unique_actions
    ),
    "file": shape({"external_id": string(255), "source": one_of("remote")}, _ID),
    **NEWER,
    "container": container(typed(_PLAIN_BLOCKS)),
}

BLOCK = typed(
    {
        **_PLAIN_BLOCKS,
        "input": shape(
            {"label": plain(2_000), "element": IN_INPUT},
            {**_ID, "hint": plain(2_000), "optional": boolean, "dispatch_action": boolean},
        ),
        "video": shape(
            {"title": plain(199), "video_url": URL, "thumbnail_url": URL, "alt_text": ALT_TEXT},
            {
                **_ID,
                "author_name": string(49),
                "description": plain(199),
                "provider_name": string(49),
                "provider_icon_url": URL,
                "title_url": URL,
            },
        ),
        **{kind: only_on(check, {"message"}) for kind, check in _MESSAGE_ONLY.items()},
    }
)


def unique_blocks(report: Report, blocks: object, at: str) -> None:
    """No two blocks may have the same id."""
    seen: set[str] = set()
    for index, block in enumerate(blocks if isinstance(blocks, list) else ()):
        name = block.get("block_id") if isinstance(block, dict) else None
        if isinstance(name, str) and name in seen:
            report.refuse(f'`block_id` "{name}" already exists for another block', f"{at}/{index}/block_id")
        if isinstance(name, str):
            seen.add(name)
