"""The way of a brief, with a scripted provider and a reader that has the files at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from core.cache import Cache
from core.documents.model import File, Reading
from core.errors import (
    BriefTooLong,
    BriefTooShort,
    FileRefused,
    ModelDeclined,
    ModelUnavailable,
    ReplyUnusable,
    TooManyFiles,
)
from core.graph.sources import Document, Location, Passage, stands
from core.llm.provider import ModelCall, Task
from core.llm.usage import Usage
from core.pipeline import events
from core.pipeline.draft import Tools, draft
from tests.fakes import drafts
from tests.fakes.clock import JumpingClock
from tests.fakes.scripted import Play, Scripted

NOTHING = Document(id="B", name="brief", kind="brief", passages=())
BRIEF = "Should we hire three engineers or use an agency for the rebuild? It must ship by March."


class Shelf:
    """A reader that has the files at hand; a file it does not know is refused."""

    def __init__(self, **passages: Sequence[str]) -> None:
        self.passages = passages
        self.gate: asyncio.Event | None = None
        self.cancelled = 0

    async def read(self, file: File) -> Reading:
        try:
            if self.gate is not None:
                await self.gate.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if file.name not in self.passages:
            raise FileRefused(file.name, code="scan", reason="the PDF has no text layer (a scan?)")
        texts = self.passages[file.name]
        return Reading(
            kind="txt",
            passages=tuple(
                Passage(number=i, text=text, location=Location(place="line", first=i, last=i))
                for i, text in enumerate(texts, start=1)
            ),
            summary="",
            warnings=("only the first part was read",) if file.name == "long" else (),
            characters=sum(map(len, texts)),
        )


class Unkept:
    """A store of assessments that keeps nothing."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        del key
        return await make()


def files(*names: str) -> list[File]:
    return [File(name=name, path=Path(name)) for name in names]


def tools(provider: Scripted, shelf: Shelf | None = None, clock: JumpingClock | None = None) -> Tools:
    return Tools(
        provider=provider,
        reader=shelf or Shelf(),
        assessments=Unkept(),
        clock=clock or JumpingClock(),
    )


async def follow(brief: str, given: Sequence[File], with_tools: Tools) -> list[events.Event]:
    return [event async for event in draft(brief, given, tools=with_tools)]


def result(seen: list[events.Event]) -> events.Draft:
    assert isinstance(seen[-1], events.Done)
    return seen[-1].draft


async def test_a_draft_goes_from_queued_to_done() -> None:
    provider = Scripted([Play(end=drafts.text(drafts.sound()), progress=(1, 4))])
    seen = await follow(BRIEF, [], tools(provider))
    assert [type(event).__name__ for event in seen] == ["Queued", "Drafting", "Drafting", "Checking", "Done"]
    assert [e.nodes for e in seen if isinstance(e, events.Drafting)] == [1, 4]
    done = result(seen)
    assert done.assessment.issues == ()
    assert done.assessment.graph.title == "Staffing the rebuild"
    assert [usage.task for usage in done.usage] == ["draft"]


async def test_every_file_is_read_and_cited_by_its_own_id() -> None:
    sound = drafts.sound(kind="document", document="D2", passage=2, note="agency starts sooner")
    provider = Scripted([drafts.text(sound)])
    shelf = Shelf(costs=["hiring costs 90,000"], notes=["minutes", "the agency starts two weeks sooner"])
    seen = await follow(BRIEF, files("costs", "notes"), tools(provider, shelf))
    done = result(seen)
    assert [document.id for document in provider.calls[0].documents] == ["D1", "D2"]
    assert [(note.name, note.status) for note in done.files] == [("costs", "read"), ("notes", "read")]
    cited = [e.provenance for e in done.assessment.graph.edges if e.provenance and e.provenance.document]
    assert [(p.source, p.location, p.quote) for p in cited if p] == [
        ("notes", "line 2", "the agency starts two weeks sooner")
    ]
    assert all(stands(p, (done.brief, *done.documents)) for p in cited if p)


async def test_a_file_that_cannot_be_read_is_noted_and_the_rest_is_used() -> None:
    provider = Scripted([drafts.text(drafts.sound())])
    seen = await follow(BRIEF, files("scan.pdf", "long"), tools(provider, Shelf(long=["a line"])))
    notes = {note.name: note for note in result(seen).files}
    assert notes["scan.pdf"].status == "refused"
    assert notes["scan.pdf"].message == "the PDF has no text layer (a scan?)"
    assert notes["long"].status == "partly"
    assert notes["long"].message == "only the first part was read"
    assert [document.id for document in provider.calls[0].documents] == ["D1"]
    reading = [event for event in seen if isinstance(event, events.Reading)]
    assert [(event.done, event.total) for event in reading] == [(1, 2), (2, 2)]


