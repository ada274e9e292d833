from __future__ import annotations

from itertools import islice
from random import Random

import pytest

from core.graph.model import Graph
from core.graph.rules import validate
from core.graph.sources import Document
from tests.unit.llm_template.briefs import ALL_BRIEFS
from tests.unit.llm_template.drafted import asked, document, faults, graph_of

_TEMPLATES = (
    "Should we {a} or {b}?",
    "Should we {a}, {b} or {c}? {fact}",
    "We need to decide whether to {a} or {b}, given that {fact}",
    "{fact} Options:\n- {a}\n- {b}: {note}\n- {c}",
    "{a} vs. {b}",
    "hey all, quick one: do we {a} or {b}?? {fact}",
    "{fact} {fact} Should we {a}?",
    "Option A: {a}\nOption B: {b}\n{fact}",
    "1) {a} 2) {b} 3) {c}",
    "Our goal is to {c}. Should we {a} instead of waiting? {fact}",
    "{fact} We care about {crit} and {crit}. Should we {a} or {b}?",
    "What should we do about {thing}? {fact}",
    "Help us choose {thing}: {name}, {name} or {name}.",
    "{name} or {name} for {thing}",
)
_FILLERS = {
    "a": (
        "hire two nurses",
        "build our own scheduler",
        "raise prices by 4%",
        "migrate to Kubernetes",
        "launch in May",
    ),
    "b": ("use an agency", "buy one from SAP", "raise prices by 9%", "stay on Heroku", "wait until autumn"),
    "c": (
        "do nothing",
        "ask the board",
        "rewrite the billing service",
        "open an office in Oslo",
        "cut the free plan",
    ),
    "fact": (
        "Budget is 40k EUR.",
        "It must be done by June.",
        "Churn is 4% a month.",
        "Nobody has time.",
        "🚀 12,5 %",
    ),
    "note": ("quick but 120k", "two months", "risky", "the cheapest one (30k)", "nobody likes it"),
    "crit": ("price", "ease of use", "latency", "team morale", "the view", "security"),
    "thing": ("our data platform", "a new CRM", "the leaking roof", "technical debt", "the sales team"),
    "name": ("AWS", "HubSpot", "Acme & Co", "Rust", "Lake Garda", "Zoho One"),
}
_ROWS = (
    ("option, cost, weeks", "two nurses, 90000, 12", "agency, 120000, 2", "SAP, 70.000, 4", "Heroku, $8k, 0"),
    ("item, value", "AWS, high", "HubSpot, low", "Rust, medium", "Zoho One, n/a"),
    ("criterion, AWS, HubSpot, Rust", "Price, 10, 20, 30", "Ease of use, low, high, medium"),
)
_LINES = (
    "An agency is faster than hiring, but it costs 40 % more.",
    "Kubernetes",
    "Would reduce downtime, according to the platform team.",
    "Nobody minded the 4% increase; at 9% two customers would leave.",
    "Rewriting the billing service would take 6 months and delay everything else.",
    "| option | price |",
    "| AWS | 12,000 |",
    "Unrelated: the canteen is closed on Friday.",
)


def _brief(rng: Random) -> str:
    if rng.random() < 0.25:
        return rng.choice(ALL_BRIEFS).brief
    text = rng.choice(_TEMPLATES)
    for field, fillers in _FILLERS.items():
        while f"{{{field}}}" in text:
            text = text.replace(f"{{{field}}}", rng.choice(fillers), 1)
    return text


def _files(rng: Random) -> tuple[Document, ...]:
    files = [
        document("D1", "table.csv", *rng.choice(_ROWS)),
        document("D2", "notes.md", *rng.sample(_LINES, 5)),
    ]
    return tuple(files[: rng.randrange(3)])


def _drafts(seed: int) -> list[Graph]:
    rng = Random(seed)
    drafts = []
    for call in islice((asked(_brief(rng), *_files(rng)) for _ in iter(int, 1)), 250):
        graph = graph_of(call)
        assert list(faults(graph, call)) == [], call.brief.passages
        assert [found for found in validate(graph) if found.severity == "error"] == []
        drafts.append(graph)
    return drafts


def _check(drafts: list[Graph]) -> None:
    assert any(not e.provenance.is_hypothesis for graph in drafts for e in graph.edges if e.provenance)
    assert len({graph.title for graph in drafts}) > 100


def test_hundreds_of_briefs_with_and_without_files_give_valid_graphs() -> None:
    _check(_drafts(0))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 5))
def test_a_thousand_more_give_valid_graphs(seed: int) -> None:
    _check(_drafts(seed))
