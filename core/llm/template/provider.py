"""The template provider: the port, answered by rules in milliseconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator

from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.template.drafting import draft
from core.llm.usage import Usage
from core.llm.wire import WireGraph

NAME = "template"
MODEL = "template-1"


class TemplateProvider:
    """Drafts a graph from a brief and documents with rules alone: deterministic, free, never failing."""

    @property
    def name(self) -> str:
        """Always "template"."""
        return NAME

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress as nodes are made, then the reply. Raises nothing."""
        for step in _steps(call):
            if isinstance(step, WireGraph):
                usage = Usage(provider=NAME, model=MODEL, task=call.task.value, cost=0.0)
                yield Reply(text=step.model_dump_json(), provider=NAME, model=MODEL, usage=usage)
            else:
                yield Progress(provider=NAME, model=MODEL, nodes=step)
                await asyncio.sleep(0)


def _steps(call: ModelCall) -> Iterator[int | WireGraph]:
    return draft(call)
