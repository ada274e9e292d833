"""What is forgotten is gone, and nothing else is."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import DraftForgotten
from core.llm.usage import Usage
from core.store.records import (
    Draft,
    DraftKey,
    PostedKind,
    Posting,
)
from core.store.store import Store
from tests.contract.store.filling import GRAPH, fill, opened, rows
from tests.fakes.clock import Ahead


async def test_a_forgotten_draft_leaves_no_row_and_its_neighbour_keeps_all(store: Store) -> None:
    mine, other = await opened(store), await opened(store, "T2")
    await fill(store, other.key, "kept")
    before = await rows(store)
    await fill(store, mine.key, "gone")
    assert all(count > before[name] for name, count in (await rows(store)).items() if name in FILLED)
    assert await store.forget(mine.key) is True
    assert await rows(store) == {**before, "drafts": 1}
    assert await store.forget(mine.key) is False
    latest = await store.revisions.latest(other.key)
    assert latest is not None
    assert latest.graph.title == "kept"


FILLED = {"requests", "texts", "documents", "revisions", "views", "results"}


async def test_a_forgotten_workspace_leaves_no_row_at_all(store: Store) -> None:
    draft = await opened(store)
    await fill(store, draft.key, "gone")
    await store.watches.on("T1", "C1", author="U1")
    await store.usage.add("T1", [Usage(provider="p", model="m", task="draft")], person="U1")
    other = await opened(store)
    await store.requests.add(other.key, job="J2", kind="draft", body="gone", author="U1")
    await store.postings.note(Posting(draft=other.key, kind=PostedKind.FILE, id="F1"))
    assert await store.forgettings.begin(other.key, person="U1")
    assert all((await rows(store)).values())
    assert await store.forget_workspace("T1") is True
    assert not any((await rows(store)).values())
    assert await store.forget_workspace("T1") is False


async def test_what_comes_late_does_not_bring_a_workspace_back(store: Store) -> None:
    draft = await opened(store)
    await store.forget_workspace("T1")
    await store.usage.add("T1", [Usage(provider="p", model="m", task="draft")], person="U1")
    await store.usage.add("T1", [], person="U1")
    await store.postings.note(Posting(draft=draft.key, kind=PostedKind.FILE, id="F1"))
    assert not any((await rows(store)).values())


async def test_drafts_expire_when_nobody_touched_them(store: Store, clock: Ahead) -> None:
    old, revised = await opened(store), await opened(store)
    clock.ahead += 100
    await store.revisions.add(revised.key, GRAPH, job="J1", author="U1", cause="draft")
    for draft in (old, revised):
        posting = Posting(draft=draft.key, kind=PostedKind.MESSAGE, id=draft.key.id, channel="C1")
        await store.postings.note(posting)
    assert await store.expire(older_than=clock.now() - 50, workspace="T2") == 0
    assert await store.expire(older_than=clock.now() - 50, workspace="T1") == 1
    assert await store.drafts.get(old.key) is None
    assert await store.postings.of(old.key) == ()
    assert len(await store.postings.of(revised.key)) == 1
    assert await store.drafts.get(revised.key)
    assert await store.expire(older_than=clock.now() - 50) == 0


async def test_a_draft_that_a_job_is_under_way_for_does_not_expire(store: Store, clock: Ahead) -> None:
    busy, idle = await opened(store), await opened(store)
    for job, draft in (("J1", busy), ("J2", idle)):
        await store.requests.add(draft.key, job=job, kind="revise", body="x", author="U1")
        await store.postings.note(Posting(draft=draft.key, kind=PostedKind.FILE, id=job))
    clock.ahead += 100
    assert await store.expire(older_than=clock.now() - 50, workspace="T1", spared=["J1", "J3"]) == 1
    assert await store.drafts.get(idle.key) is None
    assert await store.drafts.get(busy.key)
    assert len(await store.postings.of(busy.key)) == 1
    assert await store.expire(older_than=clock.now() - 50) == 1


async def test_nothing_can_be_written_to_a_forgotten_draft(store: Store, draft: Draft) -> None:
    key = draft.key
    await store.forget(key)
    for write in (
        store.drafts.update(key, title="x"),
        store.revisions.add(key, GRAPH, job="J1", author="U1", cause="draft"),
        store.documents.add(key, []),
        store.texts.add(key, kind="brief", body="x", author="U1", job="J1"),
        store.requests.add(key, job="J1", kind="draft", body="x", author="U1"),
        store.views.posted(key, job="J1", channel="C1", message="1.0"),
        store.views.keep(key, job="J1", channel="C1", body="x"),
        store.results.keep(key, job="J1", name="draft", body=b"x"),
    ):
        with pytest.raises(DraftForgotten):
            await write
    await store.views.sent("T1", "J1", body="x")
    assert sum((await rows(store)).values()) == 1  # the workspace itself


async def test_a_workspace_never_sees_what_belongs_to_another(store: Store, draft: Draft) -> None:
    await fill(store, draft.key, "mine")
    foreign = DraftKey(workspace="T2", id=draft.key.id)
    assert await store.drafts.get(foreign) is None
    assert await store.drafts.at(replace(draft.thread, workspace="T2")) is None
    assert await store.revisions.of(foreign) == ()
    assert await store.documents.of(foreign) == ()
    assert await store.texts.of(foreign) == ()
    assert await store.requests.get("T2", "J1") is None
    assert await store.views.get("T2", "J1") is None
    assert await store.results.get(foreign, job="J1", name="draft") is None
    assert await store.forget(foreign) is False


async def test_no_word_of_what_was_forgotten_is_left_in_the_files(tmp_path: Path) -> None:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db") as store:
        draft, kept = await opened(store), await opened(store)
        marker = "a-marker-that-stands-nowhere-else " * 300
        for number in range(5):
            await store.texts.add(draft.key, kind="reply", body=marker, author="U1", job=f"T{number}")
        await fill(store, draft.key, marker)
        await store.texts.add(kept.key, kind="brief", body="a neighbour", author="U1", job="J1")
        assert any(found(tmp_path, "a-marker"))
        await store.forget(draft.key)
        assert list(found(tmp_path, "a-marker")) == []
        assert any(found(tmp_path, "a neighbour"))


async def test_a_reader_in_the_way_does_not_keep_a_word_for_good(tmp_path: Path) -> None:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db") as store:
        draft = await opened(store)
        await fill(store, draft.key, "a-marker")
        async with asyncio.TaskGroup() as group:
            reader = sqlite3.connect(f"{tmp_path}/crossroads.db", isolation_level=None)
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM texts").fetchall()
            forgetting = group.create_task(store.forget(draft.key))
            await asyncio.sleep(0.2)
            assert not forgetting.done()
            reader.close()
            await forgetting
        assert list(found(tmp_path, "a-marker")) == []


def found(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.iterdir() if words.encode() in file.read_bytes()]
