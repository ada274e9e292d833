"""One model call that leaves the graph as it is: asked, followed, read."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from core.llm.provider import ModelCall, Progress
from core.llm.wrapping import opened
from core.pipeline.events import Consultation, Drafting
from core.pipeline.work import Tools

Answer = TypeVar("Answer")
Read_co = TypeVar("Read_co", covariant=True)


class Parser(Protocol[Read_co]):
    """Reads the text of a reply to a call. Raises ReplyUnusable."""

    def __call__(self, text: str, call: ModelCall, *, source: str) -> Read_co:
        """What the reply says; `source` is the provider that wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulted(Generic[Answer]):
    """What came of it."""

    answer: Answer
    asked: Consultation


async def consult(
    call: ModelCall, *, read: Parser[Answer], tools: Tools, elapsed: Callable[[], float]
) -> AsyncGenerator[Drafting | Consulted[Answer]]:
    """Yield progress, then the answer. `elapsed` tells the seconds so far. Raises a ModelError."""
    async with opened(tools.provider, call) as steps:
        async for step in steps:
            if isinstance(step, Progress):
                yield Drafting(provider=step.provider, model=step.model, nodes=step.nodes)
                continue
            asked = Consultation(
                provider=step.provider,
                model=step.model,
                usage=step.billed,
                skipped=step.skipped,
                elapsed=elapsed(),
            )
            yield Consulted(answer=read(step.text, call, source=step.provider), asked=asked)
