from __future__ import annotations

import re
import unicodedata

import pytest

from core.graph.rules import validate
from core.llm.template.framing import archetype_of
from core.llm.template.reading import read_brief
from tests.unit.llm_template.briefs import ALL_BRIEFS
from tests.unit.llm_template.case import Case
from tests.unit.llm_template.drafted import asked, faults, graph_of, labels

# Words that no label may begin or end with: what is left of a phrase that was cut in the wrong place.
_NO_START = re.compile(
    r"^(?:and|or|to|we|us|whether|should|oder|und|ob|ou|et|o|y|e|wir|nous)\s", re.IGNORECASE
)
_NO_END = re.compile(
    r"\s(?:and|or|to|the|a|an|of|for|with|us to|oder|und|für|der|die|das|ou|et|la|le|o|y|el|il|os|as|het)$"
)
_IDS = [case.brief[:40] for case in ALL_BRIEFS]


@pytest.mark.parametrize("case", ALL_BRIEFS, ids=_IDS)
def test_a_brief_is_read_as_an_analyst_reads_it(case: Case) -> None:
    call = asked(case.brief)
    reading = read_brief(call.brief)
    assert reading.language == case.language
    assert archetype_of(reading) == case.kind
    graph = graph_of(call)
    assert tuple(option.label for option in graph.options) == case.options
    if case.goal:
        assert labels(graph, "goal") == (case.goal,)
    if case.question:
        assert labels(graph, "decision") == (case.question,)


@pytest.mark.parametrize("case", ALL_BRIEFS, ids=_IDS)
def test_its_draft_is_valid_and_reads_well(case: Case) -> None:
    call = asked(case.brief)
    graph = graph_of(call)
    assert list(faults(graph, call)) == []
    assert validate(graph) == ()
    assert 2 <= len(graph.of_kind("outcome")) <= 4 or len(graph.options) == 1
    for option in graph.options:
        assert not _NO_START.search(option.label), option.label
        assert not _NO_END.search(option.label), option.label
        assert not set("?¿!…") & set(option.label), option.label
        assert not option.label[0].islower(), option.label
    assert labels(graph, "decision")[0].rstrip()[-1] == "?"


def test_every_language_and_every_kind_of_decision_is_in_the_corpus() -> None:
    assert {case.language for case in ALL_BRIEFS} == {"en", "de", "fr", "es", "it", "pt", "nl", "ja"}
    assert {case.kind for case in ALL_BRIEFS} == {
        "hiring",
        "build_or_buy",
        "vendor",
        "pricing",
        "migration",
        "expansion",
        "launch_timing",
        "technical_debt",
        "workplace",
        "general",
    }
    assert len(ALL_BRIEFS) >= 60


def test_a_draft_of_a_german_brief_is_german_throughout() -> None:
    call = asked("Sollen wir drei Ingenieure einstellen oder Freelancer nutzen? Das Budget ist 300.000 €.")
    graph = graph_of(call)
    texts = [graph.title, *(n.label for n in graph.nodes), *(n.body for n in graph.nodes)]
    texts += [e.provenance.quote for e in graph.edges if e.provenance]
    texts += [rationale.why for rationale in graph.rationales]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    assert not words & {"the", "and", "with", "this", "option", "cost", "brief", "source", "says"}
    assert set(labels(graph, "outcome")) == {"Kosten", "Wissen im Team", "Zeit bis zum Ergebnis"}


def test_a_draft_of_a_japanese_brief_is_japanese_throughout() -> None:
    graph = graph_of(asked("エンジニアを採用するか、業務委託を使うか、どちらがよいでしょうか。"))
    texts = [
        *(node.label for node in graph.nodes),
        *(e.provenance.quote for e in graph.edges if e.provenance),
    ]
    assert all(
        any("CJK" in unicodedata.name(c, "") or "KANA" in unicodedata.name(c, "") for c in t) for t in texts
    )
