from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReplyUnusable
from core.graph.model import (
    MAX_BODY,
    MAX_LABEL,
    MAX_QUOTE,
    MAX_WHY,
    Better,
    Edge,
    Graph,
    Meta,
    Node,
    Provenance,
    Rationale,
)
from core.graph.sources import BRIEF_ID, Document, Location, Passage, stands
from core.llm.provider import ModelCall, Reply, Task
from core.llm.replies import MAX_REPLY, Drafted, check, parse
from tests.fakes.scripted import Scripted
from tests.unit.llm.asking import CALL, document

COSTS = document("D1", "agency, 180000", "hiring, 240000", name="costs.csv")
GROUNDED = replace(CALL, documents=(COSTS, document("D2", "They were late.", name="notes.md")))

JSON = Mapping[str, Any]


def node(id_: str, kind: str = "option", **fields: object) -> JSON:
    return {"id": id_, "kind": kind, "label": f"The {id_}", "body": "", "better": "unknown", **fields}


def evidence(kind: str, document: str = "", passage: int = 0, note: str = "") -> JSON:
    return {"kind": kind, "document": document, "passage": passage, "note": note}


def edge(src: str, dst: str, support: JSON | None = None, **fields: object) -> JSON:
    return {"from": src, "to": dst, "belief": 0.7, "weight": 0.4, "evidence": support, **fields}


def wire(
    nodes: Sequence[JSON] = (),
    edges: Sequence[JSON] = (),
    rationales: Sequence[JSON] = (),
    title: str = "Staffing",
) -> str:
    ends = [node("agency"), node("hiring"), node("cost", "outcome", better="lower")]
    return json.dumps(
        {
            "title": title,
            "nodes": list(nodes) or ends,
            "edges": list(edges),
            "rationales": list(rationales),
        }
    )


def read(text: str, call: ModelCall = GROUNDED) -> Drafted:
    return parse(text, call, source="anthropic", model="claude-sonnet-5-5", prompt_version="7")


def provenance(support: JSON | None) -> Provenance | None:
    return read(wire(edges=[edge("agency", "cost", support)])).graph.edges[0].provenance


def test_a_reply_becomes_a_graph() -> None:
    reply = wire(
        [
            node("goal", "goal"),
            node("team", "decision"),
            node("agency", body="Two people by May."),
            node("cost", "outcome", better="lower"),
        ],
        [
            edge("goal", "team", belief=None, weight=None),
            edge("agency", "cost", evidence("document", "D1", 1, "180000")),
        ],
        [{"target": "agency->cost", "why": "The offer is signed."}],
    )
    assert read(reply) == Drafted(
        graph=Graph(
            title="Staffing",
            nodes=(
                Node(id="goal", kind="goal", label="The goal"),
                Node(id="team", kind="decision", label="The team"),
                Node(id="agency", kind="option", label="The agency", body="Two people by May."),
                Node(id="cost", kind="outcome", label="The cost", better=Better.LOWER),
            ),
            edges=(
                Edge(src="goal", dst="team"),
                Edge(
                    src="agency",
                    dst="cost",
                    belief=0.7,
                    weight=0.4,
                    provenance=Provenance(
                        source="costs.csv",
                        quote="agency, 180000",
                        location="sentence 1",
                        document="D1",
                        passage=1,
                    ),
                ),
            ),
            rationales=(Rationale(target="agency::cost::0", why="The offer is signed."),),
            option_order=("agency",),
            meta=Meta(source="anthropic", model="claude-sonnet-5-5", prompt_version="7"),
        )
    )


# What a link rests on


def test_a_citation_of_the_brief_quotes_the_brief() -> None:
    for support in (evidence("brief", "", 1), evidence("brief", "D1", 1), evidence("document", "B", 1)):
        cited = provenance(support)
        assert cited is not None
        assert (cited.source, cited.document) == ("brief", "B")
        assert cited.quote == "Should we hire or use an agency?"


@pytest.mark.parametrize("id_", ["D1", "d1", " [D1] "])
def test_a_document_is_found_by_its_id_however_it_is_written(id_: str) -> None:
    cited = provenance(evidence("document", id_, 2))
    assert cited is not None
    assert (cited.quote, cited.document) == ("hiring, 240000", "D1")


@pytest.mark.parametrize(("id_", "passage"), [("D1", 3), ("D1", 0), ("D1", -1), ("D9", 1), ("", 1)])
def test_a_citation_that_points_nowhere_becomes_a_hypothesis_and_is_counted(id_: str, passage: int) -> None:
    drafted = read(wire(edges=[edge("agency", "cost", evidence("document", id_, passage, "It is cheap"))]))
    assert drafted.graph.edges[0].provenance == Provenance(source="hypothesis", quote="It is cheap")
    assert drafted.dangling_citations == 1


