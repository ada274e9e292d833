"""One call, and ways to make it."""

from __future__ import annotations

from contextlib import aclosing

from core.graph.sources import BRIEF_ID, Document, Location, Passage
from core.llm.provider import ModelCall, Progress, Provider, Reply, Task


def document(id_: str, *texts: str, name: str = "brief") -> Document:
    passages = tuple(
        Passage(number=n, text=text, location=Location(place="sentence", first=n, last=n))
        for n, text in enumerate(texts, start=1)
    )
    return Document(id=id_, name=name, kind="text", passages=passages)


CALL = ModelCall(task=Task.DRAFT, brief=document(BRIEF_ID, "Should we hire or use an agency?"))


async def ask(provider: Provider, call: ModelCall = CALL) -> Reply:
    """The reply, its stream read to the end."""
    steps = [step async for step in provider.complete(call)]
    assert all(isinstance(step, Progress) for step in steps[:-1])
    assert isinstance(steps[-1], Reply)
    return steps[-1]


async def progress(provider: Provider, call: ModelCall = CALL) -> list[tuple[str, int]]:
    """The progress of a call: provider and nodes."""
    steps = [step async for step in provider.complete(call)]
    return [(step.provider, step.nodes) for step in steps if isinstance(step, Progress)]


async def ask_and_leave(provider: Provider, call: ModelCall = CALL) -> Progress | Reply:
    """Takes the first step of a stream, then closes it."""
    async with aclosing(provider.complete(call)) as steps:
        return await anext(steps)
