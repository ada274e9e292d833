"""One message in several sizes, as a chain of views: what Slack refuses is followed by something smaller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks.limits import TEXT_BYTES, fits
from handlers.blocks.text import cut, escape, escaped_bytes, lines, unformatted
from handlers.view import Block, Kind, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One size of a message: its blocks, and as plain text what notifications and screen readers get."""

    text: str
    blocks: Sequence[Block]


def chain(kind: Kind, *renderings: Rendering, last: str = "") -> View:
    """The renderings that fit, largest first, and at the end the plain text `last` (else the last text).

    Every one of them keeps to Slack's sizes as a whole. Of two that are the same, one is kept.
    """
    view = View(text=written(last or renderings[-1].text), blocks=(), kind=kind)
    for rendering in reversed(renderings):
        text, blocks = written(rendering.text), tuple(rendering.blocks)
        if blocks != view.blocks and fits(blocks, text):
            view = View(text=text, blocks=blocks, kind=kind, smaller=view)
    return view


def written(text: str) -> str:
    """A message's text, from plain text."""
    return escape(cut(unformatted(lines(text)), TEXT_BYTES, escaped_bytes))
