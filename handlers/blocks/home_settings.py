"""The settings of a workspace in the App Home: to be changed, or to be read."""

from __future__ import annotations

import re
from typing import Any

from core.store.records import Tier
from handlers.blocks.buttons import Action
from handlers.blocks.limits import OPTION_TEXT
from handlers.blocks.parts import Button, context, header, mrkdwn, plain, section
from handlers.blocks.text import count
from handlers.choices import Choices
from handlers.view import Block

ON, OFF = "on", "off"  # what the button for risks carries
LISTED = 50  # channels
_CHANNEL = re.compile(r"[CG][A-Z0-9]{1,20}")  # https://docs.slack.dev/reference/objects/conversation-object
_CONFIRM = 300  # characters of what is asked before a choice counts
_TITLE = 100  # characters of its title
_YES = 30  # characters of its buttons
_DELETED = (
    "Drafts that nobody has touched for longer are deleted within about an hour, with everything that is "
    "kept of them. What Slack shows of them stays."
)
_TIERS = {
    Tier.STANDARD: "Tier: standard",
    Tier.PREMIUM: "Tier: premium, which goes ahead of others in the queue",
}


def for_administrators(choices: Choices) -> list[Block]:
    """The settings with what changes them."""
    return [
        header("Settings of this workspace"),
        _risks(choices),
        _retention(choices),
        _watched(choices),
        context(_TIERS[choices.tier], "Only administrators and owners of the workspace can change these."),
    ]


def for_others(choices: Choices) -> list[Block]:
    """The settings on one line."""
    drawn = "drawn" if choices.risks else "left out"
    kept = f"untouched drafts are kept for {count(choices.days, 'day')}"
    watched = f"{count(len(choices.watched), 'channel')} watched, {choices.tier} tier"
    return [context(f"In this workspace: risks and factors are {drawn}, {kept}, {watched}.")]


def _risks(choices: Choices) -> Block:
    """The button says what it does and carries it, so that two clicks on it are one."""
    if choices.risks:
        told, button = "They are drawn in new drafts.", ("Leave them out", OFF)
    else:
        told, button = "They are left out of new drafts.", ("Draw them", ON)
    text, value = button
    change = Button(text=text, action=Action.SET_RISKS, value=value)
    return section(told, title="Risks and factors", button=change)


def _retention(choices: Choices) -> Block:
    """Its id changes with the choice: Slack keeps what was chosen in a block that stays."""
    told = f"Drafts that nobody touches are deleted after {count(choices.days, 'day')}."
    options = {days: _option(days) for days in choices.offered}
    select = {
        "type": "static_select",
        "action_id": Action.SET_RETENTION.value,
        "options": list(options.values()),
        "initial_option": options[choices.days],
        "confirm": {
            "title": plain("Keep drafts that long?", _TITLE),
            "text": plain(_DELETED, _CONFIRM),
            "confirm": plain("Keep them that long", _YES),
            "deny": plain("Cancel", _YES),
        },
    }
    return {
        **section(told, title="How long drafts are kept"),
        "block_id": f"{Action.SET_RETENTION}-{choices.days}",
        "accessory": select,
    }


def _option(days: int) -> dict[str, Any]:
    return {"text": plain(count(days, "day"), OPTION_TEXT), "value": str(days)}


def _watched(choices: Choices) -> Block:
    """Channels by id, so that Slack shows their names to those who may know them."""
    title = "Watched channels"
    named = [f"<#{channel}>" for channel in choices.watched if _CHANNEL.fullmatch(channel)]
    if not named:
        return section("None. Write /decide watch on in a channel to have its files drafted.", title=title)
    more = f" and {len(named) - LISTED:,} more" if len(named) > LISTED else ""
    listed = f"{', '.join(named[:LISTED])}{more}"
    how = "Write /decide watch off in one of them to end that."
    return {"type": "section", "text": mrkdwn(f"*{title}*\n{listed}\n{how}")}
