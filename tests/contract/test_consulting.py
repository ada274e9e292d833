"""Options, critiques and clarifications, over the wire from each adapter to its fake."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.graph.editing import edited
from core.graph.model import Graph
from core.graph.suggestions import FEWEST, MOST
from core.llm.clarification import MAX_QUESTIONS
from core.llm.prompting import SYSTEM, render
from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.replies import parse
from core.llm.tasks import clarify, critique, options
from core.llm.tasks.checks import check
from core.llm.tasks.shapes import shape_of
from core.llm.template import TemplateProvider
from core.llm.wire import schema_bytes
from tests.contract.providers import CACHING, PAIRS, Adapter, ask, call, refinement, risen
from tests.fakes.llm.caching import tokens
from tests.fakes.llm.serving import WireServer

CONSULTING = (Task.OPTIONS, Task.CRITIQUE, Task.CLARIFY)
only_caching = pytest.mark.parametrize("pair", [PAIRS[name] for name in CACHING], ids=CACHING)
each_task = pytest.mark.parametrize("task", CONSULTING)


async def about(provider: Adapter | TemplateProvider, task: Task, *, files: int = 1) -> ModelCall:
    """A call about what this provider drafted."""
    drafting = call(files=files)
    *_, reply = [step async for step in provider.complete(drafting)]
    assert isinstance(reply, Reply)
    graph = parse(reply.text, drafting, source=reply.provider, model=reply.model, prompt_version="").graph
    return replace(drafting, task=task, graph=graph)


def stable(asked: ModelCall) -> int:
    return tokens(sum(map(len, (SYSTEM, *render(asked).documents))))


def keeps_bounds(reply: Reply, asked: ModelCall) -> None:
    """The reply passes the check of its task, and what is read of it can be used."""
    assert isinstance(asked.graph, Graph)
    check(reply, asked)
    if asked.task is Task.OPTIONS:
        found = options.parse(reply.text, asked, source=reply.provider)
        assert FEWEST <= len(found) <= MOST
        for suggestion in found:
            wider = edited(asked.graph, suggestion.edits)
            assert len(wider.options) == len(asked.graph.options) + 1
    elif asked.task is Task.CRITIQUE:
        for finding in critique.parse(reply.text, asked, source=reply.provider):
            assert finding.fix is None or edited(asked.graph, finding.fix.edits) != asked.graph
    else:
        questions = clarify.parse(reply.text, asked, source=reply.provider).questions
        assert 0 < len(questions) <= MAX_QUESTIONS
        assert all(question.why and question.changes for question in questions)


@each_task
async def test_every_provider_answers_the_task(provider: Adapter, task: Task) -> None:
    asked = await about(provider, task)
    _, reply = await ask(provider, asked)
    assert reply.usage.task == task
    keeps_bounds(reply, asked)


@each_task
async def test_rules_answer_the_task_without_a_model(task: Task) -> None:
    rules = TemplateProvider()
    asked = await about(rules, task)
    *steps, reply = [step async for step in rules.complete(asked)]
    assert all(isinstance(step, Progress) for step in steps)
    assert isinstance(reply, Reply)
    assert (reply.usage.task, reply.usage.cost) == (task, 0.0)
    keeps_bounds(reply, asked)


@each_task
async def test_progress_counts_what_the_reply_lists(provider: Adapter, task: Task) -> None:
    asked = await about(provider, task)
    progress, reply = await ask(provider, asked)
    counts = risen(progress)
    assert counts[0] == 0
    assert counts == sorted(set(counts))
    listed = {Task.OPTIONS: '"title"', Task.CRITIQUE: '"severity"', Task.CLARIFY: '"why"'}[task]
    assert counts[-1] == reply.text.count(listed)


@each_task
async def test_the_task_asks_for_its_own_schema(server: WireServer, provider: Adapter, task: Task) -> None:
    await ask(provider, await about(provider, task))
    sent = schema_bytes(server.requests[-1].body)
    assert schema_bytes(shape_of(task).schema) in sent
    assert b'"edges":{"type"' not in sent


@only_caching
@each_task
async def test_another_schema_reads_nothing_of_the_draft_but_all_of_its_own_kind(
    provider: Adapter, task: Task
) -> None:
    asked = await about(provider, task, files=3)
    _, first = await ask(provider, asked)
    _, again = await ask(provider, replace(asked, asked=("What else?",), risks=True))
    assert first.usage.cache_read == 0
    assert again.usage.cache_read == stable(asked)
    assert again.usage.cache_write_5m == again.usage.cache_write_1h == 0


@only_caching
async def test_a_critique_in_between_costs_a_refinement_nothing_of_its_cache(provider: Adapter) -> None:
    asked = await about(provider, Task.CRITIQUE, files=3)
    assert asked.graph is not None
    await ask(provider, asked)
    _, reply = await ask(provider, refinement(call(files=3), asked.graph, "Drop option B."))
    assert reply.usage.cache_read == stable(asked)
