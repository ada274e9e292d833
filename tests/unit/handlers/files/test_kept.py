"""A file that a job has read is neither fetched nor read again, however often the job is started."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.playground.slack.people.uploads import Upload
from core.documents.model import File, Reading
from core.errors import DraftForgotten, FileRefused
from core.graph.sources import Location, Passage
from handlers.files.kept import at_hand
from handlers.requests.model import SlackFile
from tests.unit.handlers.files.fetching import Fetching, fetching, shared
from tests.unit.playground.scene import Scene, scene

COSTS = Upload(name="costs.csv", content=b"option,cost\nagency,180000\n")
NOTES = Upload(name="notes.md", content=b"# Notes")
SCAN = Upload(name="scan.pdf", content=b"%PDF-1.7")


class Kept:
    """Keeps the port Steps."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}

    async def find(self, name: str) -> bytes | None:
        return self.rows.get(name)

    async def keep(self, name: str, body: bytes) -> None:
        self.rows[name] = body


class Forgotten(Kept):
    async def keep(self, name: str, body: bytes) -> None:  # noqa: ARG002  the port's
        raise DraftForgotten


class Counting:
    """A reader that refuses scans, and counts."""

    def __init__(self) -> None:
        self.read_files: list[str] = []

    async def read(self, file: File) -> Reading:
        self.read_files.append(file.name)
        if file.name.endswith(".pdf"):
            raise FileRefused(file.name, code="no_text_layer", reason="no text layer (a scan?)")
        text = file.path.read_text()
        passage = Passage(number=1, text=text, location=Location(place="line", first=1, last=1))
        return Reading(
            kind="csv", passages=(passage,), summary="1 row", warnings=("cut",), characters=len(text)
        )


async def attempt(
    own: Fetching, world: Scene, files: Sequence[SlackFile], steps: Kept, inner: Counting
) -> list[Reading | str]:
    """What one attempt at a job learns of its files."""
    learnt: list[Reading | str] = []
    async with at_hand(files, steps=steps, slack=own.files, token=world.token.value, inner=inner) as found:
        there, reader = found
        for file in there:
            try:
                learnt.append(await reader.read(file))
            except FileRefused as refused:
                learnt.append(str(refused))
    return learnt


async def test_a_second_attempt_learns_the_same_without_fetching_or_reading(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files, steps, inner = await shared(world, COSTS, SCAN), Kept(), Counting()
        first = await attempt(own, world, files, steps, inner)
        assert isinstance(first[0], Reading)
        assert first[1] == "scan.pdf: no text layer (a scan?)"
        assert await attempt(own, world, files, steps, inner) == first
        assert inner.read_files == ["costs.csv", "scan.pdf"]
        assert world.slack.calls.downloads == 2


async def test_only_what_is_missing_is_fetched_and_the_order_stays(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files, steps, inner = await shared(world, COSTS, SCAN, NOTES), Kept(), Counting()
        await attempt(own, world, files, steps, inner)
        del steps.rows["file/1"]
        async with at_hand(
            files, steps=steps, slack=own.files, token=world.token.value, inner=inner
        ) as found:
            assert [file.name for file in found[0]] == ["costs.csv", "scan.pdf", "notes.md"]
        assert world.slack.calls.downloads == 4


async def test_a_file_that_slack_does_not_give_stays_refused(tmp_path: Path) -> None:
    gone = SlackFile(id="F1", name="old.csv", mode="tombstone")
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        steps, inner = Kept(), Counting()
        first = await attempt(own, world, [gone], steps, inner)
        assert first == ["old.csv: it was deleted in Slack"]
        assert await attempt(own, world, [gone], steps, inner) == first
        assert inner.read_files == []


async def test_nothing_is_kept_of_a_draft_that_was_forgotten(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, COSTS)
        with pytest.raises(DraftForgotten):
            await attempt(own, world, files, Forgotten(), Counting())
