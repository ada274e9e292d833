"""Replies that follow the schema of their task badly, or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReplyUnusable
from core.graph.critique import MAX_FINDINGS, MAX_SAYS, MAX_TEXT, Severity
from core.graph.editing import edited
from core.graph.edits import AddLink, DropLink, DropNode, SetBetter, SetEvidence
from core.graph.model import MAX_LABEL, Better
from core.graph.suggestions import FEWEST_POINTS, MAX_POINT, MOST, MOST_POINTS
from core.llm.clarification import MAX_CHOICE, MAX_CHOICES, MAX_QUESTION, MAX_QUESTIONS, MAX_REASON
from core.llm.provider import ModelCall, Task
from core.llm.tasks import clarify, critique, options
from core.llm.tasks.checks import check
from tests.fakes.scripted import Scripted
from tests.unit.graph.samples import staffing
from tests.unit.llm.asking import CALL

ABOUT = replace(CALL, graph=staffing())
IDS = st.sampled_from(
    (
        "hire",
        "agency",
        "cost",
        "speed",
        "how",
        "launch",
        "hire::cost",
        "how->hire",
        "cost::speed",
        "no",
        "",
        "a b",
    )
)
TEXTS = st.text(max_size=12) | st.sampled_from(("x" * 400, "Hire more", "higher", "{answer}", "  ", "é" * 90))
NUMBERS = st.sampled_from((0, 1, -1, 0.5, -0.3, 7, 1e308, True, None, "0.4", float("nan"), float("inf")))
LISTS = st.lists(TEXTS, max_size=6)
EFFECT = st.fixed_dictionaries({"outcome": IDS, "belief": NUMBERS, "weight": NUMBERS, "note": TEXTS})
OPTION = st.fixed_dictionaries(
    {"title": TEXTS, "pros": LISTS, "cons": LISTS, "evidence": LISTS, "effects": st.lists(EFFECT, max_size=5)}
)
FIX = st.fixed_dictionaries(
    {
        "says": TEXTS,
        "op": st.sampled_from(
            (
                *("retitle", "relabel", "describe", "set_better", "set_belief", "SET_WEIGHT"),
                *("hypothesis", "drop", "add_link", "explode"),
            )
        ),
        "target": IDS,
        "value": NUMBERS,
        "text": TEXTS,
    }
)
FINDING = st.fixed_dictionaries(
    {
        "severity": st.sampled_from((*Severity, "Blocker", "x")),
        "at": IDS,
        "text": TEXTS,
        "fix": FIX | st.none(),
    }
)
QUESTION = st.fixed_dictionaries(
    {
        "text": TEXTS,
        "why": TEXTS,
        "changes": TEXTS,
        "choices": LISTS,
        "several": st.booleans(),
        "statement": TEXTS,
    }
)
JUNK = st.recursive(
    st.none() | st.booleans() | st.floats() | TEXTS, lambda inner: st.lists(inner, max_size=3), max_leaves=5
)


def call(task: Task) -> ModelCall:
    return replace(ABOUT, task=task)


def listed(name: str, item: st.SearchStrategy[Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[str]:
    items = st.lists(item | JUNK, max_size=8) | JUNK
    return st.fixed_dictionaries({name: items, **more}).map(json.dumps) | TEXTS


@given(listed("options", OPTION))
def test_whatever_options_come_those_that_are_left_keep_every_bound(text: str) -> None:
    try:
        found = options.parse(text, call(Task.OPTIONS), source="x")
    except ReplyUnusable:
        return
    assert len(found) <= MOST
    for each in found:
        assert 0 < len(each.title) <= MAX_LABEL
        for points in (each.pros, each.cons, each.evidence):
            assert FEWEST_POINTS <= len(points) <= MOST_POINTS
            assert all(0 < len(point) <= MAX_POINT for point in points)
        assert len(edited(staffing(), each.edits).options) == 3


@given(listed("findings", FINDING))
def test_whatever_findings_come_those_that_are_left_point_somewhere_and_mend(text: str) -> None:
    graph = staffing()
    places = {node.id for node in graph.nodes} | {"::".join(edge.key) for edge in graph.edges}
    try:
        found = critique.parse(text, call(Task.CRITIQUE), source="x")
    except ReplyUnusable:
        return
    assert len(found) <= MAX_FINDINGS
    for each in found:
        assert 0 < len(each.text) <= MAX_TEXT
        assert places.issuperset(each.at)
        if each.fix:
            assert 0 < len(each.fix.says) <= MAX_SAYS
            assert edited(graph, each.fix.edits) != graph


@given(listed("questions", QUESTION, confidence=NUMBERS))
def test_whatever_questions_come_those_that_are_left_keep_every_bound(text: str) -> None:
    asked = replace(call(Task.CLARIFY), asked=("Hire more",))
    try:
        found = clarify.parse(text, asked, source="x")
    except ReplyUnusable:
        return
    assert 0 <= found.confidence <= 1
    assert len(found.questions) <= MAX_QUESTIONS
    for each in found.questions:
        assert each.text != "Hire more"
        assert 0 < len(each.text) <= MAX_QUESTION
        assert all(0 < len(reason) <= MAX_REASON for reason in (each.why, each.changes))
        assert len(each.choices) in range(2, MAX_CHOICES + 1) or not each.choices
        assert all(len(choice) <= MAX_CHOICE for choice in each.choices)
        assert each.statement.count("{answer}") == 1 or not each.statement


@pytest.mark.parametrize("task", [Task.OPTIONS, Task.CRITIQUE, Task.CLARIFY])
@pytest.mark.parametrize(
    "text", ["", "no", "[1]", "{", '{"confidence": 0.5}', "x" * 100_001, '{"confidence": 2, "questions": []}']
)
def test_a_reply_that_is_nothing_of_the_kind_is_refused_without_a_word_of_it(task: Task, text: str) -> None:
    with pytest.raises(ReplyUnusable) as caught:
        check(Scripted([]).reply(text, call(task)), call(task))
    assert "x" * 20 not in caught.value.cause


@pytest.mark.parametrize(
    ("task", "name"), [(Task.OPTIONS, "options"), (Task.CRITIQUE, "findings"), (Task.CLARIFY, "questions")]
)
def test_a_list_of_which_no_item_follows_the_schema_is_refused(task: Task, name: str) -> None:
    text = json.dumps({"confidence": 0.5, name: [{"title": "x"}, 3]})
    with pytest.raises(ReplyUnusable, match=f"none of the {name}"):
        check(Scripted([]).reply(text, call(task)), call(task))


def test_fewer_options_than_three_are_asked_for_again() -> None:
    effect = {"outcome": "cost", "belief": 0.5, "weight": 0.2, "note": "It costs"}
    points = {name: ["one", "two"] for name in ("pros", "cons", "evidence")}
    two = [{"title": title, **points, "effects": [effect]} for title in ("Wait", "Hire one", "Use an agency")]
    text = json.dumps({"options": two})
    assert len(options.parse(text, call(Task.OPTIONS), source="x")) == 2
    with pytest.raises(ReplyUnusable, match="2 of the options can be used, 3 are needed"):
        check(Scripted([]).reply(text, call(Task.OPTIONS)), call(Task.OPTIONS))


def test_two_suggestions_can_both_be_added_whatever_their_titles() -> None:
    effect = {"outcome": "cost", "belief": 0.5, "weight": 0.2, "note": "It costs"}
    points = {name: ["one", "two"] for name in ("pros", "cons", "evidence")}
    text = json.dumps({"options": [{"title": t, **points, "effects": [effect]} for t in ("待つ", "試す")]})
    graph = staffing()
    for each in options.parse(text, call(Task.OPTIONS), source="x"):
        graph = edited(graph, each.edits)
    assert [node.label for node in graph.options][2:] == ["待つ", "試す"]


def test_without_a_graph_there_is_nothing_to_suggest_or_to_criticise() -> None:
    bare = replace(ABOUT, graph=None)
    assert options.parse('{"options": []}', bare, source="x") == ()
    assert critique.parse('{"findings": []}', bare, source="x") == ()


def fixed(op: str, target: str, *, value: float | None = None, text: str = "", at: str = "cost") -> Any:  # noqa: ANN401  an edit of any kind
    fix = {"says": "Do it", "op": op, "target": target, "value": value, "text": text}
    finding = {"severity": "blocker", "at": at, "text": "It is so.", "fix": fix}
    (found,) = critique.parse(json.dumps({"findings": [finding]}), call(Task.CRITIQUE), source="x")
    return found.fix and found.fix.edits[0]


def test_each_operation_becomes_its_edit() -> None:
    assert fixed("retitle", "", text="New").title == "New"
    assert fixed("relabel", "hire", text="Hire four").label == "Hire four"
    assert fixed("describe", "hire", text="By June").body == "By June"
    expected = SetBetter(node="cost", better=Better.HIGHER, why="It is so.")
    assert fixed("set_better", "cost", text="Higher") == expected
    assert fixed("set_belief", "hire->cost", value=0.4).belief == 0.4
    assert fixed("set_weight", "hire::cost", value=-0.4).weight == -0.4
    assert isinstance(fixed("hypothesis", "agency::cost", text="Rates stay"), SetEvidence)
    assert isinstance(fixed("add_link", "cost::speed", value=0.2, text="Money helps"), AddLink)


def test_what_is_dropped_may_be_a_node_or_a_link_as_long_as_the_graph_holds() -> None:
    assert isinstance(fixed("drop", "cost"), DropNode)
    assert isinstance(fixed("drop", "hire::cost"), DropLink)
    assert fixed("drop", "hire") is None  # two options are the least


@pytest.mark.parametrize(
    ("op", "target"),
    [
        ("set_better", "cost"),
        ("set_belief", "hire::cost"),
        ("set_weight", "hire::cost"),
        ("hypothesis", "hire::cost"),
        ("add_link", "cost::speed"),
        ("add_link", "hire::cost"),
        ("add_link", "hire"),
        ("set_belief", "cost::speed"),
        ("relabel", "nobody"),
        ("relabel", "hire"),
    ],
)
def test_a_fix_that_lacks_what_it_needs_is_left_out(op: str, target: str) -> None:
    assert fixed(op, target) is None


def test_a_finding_about_a_link_that_is_missing_points_at_its_ends() -> None:
    finding = {"severity": "improvement", "at": "cost::speed", "text": "Missing.", "fix": None}
    (found,) = critique.parse(json.dumps({"findings": [finding]}), call(Task.CRITIQUE), source="x")
    assert found.at == ("cost", "speed")
