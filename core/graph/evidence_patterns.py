"""Patterns in beliefs, strengths and sources that suggest they were not judged one by one.

Each yields a question and the places it is about, as in `core.graph.option_patterns`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.graph.option_patterns import Asked
from core.graph.phrases import how_sure, percent, source_name
from core.graph.seen import Judged, Seen

_SURE = 0.8  # belief from which a guess is a confident one
_HIGH, _CLOSE, _ENOUGH = 0.7, 0.15 + 1e-9, 4  # all beliefs at least, within (and rounding), how many
_ANCHORS, _MANY = 2, 6  # distinct values at most, among how many links at least
_MOST_HYPOTHESES = 0.5  # share of links
_MOST_ONE_SOURCE = 0.6  # share of links


def confident_guess(seen: Seen) -> Asked:
    """High beliefs with nothing behind them."""
    found = [link for link in seen.links if not link.has_source and link.belief >= _SURE]
    if not found:
        return
    example = f"{seen.name(found[0])} is held {how_sure(found[0].belief)} sure and rests on no source"
    more = f", and so are {len(found) - 1} more" if len(found) > 1 else ""
    yield f"{example}{more}. What would show that it is wrong?", _at(found)


def mostly_hypothesis(seen: Seen) -> Asked:
    """More guesses than evidence."""
    found = [link for link in seen.links if not link.has_source]
    if seen.links and len(found) / len(seen.links) > _MOST_HYPOTHESES:
        counted = f"{len(found)} of {len(seen.links)} links rest on hypotheses"
        yield f"{counted}. Which document or person could settle one of them?", _at(found)


def one_source(seen: Seen) -> Asked:
    """Most of the evidence from one place."""
    by_source: dict[str, list[Judged]] = {}
    for link in seen.links:
        if link.edge.provenance and link.has_source:
            by_source.setdefault(source_name(link.edge.provenance), []).append(link)
    source, found = max(by_source.items(), key=lambda item: len(item[1]), default=("", []))
    if len(seen.links) >= _MANY and len(found) / len(seen.links) >= _MOST_ONE_SOURCE:
        yield (
            f"{len(found)} of {len(seen.links)} links rest on {source}. What else could confirm it?",
            _at(found),
        )


def narrow_beliefs(seen: Seen) -> Asked:
    """High beliefs, all alike."""
    beliefs = [link.belief for link in seen.links]
    if len(beliefs) >= _ENOUGH and min(beliefs) >= _HIGH and max(beliefs) - min(beliefs) <= _CLOSE:
        span = f"between {percent(min(beliefs))} and {percent(max(beliefs))}"
        yield f"All {len(beliefs)} links are held {span} sure. On which would you bet least?", ()


def anchored_beliefs(seen: Seen) -> Asked:
    """Beliefs that take one or two values."""
    yield from _anchored(seen.links, "beliefs", lambda link: link.belief)


def anchored_weights(seen: Seen) -> Asked:
    """Strengths that take one or two values, whatever their direction."""
    yield from _anchored(seen.links, "strengths", lambda link: abs(link.weight))


def _anchored(links: Sequence[Judged], what: str, value: Callable[[Judged], float]) -> Asked:
    values = sorted({percent(value(link)) for link in links})
    if len(links) >= _MANY and len(values) <= _ANCHORS:
        taken = f"{len(links)} {what} take only {len(values)} value{'s' if len(values) > 1 else ''}"
        yield f"{taken}, {' and '.join(values)}. Were they judged one by one?", ()


def _at(links: Sequence[Judged]) -> tuple[str, ...]:
    return tuple(link.at for link in links)
