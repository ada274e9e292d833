"""The way of a brief: read, draft, check, repair, done."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from core.documents.brief import brief_document
from core.documents.model import File
from core.llm.provider import ModelCall, Task
from core.pipeline.brief import checked
from core.pipeline.events import Done, Event, Queued
from core.pipeline.gather import Gathered, gather
from core.pipeline.work import Tools, Work

__all__ = ["Tools", "draft"]


async def draft(brief: str, files: Sequence[File] = (), *, tools: Tools) -> AsyncGenerator[Event]:
    """Draft a decision graph; the last event is Done.

    A file that cannot be read is noted and the rest is used. Rules that the draft still breaks after the
    mechanical repair go back to the model once; what is wrong even then stays visible as issues.
    Raises BriefTooShort, BriefTooLong, TooManyFiles, and a ModelError when no provider could draft.
    """
    started = tools.clock.monotonic()
    text = checked(brief, files=len(files))
    yield Queued()
    gathered = Gathered(documents=(), notes=())
    async with aclosing(gather(text, files, tools.reader)) as reading:
        async for step in reading:
            if isinstance(step, Gathered):
                gathered = step
            else:
                yield step
    call = ModelCall(
        task=Task.DRAFT, brief=brief_document(text), documents=gathered.documents, risks=tools.risks
    )
    work = Work(call=call, tools=tools)
    async with aclosing(work.run()) as steps:
        async for event in steps:
            yield event
    yield Done(draft=work.result(gathered.notes, elapsed=tools.clock.monotonic() - started))
