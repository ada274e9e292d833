"""A finished draft in the store: its revision, its documents, how it came about."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.documents.brief import reply_document
from core.errors import DraftForgotten, NothingDrafted
from core.graph.change_lines import told
from core.graph.diff import diff
from core.graph.sources import Document
from core.pipeline.events import Revised
from core.pipeline.revise import Basis
from core.store.records import DraftState
from handlers.archive import FIRST, Archive
from tests.unit.handlers import drafts
from tests.unit.handlers.stored import COSTS, SCAN, ordered, stored

READ = Document(id="D1", name="costs.csv", kind="csv", passages=())


async def test_a_draft_is_kept_as_the_first_revision_with_how_it_came_about(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found, result = await ordered(store), drafts.drafted(dangling=2, elapsed=6.5)
        revision = await Archive(store).add_draft(found, result)
        assert (revision.number, revision.job, revision.author, revision.cause) == (1, "J1", "U1", FIRST)
        assert revision.graph == result.assessment.graph
        told = json.loads(revision.extra)
        assert (told["dangling_citations"], told["elapsed"]) == (2, 6.5)
        kept = await store.drafts.get(found.draft.key)
        assert kept is not None
        assert kept.state is DraftState.DONE


async def test_each_file_is_kept_beside_its_document_and_a_refused_one_without(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store, SCAN, COSTS)
        result = replace(drafts.drafted(files=[drafts.SCAN, drafts.READ]), documents=(READ,))
        await Archive(store).add_draft(found, result)
        refused, read = await store.documents.of(found.draft.key)
        assert (refused.file, refused.status, refused.document) == (SCAN.id, "refused", None)
        assert refused.message == drafts.SCAN.message
        assert (read.file, read.status, read.document) == (COSTS.id, "read", READ)


async def test_a_job_that_is_run_again_keeps_its_draft_once(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found, result = await ordered(store), drafts.drafted()
        archive = Archive(store)
        first = await archive.add_draft(found, result)
        assert await archive.add_draft(found, result) == first
        assert len(await store.revisions.of(found.draft.key)) == 1


async def test_what_was_forgotten_meanwhile_is_not_kept(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store)
        await store.forget(found.draft.key)
        with pytest.raises(DraftForgotten):
            await Archive(store).add_draft(found, drafts.drafted())


async def test_a_revision_that_is_run_again_starts_once_more_from_what_it_started_from(
    tmp_path: Path,
) -> None:
    async with stored(tmp_path) as store:
        archive, first = Archive(store), await ordered(store)
        await archive.add_draft(first, drafts.drafted())
        reply = await ordered(store, COSTS, job="J2")
        before = await archive.newest(reply.draft.key, apart_from="J2")
        second = await archive.add_revision(reply, revised(before.basis), cause="refine")
        assert second.number == 2
        assert await archive.newest(reply.draft.key, apart_from="J2") == before
        assert await archive.add_revision(reply, revised(before.basis), cause="refine") == second
        newest = await archive.newest(reply.draft.key)
        assert newest.revision == second
        assert [document.id for document in newest.basis.later] == ["D1", "R1"]


async def test_what_came_for_a_revision_that_changed_nothing_is_evidence_for_the_next(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        archive, first = Archive(store), await ordered(store)
        await archive.add_draft(first, drafts.drafted())
        reply = await ordered(store, COSTS, job="J2")
        before = await archive.newest(reply.draft.key)
        await archive.add_evidence(reply, revised(before.basis).draft)
        newest = await archive.newest(reply.draft.key)
        assert newest.revision == before.revision
        assert [document.id for document in newest.basis.later] == ["D1", "R1"]


async def test_a_thread_without_a_draft_has_no_newest_revision(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store)
        with pytest.raises(NothingDrafted):
            await Archive(store).newest(found.draft.key)


def revised(basis: Basis) -> Revised:
    """A reply with a file beside it, and a new title."""
    graph = replace(basis.graph, title="Another title")
    result = replace(drafts.drafted(graph, files=[drafts.READ]), later=(READ, reply_document("Retitle", 1)))
    after = result.assessment.graph
    changes = diff(basis.graph, after)
    lines = told(changes, basis.graph, after)
    return Revised(draft=result, previous=basis.graph, changes=changes, reasons=(), lines=lines)