def test_a_blank_passage_cannot_be_cited() -> None:
    call = replace(CALL, documents=(document("D1", "  ", name="empty.txt"),))
    drafted = read(wire(edges=[edge("agency", "cost", evidence("document", "D1", 1, "It is"))]), call)
    assert drafted.dangling_citations == 1


def test_a_hypothesis_is_its_note_within_the_length_of_a_quote() -> None:
    note = "An agency is faster " * 10
    drafted = read(wire(edges=[edge("agency", "cost", evidence("hypothesis", note=note))]))
    support = drafted.graph.edges[0].provenance
    assert support is not None
    assert support.is_hypothesis
    assert support.quote.startswith("An agency is faster")
    assert len(support.quote) <= MAX_QUOTE
    assert drafted.dangling_citations == 0


def test_a_long_passage_is_quoted_around_the_words_of_the_note() -> None:
    long = "Nothing of note happened. " * 20 + "The agency rebuilt a warehouse in seven months."
    call = replace(CALL, documents=(document("D1", long, name="notes.md"),))
    support = evidence("document", "D1", 1, "rebuilt a warehouse in seven months")
    cited = read(wire(edges=[edge("agency", "cost", support)]), call).graph.edges[0].provenance
    assert cited is not None
    assert "rebuilt a warehouse in seven months" in cited.quote
    assert len(cited.quote) <= MAX_QUOTE


def test_missing_evidence_stays_missing() -> None:
    assert provenance(None) is None


@pytest.mark.parametrize("kind", ["goal", "decision"])
def test_structural_links_carry_nothing(kind: str) -> None:
    nodes = [node("top", kind), node("agency")]
    drafted = read(wire(nodes, [edge("top", "agency", evidence("document", "D9", 9))]))
    assert drafted.graph.edges == (Edge(src="top", dst="agency"),)
    assert drafted.dangling_citations == 0


# Numbers, directions, kinds


def test_numbers_out_of_range_stay_for_the_rules() -> None:
    (link,) = read(wire(edges=[edge("agency", "cost", belief=70, weight=-3)])).graph.edges
    assert (link.belief, link.weight) == (70, -3)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400, '"high"'])
def test_what_is_no_finite_number_is_unusable(number: str) -> None:
    text = wire(edges=[edge("agency", "cost", belief=0.123)]).replace("0.123", number)
    with pytest.raises(ReplyUnusable, match="schema"):
        read(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Higher", Better.HIGHER),
        (" LOWER ", Better.LOWER),
        ("unknown", Better.UNKNOWN),
        ("more", Better.UNKNOWN),
        ("", Better.UNKNOWN),
        (None, Better.UNKNOWN),
        (3, Better.UNKNOWN),
    ],
)
def test_a_direction_that_is_none_is_unknown(written: object, meant: Better) -> None:
    (outcome,) = read(wire([node("cost", "Outcome", better=written)])).graph.nodes
    assert (outcome.kind, outcome.better) == ("outcome", meant)


def test_only_outcomes_have_a_direction() -> None:
    assert read(wire([node("agency", better="higher")])).graph.nodes[0].better is None


# Words


def test_words_are_made_visible_and_cut_to_their_lengths() -> None:
    hostile = "\u202eHire\u200b a\nteam\x00 " + "and more " * 60
    reply = wire(
        [node("agency", label=hostile, body=hostile)],
        rationales=[{"target": "agency", "why": hostile}],
        title=hostile,
    )
    graph = read(reply).graph
    for text, limit in (
        (graph.title, MAX_LABEL),
        (graph.nodes[0].label, MAX_LABEL),
        (graph.nodes[0].body, MAX_BODY),
        (graph.rationales[0].why, MAX_WHY),
    ):
        assert text.startswith("Hire a team and more")
        assert text.endswith(("and…", "more…"))
        assert limit - 10 <= len(text) <= limit


def test_a_graph_without_a_title_is_called_after_its_decision_or_its_goal() -> None:
    goal, team = node("goal", "goal"), node("team", "decision")
    assert read(wire([goal, team], title=" \u200b")).graph.title == "The team"
    assert read(wire([goal], title="")).graph.title == "The goal"
    assert read(wire(title="")).graph.title == ""


# Ids