async def test_what_only_the_drafter_can_mend_goes_back_to_it_once() -> None:
    provider = Scripted([drafts.text(drafts.without_numbers()), drafts.text(drafts.sound())])
    seen = await follow(BRIEF, [], tools(provider))
    repairing = [event for event in seen if isinstance(event, events.Repairing)]
    assert [event.nodes for event in repairing] == [0, 1]
    assert "MISSING_NUMBERS" in {violation.code for violation in repairing[0].violations}
    second = provider.calls[1]
    assert second.task is Task.REPAIR
    assert second.violations == repairing[0].violations
    assert second.graph is not None
    done = result(seen)
    assert done.assessment.errors == ()
    assert [usage.task for usage in done.usage] == ["draft", "repair"]


async def test_a_repair_that_makes_nothing_better_is_not_taken() -> None:
    worse = drafts.without_numbers()
    worse["edges"][4]["belief"] = None
    provider = Scripted([drafts.text(drafts.without_numbers()), drafts.text(worse)])
    done = result(await follow(BRIEF, [], tools(provider)))
    assert [violation.code for violation in done.assessment.errors] == ["MISSING_NUMBERS"]
    assert len(done.usage) == 2


@pytest.mark.parametrize(
    "failure", [ModelUnavailable("scripted", "overloaded"), ModelDeclined("scripted", "refusal"), "not json"]
)
async def test_a_repair_that_fails_leaves_the_draft_with_its_issues(failure: Exception | str) -> None:
    provider = Scripted([Play(end=drafts.text(drafts.without_numbers())), Play(end=failure)])
    done = result(await follow(BRIEF, [], tools(provider)))
    assert [violation.code for violation in done.assessment.errors] == ["MISSING_NUMBERS"]


async def test_a_draft_costs_all_that_was_billed_for_it() -> None:
    def used(output: int) -> Usage:
        return Usage(provider="scripted", model="scripted-1", task="draft", output=output)

    reply = Scripted([]).reply(
        drafts.text(drafts.without_numbers()), ModelCall(task=Task.DRAFT, brief=NOTHING)
    )
    failure = ReplyUnusable("scripted", "not JSON", usage=used(3), spent=(used(2),))
    provider = Scripted([Play(end=replace(reply, spent=(used(1),))), failure])
    done = result(await follow(BRIEF, [], tools(provider)))
    assert [usage.output for usage in done.usage] == [1, 500, 2, 3]


async def test_a_refusal_of_the_model_ends_the_draft() -> None:
    provider = Scripted([ModelDeclined("scripted", "refusal")])
    with pytest.raises(ModelDeclined):
        await follow(BRIEF, [], tools(provider))


@pytest.mark.parametrize(
    ("brief", "count", "error"),
    [("too short", 0, BriefTooShort), ("x" * 5_001, 0, BriefTooLong), (BRIEF, 11, TooManyFiles)],
)
async def test_bad_input_ends_before_anything_is_spent(
    brief: str, count: int, error: type[Exception]
) -> None:
    provider = Scripted([])
    with pytest.raises(error):
        await follow(brief, files(*map(str, range(count))), tools(provider))
    assert provider.calls == []


async def test_the_space_around_a_brief_does_not_count() -> None:
    with pytest.raises(BriefTooShort) as caught:
        await follow("   hire or not?" + " " * 50, [], tools(Scripted([])))
    assert caught.value.length == len("hire or not?")


async def test_elapsed_time_is_that_of_the_clock() -> None:
    clock = JumpingClock()
    provider = Scripted([Play(end=drafts.text(drafts.sound()), seconds=4.0)], clock=clock)
    assert result(await follow(BRIEF, [], tools(provider, clock=clock))).elapsed == pytest.approx(4.0)


async def test_closing_a_draft_early_stops_the_reads() -> None:
    shelf = Shelf(a=["a"], b=["b"])
    opened = asyncio.Event()

    async def read(file: File) -> Reading:
        if file.name == "b":
            shelf.gate = asyncio.Event()
            opened.set()
        return await Shelf.read(shelf, file)

    class Half(Shelf):
        async def read(self, file: File) -> Reading:
            return await read(file)

    half = Half()
    async with aclosing(draft(BRIEF, files("a", "b"), tools=tools(Scripted([]), half))) as steps:
        async for event in steps:
            if isinstance(event, events.Reading):
                break
    await asyncio.wait_for(opened.wait(), 60)
    assert shelf.cancelled == 1


async def test_an_equal_graph_is_not_assessed_again() -> None:
    class Counting(Unkept):
        def __init__(self, cache: Cache) -> None:
            self.space = cache.space("assessments")
            self.made = 0

        async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
            async def counted() -> bytes:
                self.made += 1
                return await make()

            return await self.space.get(key, counted)

    async with Cache() as cache:
        kept = Counting(cache)
        provider = Scripted([drafts.text(drafts.sound()), drafts.text(drafts.sound())])
        with_tools = Tools(provider=provider, reader=Shelf(), assessments=kept, clock=JumpingClock())
        first = result(await follow(BRIEF, [], with_tools))
        second = result(await follow(BRIEF, [], with_tools))
    assert kept.made == 1
    assert first.assessment == second.assessment


async def test_a_citation_that_points_nowhere_is_counted() -> None:
    dangling = drafts.sound(kind="document", document="D7", passage=1, note="somewhere")
    done = result(await follow(BRIEF, [], tools(Scripted([drafts.text(dangling)]))))
    assert done.dangling_citations == 1
