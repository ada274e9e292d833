"""Block Kit's composition objects: texts, options, confirmations, references to files."""

from __future__ import annotations

from bot.playground.slack.blocks.checks import (
    Check,
    Report,
    array,
    boolean,
    matching,
    needs_exactly_one,
    one_of,
    shape,
    string,
    typed,
)
from bot.playground.slack.records import Json

ACTION_ID = string(255)
URL = matching(r"https?://\S{1,2990}", "URL")


def plain(maximum: int) -> Check:
    """A plain_text object."""
    return typed({"plain_text": shape({"text": string(maximum)}, {"emoji": boolean})})


def text(maximum: int) -> Check:
    """A plain_text or a mrkdwn object; `emoji` belongs to the first, `verbatim` to the second."""
    return typed(
        {
            "plain_text": shape({"text": string(maximum)}, {"emoji": boolean}),
            "mrkdwn": shape({"text": string(maximum)}, {"verbatim": boolean}),
        }
    )


CONFIRM = shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)

# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = shape({"text": text(75), "value": string(150)}, {"description": text(75)})
LINKED_OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75), "url": URL})
OPTION_GROUP = shape({"label": plain(75), "options": array(OPTION, minimum=1, maximum=100)})

DISPATCH = shape(
    {},
    {"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"), minimum=1, maximum=2)},
)

CONVERSATION_FILTER = shape(
    {},
    {
        "include": array(one_of("im", "mpim", "private", "public"), minimum=1, maximum=4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)


def slack_file(report: Report, value: object, at: str) -> None:
    """A reference to a Slack file that has been processed and is an image."""
    shape({}, {"id": string(255), "url": URL}, needs_exactly_one("id", "url"))(report, value, at)
    if isinstance(value, dict) and not report.file_is_ready(value):
        report.refuse("invalid slack file", at)


def known_initial(report: Report, value: Json, at: str) -> None:
    """What is chosen at first must be among the options, word for word."""
    groups = value.get("option_groups") or [{"options": value.get("options", [])}]
    options = [option for group in groups if isinstance(group, dict) for option in group.get("options", [])]
    chosen = [value["initial_option"]] if "initial_option" in value else value.get("initial_options", [])
    if isinstance(chosen, list) and any(option not in options for option in chosen):
        report.refuse("must be one of the provided options", at)
