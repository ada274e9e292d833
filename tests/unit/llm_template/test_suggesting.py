"""Options, and questions about a brief, by rules alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from core.documents.brief import brief_document
from core.graph.editing import edited
from core.graph.labels import likeness
from core.graph.model import Graph
from core.graph.suggestions import FEWEST, MOST, Suggestion
from core.llm.provider import ModelCall, Reply, Task
from core.llm.replies import parse
from core.llm.tasks import clarify, options
from core.llm.template import TemplateProvider, asking
from core.llm.template.priors import OUTCOMES_OF
from core.llm.template.suggesting import suggest
from core.llm.template.words import CODES, language
from tests.unit.graph.samples import link, node, staffing, with_nodes
from tests.unit.llm.asking import CALL


async def answer(call: ModelCall) -> str:
    *_, reply = [step async for step in TemplateProvider().complete(call)]
    assert isinstance(reply, Reply)
    return reply.text


async def drafted(brief: str) -> ModelCall:
    """A call for options about the graph that rules draft from a brief."""
    call = ModelCall(task=Task.DRAFT, brief=brief_document(brief))
    graph = parse(await answer(call), call, source="template", model="", prompt_version="").graph
    return replace(call, task=Task.OPTIONS, graph=graph)


def read(call: ModelCall) -> tuple[Suggestion, ...]:
    return options.parse(suggest(call).model_dump_json(), call, source="template")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("archetype", OUTCOMES_OF)
async def test_every_kind_of_decision_gets_three_options_in_its_language(archetype: str, code: str) -> None:
    kind = language(code).archetypes[archetype]
    call = await drafted(f"{kind.about.format(topic=kind.title)} {kind.goal}. {kind.question}")
    assert isinstance(call.graph, Graph)
    found = read(call)
    assert FEWEST <= len(found) <= MOST
    held = {likeness(option.label) for option in call.graph.options}
    names = {likeness(each.title) for each in found}
    assert len(names) == len(found)
    assert not names & held
    for each in found:
        assert len(edited(call.graph, each.edits).options) == len(call.graph.options) + 1


async def test_a_kind_of_option_that_is_there_is_not_suggested_again() -> None:
    call = await drafted("Should we hire three engineers, run a pilot first, or keep the team as it is?")
    titles = [each.title for each in read(call)]
    assert "Try it on a small scale first" not in titles
    assert "Keep the team as it is" not in titles
    assert "Wait until more is known" in titles


async def test_what_the_graph_only_assumes_is_to_be_found_out() -> None:
    graph = staffing()
    assumed = {
        edge.provenance.quote for edge in graph.edges if edge.provenance and edge.provenance.is_hypothesis
    }
    found = read(replace(CALL, task=Task.OPTIONS, graph=graph))
    assert all(len(each.evidence) == 3 for each in found)
    assert any(quote in point for each in found for point in each.evidence for quote in assumed)


def test_an_outcome_that_no_pattern_knows_gets_a_link_that_asks() -> None:
    outcomes = [node(id_, "outcome", label) for id_, label in (("cost", "Zib"), ("speed", "Zab"))]
    graph = with_nodes(staffing(), *outcomes)
    for each in suggest(replace(CALL, graph=graph)).options:
        assert [(effect.outcome, effect.weight) for effect in each.effects] == [("cost", 0.1)]


def test_a_graph_with_all_that_is_usual_gets_other_names_for_it() -> None:
    labels = ("Run a pilot", "Wait until June", "Partner with a firm", "Hire staff")
    extra = [node(f"more_{i}", "option", label) for i, label in enumerate(labels)]
    graph = with_nodes(staffing(), *extra)
    graph = replace(graph, edges=(*graph.edges, *(link(each.id, "cost") for each in extra)))
    call = replace(CALL, graph=graph)
    found = read(call)
    assert len(found) >= FEWEST
    assert all(each.edits == () for each in found)  # six options are the most


def test_without_a_brief_the_labels_tell_the_language() -> None:
    german = with_nodes(
        staffing(),
        node("hire", "option", "Drei Leute für das Team einstellen"),
        node("agency", "option", "Die Arbeit an eine Agentur vergeben"),
        node("how", "decision", "Wie besetzen wir das Team für den Umbau?"),
    )
    bare = replace(CALL, brief=replace(CALL.brief, passages=()), graph=german)
    assert "Warten, bis mehr bekannt ist" in [each.title for each in read(bare)]


def test_without_a_graph_there_is_nothing_to_suggest() -> None:
    assert suggest(CALL).options == ()


async def test_a_critique_by_rules_adds_nothing_to_the_rules() -> None:
    call = replace(CALL, task=Task.CRITIQUE, graph=staffing())
    assert json.loads(await answer(call)) == {"findings": []}


async def test_the_questions_about_a_brief_are_those_of_the_rules() -> None:
    brief = brief_document("We are thinking about the office and about desks.")
    first = asking.clarify(brief)
    call = ModelCall(task=Task.CLARIFY, brief=brief, asked=(first.questions[0].text,))
    found = clarify.parse(await answer(call), call, source="template")
    assert found == asking.clarify(brief, asked=call.asked)
    assert first.questions[0] not in found.questions