def test_ids_are_the_same_in_nodes_links_and_rationales() -> None:
    reply = wire(
        [node("Use Agency!"), node("Total Cost", "outcome")],
        [edge("Use Agency!", "Total Cost")],
        [{"target": "Use Agency! -> Total Cost", "why": "So."}, {"target": "Total Cost", "why": "So."}],
    )
    graph = read(reply).graph
    assert [n.id for n in graph.nodes] == ["use_agency", "total_cost"]
    assert graph.edges[0].key == ("use_agency", "total_cost")
    assert [r.target for r in graph.rationales] == ["use_agency::total_cost::0", "total_cost"]
    assert graph.option_order == ("use_agency",)


def test_a_node_given_twice_stays_twice_for_the_repair() -> None:
    assert [n.id for n in read(wire([node("agency"), node("agency")])).graph.nodes] == ["agency"] * 2


def test_a_link_to_no_node_stays_for_the_repair() -> None:
    assert read(wire(edges=[edge("agency", "Nowhere")])).graph.edges[0].key == ("agency", "nowhere")


@pytest.mark.parametrize(
    "target", ["agency->cost", "agency -> cost", "agency::cost", "agency::cost::0", " agency → cost "]
)
def test_a_rationale_finds_its_link(target: str) -> None:
    reply = wire(edges=[edge("agency", "cost")], rationales=[{"target": target, "why": "So."}])
    assert read(reply).graph.rationales == (Rationale(target="agency::cost::0", why="So."),)


def test_a_node_whose_id_looks_like_a_link_is_found_first() -> None:
    reply = wire([node("a::b")], rationales=[{"target": "a::b", "why": "So."}])
    assert read(reply).graph.rationales == (Rationale(target="a_b", why="So."),)


@pytest.mark.parametrize("target", ["cost::agency", "agency::nowhere", "nowhere", "", "->", "::"])
def test_a_rationale_that_explains_nothing_is_dropped_and_counted(target: str) -> None:
    reply = wire(edges=[edge("agency", "cost")], rationales=[{"target": target, "why": "So."}])
    drafted = read(reply)
    assert (drafted.graph.rationales, drafted.dropped_rationales) == ((), 1)


def test_the_first_rationale_that_says_something_stands() -> None:
    reply = wire(rationales=[{"target": "agency", "why": why} for why in (" ", "First.", "Second.")])
    drafted = read(reply)
    assert drafted.graph.rationales == (Rationale(target="agency", why="First."),)
    assert drafted.dropped_rationales == 2


# Letters


def test_options_have_letters_in_the_order_of_the_reply() -> None:
    assert read(wire([node("b"), node("a"), node("cost", "outcome")])).graph.option_order == ("b", "a")


def test_a_repair_keeps_the_letters_of_the_graph_before() -> None:
    before = Graph(
        title="Staffing",
        nodes=tuple(Node(id=id_, kind="option", label=id_) for id_ in ("a", "b", "c")),
        edges=(),
        option_order=("c", "gone"),
    )
    call = replace(GROUNDED, task=Task.REPAIR, graph=before)
    reply = wire([node("new"), node("a"), node("b"), node("c")])
    assert read(reply, call).graph.option_order == ("c", "gone", "a", "b", "new")


# What is no draft


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("", "the reply is not JSON"),
        ("I cannot do that", "the reply is not JSON"),
        ('{"title": "Staffing", "nodes": [', "the reply is not JSON"),
        ("[]", "the reply is not JSON"),
        ("{" * 5_000 + "}" * 5_000, "the reply is not JSON"),
        ("\ud800", "the reply is not JSON"),
        ("{}", "the reply does not follow the schema (4 errors)"),
        ('{"nodes": {}}', "the reply does not follow the schema (4 errors)"),
        ('{"nodes": ["secret"]}', "the reply does not follow the schema (4 errors)"),
        (wire([node("secret", "thing")]), "the reply does not follow the schema (1 errors)"),
        (
            json.dumps({"title": "secret", "nodes": [], "edges": [], "rationales": []}),
            "the reply has no nodes",
        ),
        (wire([node(f"secret_{i}") for i in range(49)]), "the reply has 49 nodes and 0 links"),
        (wire(edges=[edge("agency", "cost")] * 97), "the reply has 3 nodes and 97 links"),
        ("secret" * MAX_REPLY, f"the reply has {6 * MAX_REPLY} characters, takes {MAX_REPLY}"),
    ],
)
def test_what_is_no_draft_is_unusable_and_its_words_are_not_told(text: str, cause: str) -> None:
    with pytest.raises(ReplyUnusable) as caught:
        read(text)
    assert caught.value.cause == cause
    assert caught.value.provider == "anthropic"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize("around", ["```json\n{}\n```", "Here it is: {} I hope it helps.", "\ufeff{}"])
