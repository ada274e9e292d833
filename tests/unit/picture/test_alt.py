from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.model import BRIEF, Edge, Graph, Provenance
from core.picture.alt import MAX_ALT, alt_text
from tests.unit.picture.graphs import graph, hostile, link, node, staffing

FULL = (
    "Decision graph: Staffing the rebuild. Goal: Ship in March. Decision: Who rebuilds it? "
    "Option A, Hire three engineers, ranks first in 38% of draws: lowers Total cost (80% sure); "
    "raises The start slips (60% sure). "
    "Option B, Use an agency, ranks first in 62% of draws: strongly raises Total cost (90% sure); "
    "strongly lowers Time to release (70% sure). "
    "Risk, The start slips: strongly raises Time to release (40% sure). "
    "Factor, Few people are looking: raises The start slips (50% sure). "
    "Outcome, Time to release: slightly raises Total cost (30% sure). "
    "Less is better: Total cost; Time to release. Sources: notes.md."
)


def test_a_graph_in_words() -> None:
    assert alt_text(staffing(), shares=(("hire", 38), ("agency", 62))) == FULL


@given(st.integers(0, 700))
def test_a_tighter_limit_drops_whole_sentences_or_a_kind_of_detail(limit: int) -> None:
    text = alt_text(staffing(), limit=limit, shares=(("hire", 38), ("agency", 62)))

    assert len(text) <= limit
    assert not text or text.endswith((".", "?"))
    words = set(FULL.replace(".", "").replace(":", "").replace(";", "").replace(",", "").split())
    told = text.replace(".", "").replace(":", "").replace(";", "").replace(",", "").split()
    assert set(told) <= words


def test_detail_goes_from_the_least_important() -> None:
    graph_ = staffing()
    texts = [alt_text(graph_, limit=limit) for limit in range(MAX_ALT // 2, 0, -4)]

    def last(part: str) -> int:
        return max(i for i, text in enumerate(texts) if part in text)

    dropped = ["Sources", "strongly", "Less is better", "Risk, ", "80% sure", "lowers Total cost", "Option A"]
    places = [last(part) for part in dropped]
    assert places == sorted(places)
    assert texts[-1] == ""


def test_missing_numbers_are_not_made_up() -> None:
    nodes = (node("o", "option"), node("u", "outcome", better="higher"), node("v", "outcome"))
    edges = (Edge(src="o", dst="u"), link("o", "v", 0.5, 0.0))

    text = alt_text(graph(*nodes, edges=edges))

    assert "Option A, o: may change u; may change v (50% sure)." in text
    assert "More is better: u." in text


def test_the_brief_is_a_source_and_a_guess_is_none() -> None:
    nodes = (node("o", "option"), node("u", "outcome"))
    told = Provenance(source=BRIEF, quote="words", location="sentence 1")
    cited = graph(*nodes, edges=(Edge(src="o", dst="u", belief=0.5, weight=0.5, provenance=told),))

    assert alt_text(cited).endswith("Sources: the brief.")
    assert "Sources" not in alt_text(graph(*nodes, edges=(link("o", "u"),)))


@pytest.mark.parametrize("title", ["Wait?", "続ける。", "Done…", "x" * 200])
def test_a_sentence_ends_once(title: str) -> None:
    first = alt_text(replace(staffing(), title=title), limit=150).split(" Goal")[0]

    assert not first.endswith(("?.", "。.", "….", ".."))


@given(hostile, st.sampled_from([0, 40, 300, 1_000, MAX_ALT]))
@settings(max_examples=20, deadline=None)
def test_any_graph_has_words_that_fit(drawn: Graph, limit: int) -> None:
    text = alt_text(drawn, limit=limit)

    assert len(text) <= limit
    text.encode("utf-8")
