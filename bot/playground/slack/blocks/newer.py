"""Block Kit's newer blocks: cards, containers, alerts, plans of tasks."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.slack.blocks.checks import (
    Check,
    Report,
    array,
    boolean,
    needs_one,
    one_of,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.elements import BUTTON, IMAGE
from bot.playground.slack.blocks.objects import URL, plain, text
from bot.playground.slack.blocks.rich_text import RICH_TEXT
from bot.playground.slack.records import Json

_BLOCK_ID: Mapping[str, Check] = {"block_id": string(255)}
_PICTURE = typed({"image": IMAGE})

_CARD = shape(
    {},
    {
        **_BLOCK_ID,
        "hero_image": _PICTURE,
        "icon": _PICTURE,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "actions": array(typed({"button": BUTTON}), minimum=1, maximum=3),
    },
    needs_one("hero_image", "title", "actions", "body"),
)
_SOURCE = typed({"url": shape({"url": URL, "text": string(255)}, {"icon_url": URL})})
_TASK = shape(
    {
        "task_id": string(255),
        "title": string(256),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
    {
        **_BLOCK_ID,
        "details": RICH_TEXT,
        "output": RICH_TEXT,
        "sources": array(_SOURCE, minimum=0, maximum=100),
    },
)


def _divider_or_fold(report: Report, value: Json, at: str) -> None:
    if value.get("is_collapsible") is True and value.get("has_header_divider") is True:
        report.refuse("has_header_divider cannot be set when is_collapsible is true", at)
    if value.get("default_collapsed") is True and value.get("is_collapsible") is not True:
        report.refuse("default_collapsed needs is_collapsible", at)


def container(child: Check) -> Check:
    """A container whose children pass `child`."""
    return shape(
        {"child_blocks": array(child, minimum=1, maximum=10)},
        {
            **_BLOCK_ID,
            "title": plain(150),
            "rich_text_title": RICH_TEXT,
            "subtitle": text(150),
            "icon": _PICTURE,
            "width": one_of("narrow", "standard", "wide", "full"),
            "is_collapsible": boolean,
            "default_collapsed": boolean,
            "has_header_divider": boolean,
        },
        needs_one("title", "rich_text_title"),
        _divider_or_fold,
    )


NEWER: Mapping[str, Check] = {
    "card": _CARD,
    "carousel": shape({"elements": array(typed({"card": _CARD}), minimum=1, maximum=10)}, _BLOCK_ID),
    "alert": shape(
        {"text": text(200)},
        {**_BLOCK_ID, "level": one_of("default", "info", "warning", "error", "success")},
    ),
    "task_card": _TASK,
    "plan": shape(
        {"title": string(256)},
        {**_BLOCK_ID, "tasks": array(typed({"task_card": _TASK}), minimum=1, maximum=50)},
    ),
}
