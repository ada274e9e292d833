"""Block Kit's interactive elements: buttons, menus, choices, pickers."""

from __future__ import annotations

from collections.abc import Mapping

from bot.playground.slack.blocks.checks import (
    Check,
    array,
    boolean,
    integer,
    matching,
    needs_exactly_one,
    one_of,
    shape,
    string,
    typed,
)
from bot.playground.slack.blocks.objects import (
    ACTION_ID,
    CONFIRM,
    CONVERSATION_FILTER,
    LINKED_OPTION,
    OPTION,
    OPTION_GROUP,
    RICH_OPTION,
    URL,
    known_initial,
    plain,
    slack_file,
)

ALT_TEXT = string(2_000)
IDS = array(string(255), minimum=1, maximum=100)
DATE = matching(r"\d{4}-\d{2}-\d{2}", "date")
TIME = matching(r"([01]\d|2[0-3]):[0-5]\d", "time")

_ASKING: Mapping[str, Check] = {"action_id": ACTION_ID, "confirm": CONFIRM}
_FOCUS: Mapping[str, Check] = {**_ASKING, "focus_on_load": boolean}
_MENU: Mapping[str, Check] = {**_FOCUS, "placeholder": plain(150)}
_MANY: Mapping[str, Check] = {**_MENU, "max_selected_items": integer(1, 100)}
_STATIC: Mapping[str, Check] = {
    "options": array(OPTION, minimum=1, maximum=100),
    "option_groups": array(OPTION_GROUP, minimum=1, maximum=100),
}
_CONVERSATIONS: Mapping[str, Check] = {
    "default_to_current_conversation": boolean,
    "filter": CONVERSATION_FILTER,
}
_ONE_CONVERSATION: Mapping[str, Check] = {"response_url_enabled": boolean}
_CHOICES = array(RICH_OPTION, minimum=1, maximum=10)

BUTTON = shape(
    {"text": plain(75)},
    {
        **_ASKING,
        "url": URL,
        "value": string(2_000),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(75),
    },
)
OVERFLOW = shape({"options": array(LINKED_OPTION, minimum=2, maximum=5)}, _ASKING)
IMAGE = shape(
    {"alt_text": ALT_TEXT},
    {"image_url": URL, "slack_file": slack_file},
    needs_exactly_one("image_url", "slack_file"),
)
WORKFLOW_BUTTON = shape(
    {"text": plain(75), "workflow": shape({"trigger": shape({"url": URL})})},
    {"action_id": ACTION_ID, "style": one_of("primary", "danger"), "accessibility_label": string(75)},
)

SELECTS: Mapping[str, Check] = {
    "static_select": shape(
        {},
        {**_MENU, **_STATIC, "initial_option": OPTION},
        needs_exactly_one("options", "option_groups"),
        known_initial,
    ),
    "multi_static_select": shape(
        {},
        {**_MANY, **_STATIC, "initial_options": array(OPTION, minimum=1, maximum=100)},
        needs_exactly_one("options", "option_groups"),
        known_initial,
    ),
    "external_select": shape({}, {**_MENU, "initial_option": OPTION, "min_query_length": integer(0, 255)}),
    "multi_external_select": shape(
        {},
        {
            **_MANY,
            "initial_options": array(OPTION, minimum=1, maximum=100),
            "min_query_length": integer(0, 255),
        },
    ),
    "users_select": shape({}, {**_MENU, "initial_user": string(255)}),
    "multi_users_select": shape({}, {**_MANY, "initial_users": IDS}),
    "conversations_select": shape(
        {}, {**_MENU, **_CONVERSATIONS, **_ONE_CONVERSATION, "initial_conversation": string(255)}
    ),
    "multi_conversations_select": shape({}, {**_MANY, **_CONVERSATIONS, "initial_conversations": IDS}),
    "channels_select": shape({}, {**_MENU, **_ONE_CONVERSATION, "initial_channel": string(255)}),
    "multi_channels_select": shape({}, {**_MANY, "initial_channels": IDS}),
}
CHOICES: Mapping[str, Check] = {
    "checkboxes": shape(
        {"options": _CHOICES},
        {**_FOCUS, "initial_options": array(RICH_OPTION, minimum=1, maximum=10)},
        known_initial,
    ),
    "radio_buttons": shape({"options": _CHOICES}, {**_FOCUS, "initial_option": RICH_OPTION}, known_initial),
}
PICKERS: Mapping[str, Check] = {
    "datepicker": shape({}, {**_MENU, "initial_date": DATE}),
    "timepicker": shape({}, {**_MENU, "initial_time": TIME, "timezone": string(255)}),
    "datetimepicker": shape({}, {**_FOCUS, "initial_date_time": integer(1_000_000_000, 9_999_999_999)}),
}

IN_ACTIONS = typed(
    {
        "button": BUTTON,
        "overflow": OVERFLOW,
        "workflow_button": WORKFLOW_BUTTON,
        **SELECTS,
        **CHOICES,
        **PICKERS,
    }
)
IN_SECTION = typed(
    {
        "button": BUTTON,
        "overflow": OVERFLOW,
        "image": IMAGE,
        "workflow_button": WORKFLOW_BUTTON,
        **SELECTS,
        **CHOICES,
        "datepicker": PICKERS["datepicker"],
        "timepicker": PICKERS["timepicker"],
    }
)

_FEEDBACK = shape({"text": plain(75), "value": string(2_000)}, {"accessibility_label": string(75)})
IN_CONTEXT_ACTIONS = typed(
    {
        "feedback_buttons": shape(
            {"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, {"action_id": ACTION_ID}
        ),
        "icon_button": shape(
            {"icon": one_of("trash"), "text": plain(75)},
            {
                **_ASKING,
                "value": string(2_000),
                "accessibility_label": string(75),
                "visible_to_user_ids": IDS,
            },
        ),
    }
)
