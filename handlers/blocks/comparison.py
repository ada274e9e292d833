"""The message of two revisions compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.graph.model import Graph
from core.picture.alt import alt_text
from handlers.blocks.limits import ALT_TEXT
from handlers.blocks.parts import context, header, image, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import one_line, within
from handlers.view import Block, Kind, View

_ALIKE = "They read the same."
_MOST = 100  # changes
_LIMIT = 2_500  # characters of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What `graph`, the newest revision, has otherwise than an earlier one, in `lines`.

    `picture` is the id of its file in Slack, None while there is none; `remark` then says why.
    """

    graph: Graph
    earlier: int
    newest: int
    lines: tuple[str, ...]
    shares: tuple[tuple[str, int], ...] = ()
    picture: str | None = None
    remark: str = ""


def compared(comparison: Comparison) -> View:
    """The message: with the picture, then without."""
    title = f"From revision {comparison.earlier} to revision {comparison.newest}"
    lines = [one_line(line) for line in comparison.lines] or [_ALIKE]
    changes = section("\n".join(within(lines, _LIMIT, _more, most=_MOST)))
    return chain(
        Kind.TERMINAL,
        Rendering(text=title, blocks=[header(title), *_picture(comparison), changes]),
        Rendering(text=title, blocks=[header(title), changes]),
        last="\n".join([title, *lines]),
    )


def _picture(comparison: Comparison) -> Iterator[Block]:
    if comparison.picture is not None:
        alt = alt_text(comparison.graph, limit=ALT_TEXT, shares=comparison.shares)
        yield image(comparison.picture, alt)
    elif comparison.remark:
        yield context(comparison.remark)


def _more(left: int) -> str:
    return f"and {left} more"
