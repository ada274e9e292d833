"""The way of a critique: rules and quality questions first, then a model, merged into one."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from core.graph.critique import merged
from core.graph.critique_rules import from_questions, from_rules
from core.graph.model import NodeKind
from core.graph.order import in_order
from core.graph.rules import validate
from core.llm.provider import ModelCall, Task
from core.llm.tasks.critique import parse
from core.llm.template.detection import detect
from core.pipeline.assess import assess
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
    risks = tools.risks or bool(graph.of_kind(NodeKind.RISK, NodeKind.FACTOR))
    found = await assess(graph, kept=tools.assessments, risks=risks, english=_is_english(basis))
    issues, questions = tuple(from_rules(validate(graph))), tuple(from_questions(graph, found.questions))
    call = ModelCall(
        task=Task.CRITIQUE,
        brief=basis.brief,
        documents=basis.documents,
        later=basis.later,
        graph=graph,
        risks=risks,
        asked=tuple(dict.fromkeys(each.text for each in (*issues, *questions))),
    )
    asking = consult(call, read=parse, tools=tools, elapsed=lambda: tools.clock.monotonic() - started)
    async with aclosing(asking) as steps:
        async for step in steps:
            if isinstance(step, Consulted):
                yield Critiqued(findings=merged(graph, issues, step.answer, questions), asked=step.asked)
            else:
                yield step


def _is_english(basis: Basis) -> bool:
    """Whether the questions that read labels may do so; without a brief, the labels themselves tell."""
    written = " ".join(passage.text for passage in basis.brief.passages)
    return detect(written or basis.labels, fallback="other") == "en"
