"""What must hold of every message, and a message as a person reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from bot.playground.slack.blocks.message import TOTAL, is_too_long, problems_of, size_of
from bot.playground.slack.blocks.view import problems_of as problems_of_view
from handlers.view import View

BARE = re.compile(r"&(?!(?:amp|lt|gt);)")  # an ampersand that was not escaped
LIMIT = 11_000  # characters over all blocks that a message of ours may have
BYTES = 3_500  # of its text


def renderings(view: View) -> list[View]:
    return [view, *renderings(view.smaller)] if view.smaller else [view]


def as_json(view: View) -> list[dict[str, Any]]:
    """The blocks as they are sent."""
    return [dict(block) for block in view.blocks]


def check(view: View, *, own: str = "") -> None:
    """Slack takes every rendering, none says less than nothing, and no content is markup; `own` is ours."""
    chain = renderings(view)
    assert chain[-1].blocks == ()
    assert all(each.blocks for each in chain[:-1])
    for each in chain:
        blocks = as_json(each)
        assert each.kind is view.kind
        assert each.text.strip()
        assert not is_too_long(each.text)
        assert len(each.text.encode()) <= BYTES
        assert problems_of(blocks, lambda _: True) == []
        assert size_of(blocks) <= LIMIT < TOTAL
        written = [each.text, *(text for block in blocks for text in written_in(block))]
        assert not [text for text in written if BARE.search(text)]
        everything = [each.text, *strings(blocks)]
        assert not [text for text in everything if "<" in (text.replace(own, "") if own else text)]
    assert view.fingerprint
    assert View.loads(view.dumps().encode().decode()) == view


def check_modal(modal: dict[str, Any]) -> None:
    assert problems_of_view(modal, "modal", lambda _: True) == []


def strings(value: object) -> Iterator[str]:
    """Every string, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for part in value.values() for text in strings(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in strings(part))


def written_in(value: object) -> Iterator[str]:
    """Every text object's text."""
    if isinstance(value, dict):
        if value.get("type") in {"mrkdwn", "plain_text"}:
            yield value["text"]
        yield from (text for part in value.values() for text in written_in(part))
    elif isinstance(value, list | tuple):
        yield from (text for part in value for text in written_in(part))


def words(view: View) -> str:
    """The blocks of a rendering as lines; buttons in brackets, small print in parentheses."""
    return "\n".join(_WORDS.get(block["type"], _kind)(dict(block)) for block in view.blocks)


def _kind(block: dict[str, Any]) -> str:
    return f"<{block['type']}>"


def _section(block: dict[str, Any]) -> str:
    beside = [_button(block["accessory"])] if "accessory" in block else []
    return "\n".join([block["text"]["text"], *beside])


def _button(element: dict[str, Any]) -> str:
    if element["type"] == "overflow":
        return f"[{' / '.join(option['text']['text'] for option in element['options'])}]"
    return f"[{element['text']['text']}]"


_WORDS: dict[str, Callable[[dict[str, Any]], str]] = {
    "header": lambda block: f"# {block['text']['text']}",
    "section": _section,
    "context": lambda block: f"({' | '.join(part['text'] for part in block['elements'])})",
    "actions": lambda block: " ".join(_button(part) for part in block["elements"]),
    "image": lambda block: f"picture {block['slack_file']['id']}",
    "table": lambda block: "\n".join(" | ".join(cell["text"] for cell in row) for row in block["rows"]),
}
