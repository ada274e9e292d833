"""One model call brought to an assessed graph: written, checked, repaired."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from core.clock import Clock
from core.errors import ModelError
from core.graph.model import Graph, Rationale
from core.graph.sources import Document
from core.llm.prompting import PROMPT_VERSION
from core.llm.provider import ModelCall, Progress, Provider, Reply, Task
from core.llm.replies import Drafted, parse
from core.llm.template.detection import detect
from core.llm.usage import Usage
from core.llm.wrapping import opened
from core.pipeline.assess import Assessments, assess
from core.pipeline.events import Assessment, Checking, Draft, Drafting, Event, FileNote, Repairing
from core.pipeline.gather import FileReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What a draft is made with. `risks` says whether risks and factors may be drawn."""

    provider: Provider
    reader: FileReader
    assessments: Assessments
    clock: Clock
    risks: bool = False


class Work:
    """One draft or revision under way: what the model wrote, what it cost, how good it is.

    `partings` say why parts of the call's graph are gone, `undone` what its replies ask for in vain.
    """

    def __init__(self, *, call: ModelCall, tools: Tools) -> None:
        self._call = call
        self._tools = tools
        self._english = is_english(call.brief, call.graph)
        self._usage: list[Usage] = []
        self._skipped: list[tuple[str, str]] = []
        self._drafted: Drafted
        self._assessment: Assessment
        self.partings: tuple[Rationale, ...] = ()
        self.undone: tuple[str, ...] = ()

    async def run(self) -> AsyncGenerator[Event]:
        """Yield the stages. Raises a ModelError when no provider could answer."""
        async with opened(self._tools.provider, self._call) as steps:
            async for step in steps:
                if isinstance(step, Progress):
                    yield Drafting(provider=step.provider, model=step.model, nodes=step.nodes)
                else:
                    self._drafted = self._take(step, self._call)
        yield Checking(nodes=len(self._drafted.graph.nodes), edges=len(self._drafted.graph.edges))
        self._assessment = await self._assess(self._drafted)
        if self._assessment.errors:
            async with aclosing(self._repair()) as repairing:
                async for event in repairing:
                    yield event

    async def _repair(self) -> AsyncGenerator[Event]:
        before = self._assessment
        call = replace(self._call, task=Task.REPAIR, graph=before.graph, violations=before.errors)
        yield Repairing(violations=before.errors)
        try:
            async with opened(self._tools.provider, call) as steps:
                async for step in steps:
                    if isinstance(step, Progress):
                        yield Repairing(violations=before.errors, nodes=step.nodes)
                        continue
                    mended = self._take(step, call)
                    graph = replace(mended.graph, meta=before.graph.meta)  # it names who drafted
                    after = await self._assess(replace(mended, graph=graph))
                    if len(after.errors) < len(before.errors):
                        self._drafted, self._assessment = mended, after
        except ModelError as error:  # the draft stands as it is; the fact was emitted where it arose
            self._usage.extend(error.billed)

    def _take(self, reply: Reply, call: ModelCall) -> Drafted:
        self._usage.extend(reply.billed)
        self._skipped.extend(skip for skip in reply.skipped if skip not in self._skipped)
        drafted = parse(
            reply.text, call, source=reply.provider, model=reply.model, prompt_version=PROMPT_VERSION
        )
        self.partings += drafted.partings
        self.undone = tuple(dict.fromkeys((*self.undone, *drafted.undone)))
        return drafted

    async def _assess(self, drafted: Drafted) -> Assessment:
        return await assess(
            drafted.graph,
            kept=self._tools.assessments,
            risks=self._tools.risks,
            english=self._english,
        )

    def result(self, notes: Sequence[FileNote], *, elapsed: float) -> Draft:
        """The finished draft; `elapsed` in seconds."""
        call = self._call
        return Draft(
            assessment=self._assessment,
            brief=call.brief,
            documents=call.documents,
            files=tuple(notes),
            usage=tuple(self._usage),
            skipped=tuple(self._skipped),
            dangling_citations=self._drafted.dangling_citations,
            elapsed=elapsed,
            later=(*call.later, *call.added, *call.instructions),
        )


def is_english(brief: Document, graph: Graph | None = None) -> bool:
    """Whether a brief is written in English; where there is none, the labels of its graph tell."""
    written = [passage.text for passage in brief.passages]
    text = " ".join(written or [node.label for node in graph.nodes] if graph else written)
    return detect(text, fallback="other") == "en"
