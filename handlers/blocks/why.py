"""The message that explains an analysis: effects and shares of each option, what flips it, what to check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.graph.why import Cell, Standing, Why
from handlers.blocks.parts import context, header, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import one_line, within
from handlers.view import Block, Kind, View

_TOO_CLOSE = "Too close to call: the numbers recommend none of them."
_CELLS = 1_500  # characters of one option's effects
_SHORT = 500  # the same, in the shorter rendering
_LISTED = 1_500  # characters of any other list
_MOST = 100  # lines of any list


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What is explained, of which decision, at which revision."""

    why: Why
    title: str
    revision: int


def explained(told: Explanation) -> View:
    """The message: in full; shorter; the reading and what follows from it."""
    gist = told.why.reading
    head = [header(f"Why: {one_line(told.title)}"), *_reading(told.why)]
    foot = [*_rest(told.why), context(*_small_print(told))]
    return chain(
        Kind.TERMINAL,
        *(
            Rendering(text=gist, blocks=[*head, *_options(told.why, limit), *foot])
            for limit in (_CELLS, _SHORT)
        ),
        Rendering(text=gist, blocks=[*head, *foot]),
        last="\n".join([gist, *told.why.flips, *told.why.check_first, told.why.assumptions]),
    )


def _reading(why: Why) -> Iterator[Block]:
    close = why.too_close and not why.reading.startswith("Too close")
    yield section("\n".join([why.reading, *([_TOO_CLOSE] if close else [])]))


def _options(why: Why, limit: int) -> Iterator[Block]:
    for option in why.options:
        lines = [*_first(option, why.draws), *map(_cell, option.cells)]
        if lines:
            shown = within(lines, limit, _more, most=_MOST)
            yield section("\n".join(shown), title=f"{option.letter}  {one_line(option.label)}")


def _first(option: Standing, draws: int) -> Iterator[str]:
    if option.first is not None:
        any_weights = option.first_any_weights
        weighted = "" if any_weights is None else f"; with outcomes weighted in any way, in {any_weights}%"
        yield f"Ranks first in {option.first}% of {draws:,} draws{weighted}."


def _cell(cell: Cell) -> str:
    """What the option does to an outcome, such as "▲ Cost (want less): raises it, in at least half …"."""
    share = f", {cell.share}" if cell.share else ""
    return f"{cell.mark} {one_line(cell.outcome)} ({cell.wanted}): {cell.effect}{share}"


def _rest(why: Why) -> Iterator[Block]:
    yield from _listed("What would flip it", why.flips)
    yield from _listed("What to check first", why.check_first)
    yield from _listed("Left out", why.left_out)
    yield from _listed("Worth asking", why.questions)


def _listed(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        shown = within([one_line(line) for line in lines], _LISTED, _more, most=_MOST)
        yield section("\n".join(shown), title=title)


def _more(left: int) -> str:
    return f"and {left} more"


def _small_print(told: Explanation) -> tuple[str, ...]:
    return (told.why.assumptions, f"revision {told.revision}")
