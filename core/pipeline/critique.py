"""The way of a critique: rules and quality questions first, then a model, merged into one."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from core.graph.critique import merged
from core.graph.critique_rules import from_questions, from_rules
from core.graph.order import in_order
from core.graph.rules import validate
from core.llm.provider import ModelCall, Task
from core.llm.tasks.critique import parse
from core.pipeline.amend import reassessed
from core.pipeline.consult import Consulted, consult
from core.pipeline.events import Critiqued, Drafting, Queued
from core.pipeline.revise import Basis
from core.pipeline.work import Tools


async def critique(*, basis: Basis, tools: Tools) -> AsyncGenerator[Queued | Drafting | Critiqued]:
    """Say what to look at in a graph; the last event is Critiqued.

    At most twelve findings, at most five of them with a fix, whose edits are for the graph of the basis. The
    model is told what the rules ask by themselves. Raises a ModelError when no provider answered.
    """
    started = tools.clock.monotonic()
    yield Queued()
    graph = in_order(basis.graph)
    found = await reassessed(graph, basis=basis, tools=tools)
    issues, questions = tuple(from_rules(validate(graph))), tuple(from_questions(graph, found.questions))
    call = ModelCall(
        task=Task.CRITIQUE,
        brief=basis.brief,
        documents=basis.documents,
        later=basis.later,
        graph=graph,
        risks=tools.risks or graph.has_risks,
        asked=tuple(dict.fromkeys(each.text for each in (*issues, *questions))),
    )
    asking = consult(call, read=parse, tools=tools, elapsed=lambda: tools.clock.monotonic() - started)
    async with aclosing(asking) as steps:
        async for step in steps:
            if isinstance(step, Consulted):
                yield Critiqued(findings=merged(graph, issues, step.answer, questions), asked=step.asked)
            else:
                yield step
