"""What somebody asked to forget is gone at once; what it left elsewhere is known until that is gone, too."""

from __future__ import annotations

import pytest

from core.errors import DraftForgotten
from core.store.records import Draft, PostedKind, Posting, Thread
from core.store.store import Store
from tests.contract.store.filling import fill, opened, rows
from tests.fakes.clock import Ahead

LEASE = 90.0


async def test_a_forgetting_takes_the_rows_at_once_and_keeps_ids(store: Store, draft: Draft) -> None:
    await fill(store, draft.key, "gone")
    await store.postings.note(message_of(draft, "9.0"))
    assert await store.forgettings.begin(draft.key, person="U2")
    assert {name for name, count in (await rows(store)).items() if count} == {
        "workspaces",
        "postings",
        "forgettings",
        "forgotten_jobs",
    }
    assert await store.forgettings.has(draft.key)
    assert await store.forgettings.jobs(draft.key) == ("J1",)
    found = await store.forgettings.get(draft.key)
    assert found is not None
    assert (found.channel, found.thread, found.person) == ("C1", draft.thread.ts, "U2")


async def test_a_draft_is_forgotten_once(store: Store, draft: Draft) -> None:
    assert await store.forgettings.begin(draft.key, person="U1") is True
    assert await store.forgettings.begin(draft.key, person="U1") is False


async def test_a_request_that_is_delivered_again_does_not_bring_back_what_was_forgotten(store: Store) -> None:
    thread = Thread(workspace="T1", channel="C1", ts="1.0")
    first = await store.requests.open(thread, job="J1", kind="draft", body="gone", author="U1")
    await store.forgettings.begin(first.draft.key, person="U1")
    with pytest.raises(DraftForgotten):
        await store.requests.open(thread, job="J1", kind="draft", body="gone", author="U1")
    assert await store.drafts.at(thread) is None
    anew = await store.requests.open(thread, job="J2", kind="draft", body="another", author="U1")
    assert anew.draft.key.id == "J2"
    assert not await store.forgettings.has(anew.draft.key)


async def test_one_at_a_time_holds_what_is_left_to_do(store: Store, draft: Draft, clock: Ahead) -> None:
    await store.forgettings.begin(draft.key, person="U1")
    (held,) = await store.forgettings.due(lease=LEASE)
    assert held.draft == draft.key
    assert await store.forgettings.due(lease=LEASE) == ()
    clock.ahead += 0.6 * LEASE
    await store.forgettings.hold(draft.key, lease=LEASE)
    clock.ahead += 0.6 * LEASE
    assert await store.forgettings.due(lease=LEASE) == ()
    clock.ahead += 0.4 * LEASE
    assert len(await store.forgettings.due(lease=LEASE)) == 1
    await store.forgettings.release(draft.key)
    assert len(await store.forgettings.due(lease=LEASE)) == 1


async def test_one_that_ended_is_due_again_when_something_turns_up(store: Store, draft: Draft) -> None:
    await store.forgettings.begin(draft.key, person="U1")
    await store.forgettings.keep(draft.key)
    await store.forgettings.end(draft.key)
    assert await store.forgettings.due(lease=LEASE) == ()
    late = message_of(draft, "9.0")
    await store.postings.note(late)
    (found,) = await store.forgettings.due(lease=LEASE)
    assert found.ended is not None
    assert found.kept == 1
    await store.postings.drop(late)
    await store.forgettings.release(draft.key)
    assert await store.forgettings.due(lease=LEASE) == ()


async def test_what_ended_long_ago_is_not_remembered(store: Store, clock: Ahead) -> None:
    old, under_way = await opened(store), await opened(store)
    await fill(store, old.key, "gone")
    for draft in (old, under_way):
        await store.forgettings.begin(draft.key, person="U1")
    await store.forgettings.end(old.key)
    clock.ahead += 100
    await store.forgettings.drop(ended_before=clock.now() - 50)
    assert await store.forgettings.get(old.key) is None
    assert await store.forgettings.jobs(old.key) == ()
    assert await store.forgettings.has(under_way.key)


async def test_postings_are_noted_once_and_come_newest_first(store: Store, draft: Draft) -> None:
    file = Posting(draft=draft.key, kind=PostedKind.FILE, id="F1")
    for posting in (message_of(draft, "1.0"), message_of(draft, "2.0"), message_of(draft, "2.0"), file):
        await store.postings.note(posting)
    assert await store.postings.of(draft.key) == (message_of(draft, "2.0"), message_of(draft, "1.0"), file)
    await store.postings.drop(file)
    assert file not in await store.postings.of(draft.key)


def message_of(draft: Draft, ts: str) -> Posting:
    return Posting(draft=draft.key, kind=PostedKind.MESSAGE, id=ts, channel="C1")
