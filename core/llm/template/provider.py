"""The template provider: the port, answered by rules in milliseconds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from dataclasses import asdict

from core.graph.model import Graph
from core.graph.rules import validate
from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.tasks.clarify import WireClarification, WireQuestion
from core.llm.tasks.critique import WireCritique
from core.llm.template.asking import clarify
from core.llm.template.detection import detect
from core.llm.template.drafting import draft
from core.llm.template.encoding import encode
from core.llm.template.mending import mend
from core.llm.template.refining import refine
from core.llm.template.suggesting import suggest
from core.llm.template.words import language
from core.llm.usage import Usage
from core.llm.wire import Wire, WireGraph, WireRationale

NAME = "template"
MODEL = "template-1"


class TemplateProvider:
    """Answers every task with rules alone: deterministic, free, never failing."""

    @property
    def name(self) -> str:
        """Always "template"."""
        return NAME

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress as it goes, then the reply. Raises nothing."""
        for step in _steps(call):
            if isinstance(step, Wire):
                usage = Usage(provider=NAME, model=MODEL, task=call.task.value, cost=0.0)
                yield Reply(text=step.model_dump_json(), provider=NAME, model=MODEL, usage=usage)
            else:
                yield Progress(provider=NAME, model=MODEL, nodes=step)
                await asyncio.sleep(0)


def _steps(call: ModelCall) -> Iterator[int | Wire]:
    """What the task asks for, with the count of nodes, or of what else its reply lists, on the way."""
    match call.task:
        case Task.OPTIONS:
            options = suggest(call)
            yield from (len(options.options), options)
        case Task.CRITIQUE:
            yield WireCritique(findings=())  # what rules can tell stands in core.graph, beside any critique
        case Task.CLARIFY:
            questions = _asked(call)
            yield from (len(questions.questions), questions)
        case _:
            yield from _drafted(call)


def _asked(call: ModelCall) -> WireClarification:
    found = clarify(call.brief, documents=len(call.documents), asked=call.asked)
    return WireClarification(
        confidence=found.confidence,
        questions=tuple(WireQuestion(**asdict(question)) for question in found.questions),
    )


def _drafted(call: ModelCall) -> Iterator[int | WireGraph]:
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
