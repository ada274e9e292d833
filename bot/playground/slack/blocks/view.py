"""What Slack accepts as a modal or a home tab."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from bot.playground.slack.blocks.checks import Check, Report, array, boolean, shape, string
from bot.playground.slack.blocks.layout import BLOCK, unique_blocks
from bot.playground.slack.blocks.objects import plain
from bot.playground.slack.records import Json

BLOCKS = 100
BYTES = 250_000  # of the whole view as JSON
_TITLE = plain(24)

_COMMON: Mapping[str, Check] = {
    "private_metadata": string(3_000, minimum=0),
    "callback_id": string(255, minimum=0),
    "external_id": string(255, minimum=0),
}
_BLOCKS: Mapping[str, Check] = {"blocks": array(BLOCK, minimum=1, maximum=BLOCKS)}


def _submit_for_inputs(report: Report, value: Json, at: str) -> None:
    blocks = value.get("blocks")
    asks = isinstance(blocks, list) and any(
        isinstance(block, dict) and block.get("type") == "input" for block in blocks
    )
    if asks and "submit" not in value:
        report.refuse("missing required field: submit", at)


_MODAL = shape(
    {**_BLOCKS, "title": _TITLE},
    {
        **_COMMON,
        "submit": _TITLE,
        "close": _TITLE,
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
    _submit_for_inputs,
)
_HOME = shape(_BLOCKS, _COMMON)


def problems_of(view: object, kind: str, file_is_ready: Callable[[Json], bool]) -> list[str]:
    """What is wrong with a view that must be a `modal` or a `home`; empty when nothing is."""
    report = Report(surface="home" if kind == "home" else "modal", file_is_ready=file_is_ready)
    if not isinstance(view, dict):
        report.refuse("must provide an object", "/view")
    elif view.get("type") != kind:
        report.refuse(f"must be {kind}", "/view/type")
    else:
        (_HOME if kind == "home" else _MODAL)(report, view, "/view")
        unique_blocks(report, view.get("blocks"), "/view/blocks")
    return report.problems


def is_too_large(view: Json) -> bool:
    """Whether Slack answers view_too_large."""
    return len(json.dumps(view).encode()) > BYTES
