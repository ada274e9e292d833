from __future__ import annotations

from core.graph.model import Edge
from core.picture.legend import legend
from core.picture.strokes import stroke
from tests.unit.picture.graphs import link, node

MORE = node("m", "outcome", better="higher")
PLAIN = stroke(link("o", "m"), MORE, polar=True)
NEUTRAL = stroke(Edge(src="o", dst="m"), MORE, polar=True)


def _words(rows: list[list[tuple[str, str]]]) -> list[str]:
    return [meaning for row in rows for _, meaning in row]


def test_a_picture_without_links_needs_no_legend() -> None:
    assert legend([], polar=True, removed=False, shares=False) == []


def test_directions_turn_raising_into_helping() -> None:
    assert _words(legend([PLAIN], polar=True, removed=False, shares=False))[:2] == ["helps", "hurts"]
    assert _words(legend([PLAIN], polar=False, removed=False, shares=False))[:2] == ["raises", "lowers"]


def test_only_what_is_drawn_is_explained() -> None:
    plain = _words(legend([PLAIN], polar=True, removed=False, shares=False))
    full = _words(legend([PLAIN, NEUTRAL], polar=True, removed=True, shares=True))
    unknown = _words(legend([NEUTRAL], polar=False, removed=False, shares=False))

    assert {"neither", "removed"}.isdisjoint(plain)
    assert (
        {"neither", "removed", "not known"} >= set(full) & {"neither", "removed", "not known"} >= {"neither"}
    )
    assert full[-1].startswith("share of draws")
    assert "not known" in unknown


def test_the_dashes_tell_the_limits_in_whole_percent() -> None:
    words = _words(legend([PLAIN], polar=True, removed=False, shares=False))

    assert words[-3:] == ["70% and more", "40–69%", "under 40%"]
