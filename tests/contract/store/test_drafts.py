"""Drafts, and what belongs to them: revisions, texts, documents."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace

import pytest

from core.errors import DraftForgotten
from core.store.records import (
    Draft,
    DraftKey,
    DraftState,
    KeptDocument,
    PostedKind,
    Posting,
    Thread,
)
from core.store.store import Store
from tests.contract.store.filling import DOCUMENT, GRAPH
from tests.fakes.clock import Ahead


async def test_a_thread_has_one_draft_however_often_it_is_opened(store: Store) -> None:
    thread = Thread(workspace="T1", channel="C1", ts="1.5")
    drafts = await asyncio.gather(*(store.drafts.open(thread, id=f"J{i}", requester="U1") for i in range(5)))
    assert len({draft.key for draft in drafts}) == 1
    assert await store.drafts.at(thread) == drafts[0]
    assert drafts[0].state is DraftState.ASKED


async def test_a_draft_without_a_thread_is_found_by_its_id_until_its_thread_is_known(store: Store) -> None:
    nowhere = Thread(workspace="T1", channel="C1")
    draft = await store.drafts.open(nowhere, id="J1", requester="U1")
    assert await store.drafts.open(nowhere, id="J1", requester="U1") == draft
    other = await store.drafts.open(nowhere, id="J2", requester="U1")
    assert other.key != draft.key
    assert (await store.drafts.begins(draft.key, thread="1.0")).key == draft.key
    await store.drafts.update(draft.key, message="1.0", state=DraftState.WORKING)
    placed = await store.drafts.at(replace(nowhere, ts="1.0"))
    assert placed is not None
    assert (placed.key, placed.message, placed.state) == (draft.key, "1.0", DraftState.WORKING)
    assert await store.drafts.open(nowhere, id="J1", requester="U1") == placed
    assert await store.drafts.open(replace(nowhere, ts="1.0"), id="J3", requester="U2") == placed


async def test_a_thread_that_somebody_asked_in_before_its_ts_was_known_has_that_draft(store: Store) -> None:
    nowhere = Thread(workspace="T1", channel="C1")
    there = replace(nowhere, ts="1.0")
    for thread, job in ((nowhere, "J1"), (there, "J2")):
        await store.requests.open(thread, job=job, kind="draft", body=f"of {job}", author="U1")
    first, second = DraftKey(workspace="T1", id="J1"), DraftKey(workspace="T1", id="J2")
    posting = Posting(draft=first, kind=PostedKind.MESSAGE, channel="C1", id="1.0")
    await store.postings.note(posting)
    taken = await store.drafts.begins(first, thread="1.0")
    assert (taken.key, taken.thread) == (second, there)
    assert await store.drafts.get(first) is None
    assert await store.requests.jobs(second) == ("J1", "J2")
    assert await store.postings.of(second) == (replace(posting, draft=second),)
    with pytest.raises(DraftForgotten):
        await store.drafts.begins(first, thread="1.0")


async def test_a_thread_that_is_known_can_be_told_again(store: Store) -> None:
    draft = await store.drafts.open(Thread(workspace="T1", channel="C1"), id="J1", requester="U1")
    told = [await store.drafts.begins(draft.key, thread="1.0") for _ in range(2)]
    assert [(each.key, each.thread.ts) for each in told] == [(draft.key, "1.0")] * 2


async def test_a_draft_changes_only_where_it_is_told_to(store: Store, draft: Draft, clock: Ahead) -> None:
    clock.ahead += 60
    await store.drafts.update(draft.key, title="Staffing")
    changed = await store.drafts.get(draft.key)
    assert changed is not None
    assert changed.updated > draft.updated
    assert replace(changed, title="", updated=draft.updated) == draft


async def test_recent_drafts_come_newest_first_and_from_the_channels_asked_for(
    store: Store, clock: Ahead
) -> None:
    keys = []
    for channel in ("C1", "C2", "C1"):
        clock.ahead += 1
        thread = Thread(workspace="T1", channel=channel, ts=secrets.token_hex(4))
        keys.append((await store.drafts.open(thread, id=secrets.token_hex(4), requester="U1")).key)
    assert [draft.key for draft in await store.drafts.recent("T1")] == keys[::-1]
    assert [draft.key for draft in await store.drafts.recent("T1", limit=1)] == keys[2:]
    assert [draft.key for draft in await store.drafts.recent("T1", channels=["C1"])] == [keys[2], keys[0]]
    assert await store.drafts.recent("T1", channels=[]) == ()
    assert await store.drafts.recent("T2") == ()


async def test_revisions_are_numbered_and_come_back_as_they_were(store: Store, draft: Draft) -> None:
    assert await store.revisions.latest(draft.key) is None
    first = await store.revisions.add(
        draft.key, GRAPH, job="J1", author="U1", cause="draft", extra='{"elapsed": 1}'
    )
    changed = replace(GRAPH, title="Staffing, again")
    second = await store.revisions.add(draft.key, changed, job="J2", author="U2", cause="refine")
    assert (first.number, first.graph, first.extra) == (1, GRAPH, '{"elapsed": 1}')
    assert (second.number, second.graph, second.extra) == (2, changed, "{}")
    assert await store.revisions.latest(draft.key) == second
    assert await store.revisions.get(draft.key, 1) == first
    assert await store.revisions.get(draft.key, 3) is None
    assert await store.revisions.of(draft.key) == (first, second)
    titled = await store.drafts.get(draft.key)
    assert titled is not None
    assert titled.title == "Staffing, again"


async def test_a_job_that_is_run_again_makes_no_second_revision(store: Store, draft: Draft) -> None:
    made = await store.revisions.add(draft.key, GRAPH, job="J1", author="U1", cause="draft")
    again = await store.revisions.add(
        draft.key, replace(GRAPH, title="other"), job="J1", author="U1", cause="draft"
    )
    assert again == made
    assert len(await store.revisions.of(draft.key)) == 1


async def test_writers_at_once_get_numbers_of_their_own(store: Store, draft: Draft) -> None:
    texts = await asyncio.gather(
        *(store.texts.add(draft.key, kind="reply", body=str(i), author="U1", job=f"J{i}") for i in range(8))
    )
    assert sorted(text.number for text in texts) == list(range(1, 9))


async def test_a_text_that_is_put_takes_the_place_of_the_one_before(store: Store, draft: Draft) -> None:
    await store.texts.add(draft.key, kind="brief", body="Hire?", author="U1", job="J1")
    for body, is_new in (("up", True), ("up", False), ("down", True)):
        put = await store.texts.put(draft.key, kind="feedback", body=body, author="U2", job="U2:J1")
        assert put is is_new
    await store.texts.put(draft.key, kind="feedback", body="up", author="U3", job="U3:J1")
    texts = await store.texts.of(draft.key, "feedback")
    assert [(text.number, text.author, text.body) for text in texts] == [(2, "U2", "down"), (3, "U3", "up")]
    assert len(await store.texts.of(draft.key)) == 3


async def test_texts_keep_their_order_and_are_stored_once(store: Store, draft: Draft) -> None:
    brief = await store.texts.add(draft.key, kind="brief", body="Hire?", author="U1", job="J1")
    reply = await store.texts.add(draft.key, kind="reply", body="And an agency?", author="U2", job="J2")
    again = await store.texts.add(draft.key, kind="brief", body="other", author="U1", job="J1")
    assert again == brief
    assert await store.texts.of(draft.key) == (brief, reply)
    assert await store.texts.of(draft.key, "reply") == (reply,)
    assert await store.texts.get(draft.key, 2) == reply
    assert await store.texts.get(draft.key, 3) is None


async def test_documents_are_frozen_and_new_ones_come_after_them(store: Store, draft: Draft) -> None:
    read = KeptDocument(file="F1", name="costs.csv", kind="csv", status="read", document=DOCUMENT)
    refused = KeptDocument(file="F2", name="scan.pdf", kind="pdf", status="refused", message="a scan?")
    late = replace(read, file="F0", name="late.csv", document=replace(DOCUMENT, id="D2"))
    await store.documents.add(draft.key, [read, refused])
    await store.documents.add(draft.key, [replace(read, name="renamed.csv"), late])
    await store.documents.add(draft.key, [])
    assert await store.documents.of(draft.key) == (read, refused, late)