def test_what_stands_around_the_object_is_passed_over(around: str) -> None:
    assert read(around.replace("{}", wire())).graph == read(wire()).graph


def test_the_check_raises_what_the_parser_raises() -> None:
    good: Reply = Scripted([]).reply(wire(), CALL)
    check(good, CALL)
    with pytest.raises(ReplyUnusable, match="scripted: the reply is not JSON"):
        check(replace(good, text="no"), CALL)


# Whatever comes

TEXT = st.text(max_size=120)
IDS = st.one_of(st.sampled_from(["a", "b", "A", "a!", "goal", "雇", ""]), TEXT)
NUMBERS = st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False), st.integers())
KINDS = st.sampled_from(["goal", "decision", "option", "outcome", "risk", "Factor"])
PASSAGES = st.integers(-2, 6)
DOCUMENT_IDS = st.sampled_from(["B", "D1", "D2", "d1", "D3", ""])


def exactly(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(fields)


EVIDENCE = exactly(
    kind=st.sampled_from(["document", "brief", "hypothesis", "Document"]),
    document=DOCUMENT_IDS,
    passage=PASSAGES,
    note=TEXT,
)
REPLIES = exactly(
    title=TEXT,
    nodes=st.lists(exactly(id=IDS, kind=KINDS, label=TEXT, body=TEXT, better=TEXT), max_size=6),
    edges=st.lists(
        st.fixed_dictionaries(
            {
                "from": IDS,
                "to": IDS,
                "belief": NUMBERS,
                "weight": NUMBERS,
                "evidence": st.one_of(st.none(), EVIDENCE),
            }
        ),
        max_size=6,
    ),
    rationales=st.lists(exactly(target=st.one_of(IDS, st.just("a->b"), TEXT), why=TEXT), max_size=3),
)
LOCATIONS = st.builds(
    Location,
    place=st.sampled_from(["page", "line", "row"]),
    first=st.integers(1, 9),
    last=st.integers(1, 9),
    sheet=st.one_of(st.none(), TEXT),
)


def documents(ids: st.SearchStrategy[str]) -> st.SearchStrategy[Document]:
    return st.builds(
        Document,
        id=ids,
        name=TEXT,
        kind=st.just("text"),
        passages=st.lists(
            st.builds(Passage, number=st.integers(1, 5), text=st.text(max_size=300), location=LOCATIONS),
            max_size=4,
        ).map(tuple),
    )


CALLS = st.builds(
    ModelCall,
    task=st.sampled_from(Task),
    brief=documents(st.just(BRIEF_ID)),
    documents=st.lists(documents(DOCUMENT_IDS.filter(lambda id_: id_ != BRIEF_ID)), max_size=3).map(tuple),
)
ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), NUMBERS, TEXT),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(st.sampled_from(["title", "nodes", "edges", "id"]), TEXT), inner, max_size=4
        ),
    ),
)


@given(REPLIES, CALLS)
def test_every_citation_stands_where_it_says(reply: dict[str, Any], call: ModelCall) -> None:
    try:
        drafted = read(json.dumps(reply), call)
    except ReplyUnusable:
        return
    for link in drafted.graph.edges:
        support = link.provenance
        if support is not None:
            assert len(support.quote) <= MAX_QUOTE
            assert support.is_hypothesis or stands(support, (call.brief, *call.documents))


@given(REPLIES, CALLS)
def test_every_draft_keeps_its_lengths_and_its_rationales_a_target(
    reply: dict[str, Any], call: ModelCall
) -> None:
    try:
        graph = read(json.dumps(reply), call).graph
    except ReplyUnusable:
        return
    assert len(graph.nodes) == len(reply["nodes"])
    assert len(graph.edges) == len(reply["edges"])
    assert len(graph.title) <= MAX_LABEL
    assert all(len(n.label) <= MAX_LABEL and len(n.body) <= MAX_BODY for n in graph.nodes)
    targets = {n.id for n in graph.nodes} | {f"{e.src}::{e.dst}::0" for e in graph.edges}
    assert all(r.target in targets and 0 < len(r.why) <= MAX_WHY for r in graph.rationales)
    assert set(graph.option_order) == {n.id for n in graph.nodes if n.kind == "option"}


@given(st.one_of(st.text(), st.text().map(lambda text: f"{{{text}}}"), ANY_JSON.map(json.dumps)))
def test_no_text_makes_the_parser_fail_otherwise(text: str) -> None:
    try:
        read(text)
    except ReplyUnusable as error:
        assert error.cause.startswith("the reply ")  # noqa: PT017  most texts are unusable, not all
