from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from blockbuster import blockbuster_ctx

from core.cache import Cache
from core.documents import cached
from core.documents.cached import CachedReader
from core.documents.model import File, Reading
from core.documents.reading import Reader
from core.errors import FileRefused
from tests.unit.documents.here import passages, texts


class Counting:
    """A reader that says how often it was asked, and refuses when told to."""

    def __init__(self, refusal: str = "") -> None:
        self.asked = 0
        self.refusal = refusal

    async def read(self, file: File) -> Reading:
        self.asked += 1
        await asyncio.sleep(0.01)
        if self.refusal:
            raise FileRefused(file.name, code=self.refusal, reason="it is so")
        return Reading(kind="txt", passages=passages(["Fast."]), summary="s", warnings=("w",), characters=5)


def written(folder: Path, name: str, data: bytes) -> File:
    path = folder / name
    path.write_bytes(data)
    return File(name=name, path=path)


async def test_the_same_content_is_read_once_whatever_its_name(tmp_path: Path) -> None:
    inner = Counting()
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        first = await reader.read(written(tmp_path, "a.txt", b"Fast."))
        again = await reader.read(written(tmp_path, "b.log", b"Fast."))
    assert first == again
    assert inner.asked == 1


async def test_reads_of_one_content_at_once_share_the_work(tmp_path: Path) -> None:
    inner = Counting()
    file = written(tmp_path, "a.txt", b"Fast.")
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        await asyncio.gather(*(reader.read(file) for _ in range(5)))
    assert inner.asked == 1


async def test_other_content_an_extension_that_matters_and_a_new_reader_are_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Counting()
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        await reader.read(written(tmp_path, "a.txt", b"Fast."))
        await reader.read(written(tmp_path, "b.txt", b"Slow."))
        await reader.read(written(tmp_path, "a.csv", b"Fast."))
        assert inner.asked == 3
        monkeypatch.setattr(cached, "READER_VERSION", "next")
        await reader.read(written(tmp_path, "a.txt", b"Fast."))
    assert inner.asked == 4


async def test_a_refusal_for_the_content_is_kept_and_told_under_the_new_name(tmp_path: Path) -> None:
    inner = Counting("no_text_layer")
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        for name in ("a.pdf", "b.pdf"):
            with pytest.raises(FileRefused) as refused:
                await reader.read(written(tmp_path, name, b"%PDF-"))
            assert str(refused.value) == f"{name}: it is so"
            assert refused.value.code == "no_text_layer"
    assert inner.asked == 1


@pytest.mark.parametrize("code", ["slow", "memory", "crashed"])
async def test_a_refusal_for_want_of_time_or_memory_is_tried_again(tmp_path: Path, code: str) -> None:
    inner = Counting(code)
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        for _ in range(2):
            with pytest.raises(FileRefused) as refused:
                await reader.read(written(tmp_path, "a.pdf", b"%PDF-"))
            assert refused.value.code == code
    assert inner.asked == 2


async def test_a_file_that_is_not_there_is_refused_before_it_is_asked_for(tmp_path: Path) -> None:
    inner = Counting()
    async with Cache() as cache:
        reader = CachedReader(inner, cache.space("documents"))
        with pytest.raises(FileRefused) as refused:
            await reader.read(File(name="a.txt", path=tmp_path / "none"))
    assert (refused.value.code, inner.asked) == ("missing", 0)


class Joined:
    """A store whose work in flight, for an equal file of another caller, was refused."""

    def __init__(self, code: str) -> None:
        self.code = code

    async def get(self, key: str, make: object) -> bytes:  # noqa: ARG002  nothing is kept or made
        raise FileRefused("theirs.txt", code=self.code, reason="it is so")


async def test_a_file_that_another_caller_took_away_is_read_where_it_still_is(tmp_path: Path) -> None:
    reader = CachedReader(Counting(), Joined("missing"))
    assert texts(await reader.read(written(tmp_path, "mine.txt", b"Fast."))) == ["Fast."]


async def test_a_refusal_is_told_under_the_name_of_who_asks(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"mine\.txt: it is so"):
        await CachedReader(Counting(), Joined("slow")).read(written(tmp_path, "mine.txt", b"Fast."))


async def test_hashing_and_decoding_do_not_block_the_loop(tmp_path: Path) -> None:
    file = written(tmp_path, "costs.csv", b"option,cost\n" + b"agency,180000\n" * 5_000)
    async with Cache() as cache:
        reader = CachedReader(Reader(), cache.space("documents"))
        with blockbuster_ctx():
            first = await reader.read(file)
            again = await reader.read(file)
    assert texts(first) == texts(again)
    assert first == again
