"""The blocks that every message is made of. Each takes plain text, and cuts and escapes it itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from handlers.blocks.limits import (
    ACTIONS,
    ALT_TEXT,
    BUTTON_TEXT,
    BUTTON_VALUE,
    CONTEXT_ELEMENTS,
    HEADER,
    OPTION_TEXT,
    OVERFLOW,
    SECTION,
)
from handlers.blocks.text import (
    cut,
    divided,
    escape,
    escaped_length,
    lines,
    one_line,
    unbracketed,
    uncoded,
    unformatted,
)
from handlers.view import Block

_FENCE = "```"
_MARK = "> "  # begins each line of a quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button: what it says, and what comes back when it is clicked. `action` is its action_id.

    The value comes back as plain text from `handlers.requests`, however Slack escapes it.
    """

    text: str
    action: str
    value: str
    style: Literal["primary", "danger"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """An overflow menu: at most five entries, each a text and what comes back when it is chosen."""

    action: str
    entries: tuple[tuple[str, str], ...]


def plain(text: str, limit: int) -> Block:
    """A plain_text object."""
    return {"type": "plain_text", "text": escape(cut(one_line(text), limit)), "emoji": False}


def mrkdwn(written: str) -> Block:
    """A mrkdwn object of text that is escaped already; nothing in it is turned into a link."""
    return {"type": "mrkdwn", "text": written, "verbatim": True}


def header(text: str) -> Block:
    """A title."""
    return {"type": "header", "text": plain(text, HEADER)}


def section(text: str, *, title: str = "", beside: bool = False, button: Button | None = None) -> Block:
    """A paragraph, or lines, with a button at its side where one is given.

    `title` stands in bold above the text, or `beside` it on its first line.
    """
    gap = " " if beside else "\n"
    head = f"*{escape(cut(unformatted(one_line(title)), HEADER))}*{gap}" if title else ""
    shown = cut(unformatted(lines(text)), SECTION - len(head))
    block = {"type": "section", "text": mrkdwn(head + escape(shown))}
    return {**block, "accessory": _button(button)} if button else block


def context(*texts: str) -> Block:
    """Small print, its parts side by side."""
    shown = [escape(cut(unformatted(one_line(text)), SECTION)) for text in texts[:CONTEXT_ELEMENTS]]
    return {"type": "context", "elements": [mrkdwn(text) for text in shown]}


def quote(text: str) -> Iterator[Block]:
    """A text of any length as a quotation, in as many sections as it takes."""
    rest = unformatted(lines(text))
    while rest:
        part, rest = divided(rest, SECTION - len(_MARK), _quoted_length)
        rest = rest.lstrip()
        yield {"type": "section", "text": mrkdwn(_quoted(part.rstrip()))}


def preformatted(text: str) -> Block:
    """Lines in type of one width."""
    shown = cut(uncoded(text), SECTION - 2 * len(_FENCE))
    return {"type": "section", "text": mrkdwn(f"{_FENCE}{escape(shown)}{_FENCE}")}


def image(file: str, alt_text: str) -> Block:
    """A picture that is stored in Slack, by the id of its file."""
    return {
        "type": "image",
        "slack_file": {"id": file},
        "alt_text": cut(unbracketed(one_line(alt_text)), ALT_TEXT, len),
    }


def actions(buttons: Sequence[Button], menu: Menu | None = None) -> Block:
    """Buttons in a row, and after them a menu where one is given."""
    elements = [_button(button) for button in buttons[: ACTIONS - 1]]
    return {"type": "actions", "elements": [*elements, *([_overflow(menu)] if menu else [])]}


def feedback(action: str, *, good: str, bad: str) -> Block:
    """The two thumbs, each with what comes back when it is clicked."""
    return {
        "type": "context_actions",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": action,
                "positive_button": {"text": plain("Good draft", BUTTON_TEXT), "value": escape(good)},
                "negative_button": {"text": plain("Bad draft", BUTTON_TEXT), "value": escape(bad)},
            }
        ],
    }


def _button(button: Button) -> dict[str, Any]:
    element = {"type": "button", "text": plain(button.text, BUTTON_TEXT), "action_id": button.action}
    if button.value:
        element["value"] = escape(cut(lines(button.value), BUTTON_VALUE))
    return {**element, "style": button.style} if button.style else element


def _overflow(menu: Menu) -> dict[str, Any]:
    options = [
        {"text": plain(text, OPTION_TEXT), "value": escape(value)} for text, value in menu.entries[:OVERFLOW]
    ]
    return {"type": "overflow", "action_id": menu.action, "options": options}


def _quoted(text: str) -> str:
    return "\n".join(_MARK + escape(line) for line in text.split("\n"))


def _quoted_length(text: str) -> int:
    return escaped_length(text) + len(_MARK) * text.count("\n")
