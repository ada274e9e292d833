"""The template provider: the port, answered by rules in milliseconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator

from core.graph.model import Graph
from core.graph.rules import validate
from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.template.detection import detect
from core.llm.template.drafting import draft
from core.llm.template.encoding import encode
from core.llm.template.mending import mend
from core.llm.template.refining import refine
from core.llm.template.words import language
from core.llm.usage import Usage
from core.llm.wire import WireGraph, WireRationale

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
    """A draft; for a repair the call's own graph made valid, as far as can be; for a refinement revised."""
    if call.task is Task.REFINE and call.graph is not None:
        yield from _refined(call, call.graph)
        return
    for step in draft(call):
        if isinstance(step, WireGraph) and call.task is Task.REPAIR and call.graph is not None:
            mended = mend(call.graph, step, risks=call.risks)
            wire = encode(mended, shown=call.shown, open_note=_open_note(call))
            yield wire if _is_valid(mended) else step
        else:
            yield step


def _refined(call: ModelCall, graph: Graph) -> Iterator[int | WireGraph]:
    """The call's graph revised; one that breaks rules is made valid first."""
    for step in draft(call):
        if isinstance(step, WireGraph):
            sound = graph if _is_valid(graph) else mend(graph, step, risks=call.risks)
            refined = refine(sound, call)
            wire = encode(refined.graph, shown=None, open_note="")
            undone = tuple(WireRationale(target=left.target, why=left.why) for left in refined.undone)
            yield wire.model_copy(update={"rationales": (*wire.rationales, *undone)})
        else:
            yield step


def _is_valid(graph: Graph) -> bool:
    return not any(found.severity == "error" for found in validate(graph))


def _open_note(call: ModelCall) -> str:
    """What an open link says, in the language of the brief."""
    text = " ".join(passage.text for passage in call.brief.passages[:20])
    return language(detect(text)).phrases.undecided
