"""Block Kit's input elements: what a person fills in."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.slack.blocks.checks import (
    Check,
    Report,
    array,
    boolean,
    integer,
    matching,
    only_on,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.elements import CHOICES, PICKERS, SELECTS
from bot.playground.slack.blocks.objects import ACTION_ID, DISPATCH, plain
from bot.playground.slack.blocks.rich_text import RICH_TEXT
from bot.playground.slack.records import Json

PLAIN_TEXT_LIMIT = 3_000  # characters that a plain_text_input takes

_NUMERAL = matching(r"-?\d+(\.\d+)?", "number")
_FIELD: Mapping[str, Check] = {
    "action_id": ACTION_ID,
    "focus_on_load": boolean,
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH,
}


def _ordered_lengths(report: Report, value: Json, at: str) -> None:
    shortest, longest = value.get("min_length", 0), value.get("max_length", PLAIN_TEXT_LIMIT)
    if isinstance(shortest, int) and isinstance(longest, int) and shortest > longest:
        report.refuse("min_length must not exceed max_length", at)


_PLAIN_TEXT = shape(
    {},
    {
        **_FIELD,
        "initial_value": string(PLAIN_TEXT_LIMIT),
        "multiline": boolean,
        "min_length": integer(0, PLAIN_TEXT_LIMIT),
        "max_length": integer(1, PLAIN_TEXT_LIMIT),
    },
    _ordered_lengths,
)
_RICH_TEXT = shape({}, {**_FIELD, "initial_value": RICH_TEXT, "max_lines": integer(1, 100)})
_NUMBER = shape(
    {"is_decimal_allowed": boolean},
    {**_FIELD, "initial_value": _NUMERAL, "min_value": _NUMERAL, "max_value": _NUMERAL},
)
_ADDRESS = shape({}, {**_FIELD, "initial_value": string(PLAIN_TEXT_LIMIT)})
_FILES = shape(
    {},
    {
        "action_id": ACTION_ID,
        "filetypes": array(string(50), minimum=1, maximum=100),
        "max_files": integer(1, 10),
    },
)

IN_INPUT = typed(
    {
        "plain_text_input": _PLAIN_TEXT,
        "rich_text_input": _RICH_TEXT,
        "number_input": only_on(_NUMBER, {"modal"}),
        "email_text_input": only_on(_ADDRESS, {"modal"}),
        "url_text_input": only_on(_ADDRESS, {"modal"}),
        "file_input": only_on(_FILES, {"modal"}),
        **SELECTS,
        **CHOICES,
        **PICKERS,
    }
)
