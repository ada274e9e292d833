"""What a job was asked, shows, and was answered."""

from __future__ import annotations

import asyncio

import pytest

from core.store.records import Draft, DraftState, Thread
from core.store.store import Store
from tests.fakes.clock import Ahead


async def test_a_request_is_stored_once_whatever_is_delivered(store: Store, draft: Draft) -> None:
    given = {"job": "J1", "kind": "draft", "author": "U1"}
    assert await store.requests.add(draft.key, body="one", **given) is True
    assert await store.requests.add(draft.key, body="two", **given) is False
    request = await store.requests.get("T1", "J1")
    assert request is not None
    assert (request.body, request.draft, request.kind) == ("one", draft.key, "draft")
    assert await store.requests.get("T2", "J1") is None


async def test_a_kept_view_is_unsent_until_slack_has_that_very_state(
    store: Store, draft: Draft, clock: Ahead
) -> None:
    view = {"job": "J1", "channel": "C1"}
    assert await store.views.get("T1", "J1") is None
    await store.views.posted(draft.key, message="1.0", **view)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()
    await store.views.keep(draft.key, body="old", **view)
    await store.views.keep(draft.key, body="new", **view)
    await store.views.sent("T1", "J1", body="old")
    kept = await store.views.get("T1", "J1")
    assert kept is not None
    assert (kept.message, kept.body, kept.sent, kept.draft) == ("1.0", "new", False, draft.key)
    assert await store.views.unsent(kept_before=clock.now() - 60) == ()
    assert await store.views.unsent(kept_before=clock.now() + 1) == (kept,)
    await store.views.sent("T1", "J1", body="new")
    await store.views.posted(draft.key, message="2.0", **view)
    sent = await store.views.get("T1", "J1")
    assert sent is not None
    assert (sent.message, sent.sent) == ("2.0", True)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()


async def test_what_a_step_gave_is_there_until_its_job_is_done_with_it(store: Store, draft: Draft) -> None:
    assert await store.results.get(draft.key, job="J1", name="draft") is None
    await store.results.keep(draft.key, job="J1", name="draft", body=b"{}")
    await store.results.keep(draft.key, job="J1", name="draft", body=b'{"title": "x"}')
    await store.results.keep(draft.key, job="J2", name="draft", body=b"{}")
    assert await store.results.get(draft.key, job="J1", name="draft") == b'{"title": "x"}'
    await store.results.drop(draft.key, job="J1")
    assert await store.results.get(draft.key, job="J1", name="draft") is None
    assert await store.results.get(draft.key, job="J2", name="draft") == b"{}"


async def _said(store: Store, thread: Thread, job: str, said: float | None, *, kind: str = "refine") -> None:
    await store.requests.open(thread, job=job, kind=kind, body=f"of {job}", author=f"U {job}", said=said)


async def _bodies(store: Store, *jobs: str) -> list[str]:
    found = [await store.requests.get("T1", job) for job in jobs]
    return [request.body for request in found if request]


async def test_what_was_said_is_dealt_out_in_the_order_in_which_it_was_said(
    store: Store, draft: Draft
) -> None:
    for job, said in (("J1", 3.000002), ("J2", 3.000001), ("click", None), ("J3", 2.0)):
        await _said(store, draft.thread, job, said)
    assert set(await store.requests.said(draft.key)) == {"J1", "J2", "J3"}
    await store.requests.deal(draft.key, ["J1", "click", "J2", "J3"])
    await store.requests.deal(draft.key, ["J1", "J2", "J3"])
    assert await _bodies(store, "J1", "J2", "J3", "click") == ["of J3", "of J2", "of J1", "of click"]
    first = await store.requests.get("T1", "J1")
    assert first is not None
    assert first.author == "U J3"


async def test_what_has_begun_or_is_not_named_stays_with_its_job(store: Store, draft: Draft) -> None:
    for job, said in (("J1", 9.0), ("J2", 8.0), ("J3", 7.0), ("J4", 6.0)):
        await _said(store, draft.thread, job, said)
    begun = await store.requests.begin("T1", "J1")
    assert begun is not None
    assert (begun[0].body, begun[1].key) == ("of J1", draft.key)
    assert await store.requests.begin("T1", "none") is None
    assert set(await store.requests.said(draft.key)) == {"J2", "J3", "J4"}
    await store.requests.deal(draft.key, ["J1", "J2", "J3"])
    assert await _bodies(store, "J1", "J2", "J3", "J4") == ["of J1", "of J3", "of J2", "of J4"]


async def test_requests_that_are_dealt_and_begun_at_once_are_each_done_once(
    store: Store, draft: Draft
) -> None:
    jobs = [f"J{number}" for number in range(8)]
    for number, job in enumerate(jobs):
        await _said(store, draft.thread, job, float(-number))
    done: list[str] = []

    async def work() -> None:
        for job in jobs:
            begun = await store.requests.begin("T1", job)
            assert begun is not None
            done.append(begun[0].body)

    await asyncio.gather(work(), *(store.requests.deal(draft.key, jobs) for _ in range(8)))
    assert sorted(done) == [f"of {job}" for job in jobs]
    assert done == await _bodies(store, *jobs)


async def _state(store: Store, draft: Draft) -> DraftState:
    found = await store.drafts.get(draft.key)
    assert found is not None
    return found.state


@pytest.mark.parametrize("nothing", [DraftState.FAILED, DraftState.STOPPED])
async def test_a_draft_that_came_to_nothing_is_asked_for_again_once_a_request(
    store: Store, draft: Draft, nothing: DraftState
) -> None:
    async def once_more() -> None:
        await store.requests.open(draft.thread, job="again", kind="draft", body="{}", author="U1", anew=True)

    await store.drafts.update(draft.key, state=nothing)
    await once_more()
    assert await _state(store, draft) is DraftState.ASKED
    await store.drafts.update(draft.key, state=nothing)  # the new job was quick, and came to nothing, too
    await once_more()
    assert await _state(store, draft) is nothing


@pytest.mark.parametrize("state", [DraftState.WORKING, DraftState.ASKING, DraftState.DONE])
async def test_a_draft_that_is_under_way_or_done_stays_so_when_it_is_asked_for_again(
    store: Store, draft: Draft, state: DraftState
) -> None:
    await store.drafts.update(draft.key, state=state)
    await store.requests.open(draft.thread, job="again", kind="draft", body="{}", author="U1", anew=True)
    assert await _state(store, draft) is state


async def test_a_draft_that_came_to_nothing_stays_so_when_something_else_is_asked_for(
    store: Store, draft: Draft
) -> None:
    await store.drafts.update(draft.key, state=DraftState.FAILED)
    await _said(store, draft.thread, "J1", 1.0)
    assert await _state(store, draft) is DraftState.FAILED
