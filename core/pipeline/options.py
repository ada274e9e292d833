"""The way of a wish for more options: ask, read, leave out what the graph has."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from core.graph.order import in_order
from core.llm.provider import ModelCall, Task
from core.llm.tasks.options import parse
from core.pipeline.consult import Consulted, consult
from core.pipeline.events import Drafting, Queued, Suggested
from core.pipeline.revise import Basis
from core.pipeline.work import Tools


async def suggest(*, basis: Basis, tools: Tools) -> AsyncGenerator[Queued | Drafting | Suggested]:
    """Suggest options that the graph does not have; the last event is Suggested.

    Each carries the edits that add it to the graph of the basis. Raises a ModelError when no provider
    answered.
    """
    started = tools.clock.monotonic()
    yield Queued()
    call = ModelCall(
        task=Task.OPTIONS,
        brief=basis.brief,
        documents=basis.documents,
        later=basis.later,
        graph=in_order(basis.graph),
        risks=tools.risks,
    )
    asking = consult(call, read=parse, tools=tools, elapsed=lambda: tools.clock.monotonic() - started)
    async with aclosing(asking) as steps:
        async for step in steps:
            if isinstance(step, Consulted):
                yield Suggested(suggestions=step.answer, asked=step.asked)
            else:
                yield step
