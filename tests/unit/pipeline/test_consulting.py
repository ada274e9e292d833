"""The ways of options, a critique and a clarification, with a scripted provider."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from core.errors import BriefTooShort, ModelDeclined
from core.graph.critique import MAX_FIXES, Severity
from core.graph.editing import edited
from core.llm.clarification import MAX_ROUNDS, Answer, BriefQuestion
from core.llm.provider import Task
from core.llm.template import TemplateProvider
from core.pipeline import events
from core.pipeline.clarify import clarify
from core.pipeline.critique import critique
from core.pipeline.options import suggest
from core.pipeline.revise import Basis
from core.pipeline.work import Tools
from tests.fakes.scripted import Play, Scripted
from tests.unit.graph.samples import staffing
from tests.unit.pipeline.test_draft import Shelf, Unkept, tools
from tests.unit.pipeline.test_revise import basis

THIN = "We are thinking about the office and about desks."
READY = (
    "Should we hire three engineers or use an agency for the rebuild? It must ship by March 2027 and may "
    "cost $300,000 at most. Our goal is to launch the new shop in time. We care about cost and speed. Last "
    "year an agency took 7 months for a similar warehouse, and hiring took 4 months for each of the 3 people."
)
MODEL = {
    "findings": [
        {
            "severity": "blocker",
            "at": "hire::cost",
            "text": "The passage does not say it.",
            "fix": {
                "says": "Less sure",
                "op": "set_belief",
                "target": "hire::cost",
                "value": 0.4,
                "text": "",
            },
        }
    ]
}


def rules() -> Tools:
    with_rules = tools(Scripted([]))
    return Tools(provider=TemplateProvider(), reader=Shelf(), assessments=Unkept(), clock=with_rules.clock)


def reply(**fields: object) -> Play:
    return Play(end=json.dumps(fields), progress=(0, 1))


async def seen(steps: AsyncGenerator[Any]) -> list[Any]:
    return [event async for event in steps]


def question(text: str) -> dict[str, Any]:
    said = {"text": text, "why": "Why.", "changes": "What.", "choices": ["a", "b"], "several": False}
    return {**said, "statement": "It is {answer}."}


async def test_options_come_with_edits_that_the_graph_takes() -> None:
    *_, last = await seen(suggest(basis=basis(), tools=rules()))
    assert isinstance(last, events.Suggested)
    assert 3 <= len(last.suggestions) <= 5
    for each in last.suggestions:
        assert len(edited(basis().graph, each.edits).options) == 3
    assert (last.asked.provider, [usage.task for usage in last.asked.usage]) == ("template", ["options"])


async def test_a_wish_for_options_goes_from_queued_to_suggested() -> None:
    provider = Scripted([reply(options=[])])
    told = await seen(suggest(basis=basis(), tools=tools(provider)))
    assert [type(event).__name__ for event in told] == ["Queued", "Drafting", "Drafting", "Suggested"]
    (call,) = provider.calls
    assert (call.task, call.brief, call.documents) == (Task.OPTIONS, basis().brief, basis().documents)
    assert told[-1].suggestions == ()


async def test_a_critique_has_the_model_the_rules_and_the_questions_the_gravest_first() -> None:
    provider = Scripted([Play(end=json.dumps(MODEL), progress=(0, 1))])
    told = await seen(critique(basis=basis(), tools=tools(provider)))
    assert [type(event).__name__ for event in told] == ["Queued", "Drafting", "Drafting", "Critiqued"]
    findings = told[-1].findings
    assert findings[0].text == "The passage does not say it."
    assert any("No option keeps things as they are" in found.text for found in findings)
    order = [list(Severity).index(found.severity) for found in findings]
    assert order == sorted(order)
    fixes = [found.fix for found in findings if found.fix]
    assert 0 < len(fixes) <= MAX_FIXES
    assert all(edited(basis().graph, fix.edits) != basis().graph for fix in fixes)


async def test_the_model_is_told_what_the_rules_ask_by_themselves() -> None:
    provider = Scripted([Play(end='{"findings": []}')])
    *_, last = await seen(critique(basis=basis(), tools=tools(provider)))
    assert len(provider.calls[0].asked) == len(last.findings) > 0
    assert set(provider.calls[0].asked) == {found.text for found in last.findings}


async def test_a_graph_without_its_brief_is_read_by_its_labels() -> None:
    *_, last = await seen(critique(basis=Basis(graph=staffing()), tools=rules()))
    assert any("keeps things as they are" in found.text for found in last.findings)


async def test_a_model_that_declines_is_not_gone_around() -> None:
    for way in (suggest, critique):
        with pytest.raises(ModelDeclined):
            await seen(way(basis=basis(), tools=tools(Scripted([ModelDeclined("scripted", "refusal")]))))


async def test_a_brief_that_is_ready_by_the_rules_is_sent_to_no_model() -> None:
    told = await seen(clarify(READY, tools=tools(Scripted([]))))
    assert [type(event).__name__ for event in told] == ["Queued", "Clarified"]
    assert told[-1].clarification.is_ready
    assert told[-1].clarification.confidence >= 0.8
    assert told[-1].asked.usage == ()


async def test_a_thin_brief_is_asked_about() -> None:
    provider = Scripted([reply(confidence=0.3, questions=[question("By when?"), question("How much?")])])
    told = await seen(clarify(THIN, asked=("how much",), tools=tools(provider)))
    assert [type(event).__name__ for event in told] == ["Queued", "Drafting", "Drafting", "Clarified"]
    assert [each.text for each in told[-1].clarification.questions] == ["By when?"]
    assert provider.calls[0].asked == ("how much",)
    assert provider.calls[0].graph is None


async def test_where_the_model_is_sure_nothing_is_asked() -> None:
    provider = Scripted([reply(confidence=0.8, questions=[question("By when?")])])
    *_, last = await seen(clarify(THIN, tools=tools(provider)))
    assert (last.clarification.confidence, last.clarification.questions) == (0.8, ())


async def test_answers_are_sentences_of_the_brief_that_is_asked_about_next() -> None:
    answer = Answer(
        question=BriefQuestion(text="By when?", why="", changes="", statement="It is due by {answer}."),
        words="June",
    )
    provider = Scripted([reply(confidence=0.9, questions=[])])
    await seen(clarify(THIN, answers=[answer], number=2, basis=basis(), tools=tools(provider)))
    (call,) = provider.calls
    assert call.brief.passages[-1].text == "It is due by June."
    assert (call.documents, call.graph is None) == (basis().documents, False)


async def test_after_the_third_round_nothing_is_asked() -> None:
    *_, last = await seen(clarify(THIN, number=MAX_ROUNDS + 1, tools=tools(Scripted([]))))
    assert last.clarification.questions == ()


async def test_three_rounds_of_rules_ask_at_most_nine_different_questions() -> None:
    asked: list[str] = []
    for number in range(1, MAX_ROUNDS + 2):
        *_, last = await seen(clarify(THIN, asked=asked, number=number, tools=rules()))
        assert len(last.clarification.questions) <= 3
        asked += [each.text for each in last.clarification.questions]
    assert 0 < len(asked) == len(set(asked)) <= 9
    assert last.clarification.questions == ()


async def test_a_brief_that_is_none_is_refused_before_anything_is_spent() -> None:
    with pytest.raises(BriefTooShort):
        await seen(clarify("Desks?", tools=tools(Scripted([]))))
