"""Orders: kept before anything else happens, found again by their job."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import DraftForgotten
from core.store.records import DraftState, Tier, Workspace
from handlers.orders import Orders, again
from tests.unit.handlers.stored import BRIEF, COSTS, order, ordered, stored


async def test_an_order_is_found_as_it_was_kept(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store, COSTS)
        assert found.order == order(COSTS)
        assert (found.job, found.workspace, found.thread_ts) == ("J1", "T1", "1.0")


async def test_a_redelivery_changes_nothing(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        orders = Orders(store)
        first = await orders.keep("J1", "T1", order())
        assert await orders.keep("J1", "T1", order(COSTS)) == first
        assert (await orders.find("T1", "J1")).order == order()


async def test_orders_of_one_thread_are_jobs_of_one_thread(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        orders = Orders(store)
        first, second = await orders.keep("J1", "T1", order()), await orders.keep("J2", "T1", order())
        other = await orders.keep("J3", "T1", order(thread_ts="2.0"))
        assert first.thread == second.thread != other.thread


async def test_two_briefs_without_a_thread_are_two_drafts(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        orders = Orders(store)
        jobs = [await orders.keep(name, "T1", order(thread_ts=None)) for name in ("J1", "J2")]
        assert jobs[0].thread != jobs[1].thread
        assert (await orders.find("T1", "J1")).thread_ts is None


async def test_what_a_premium_workspace_orders_is_premium(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        await store.workspaces.put(Workspace(id="T1", tier=Tier.PREMIUM))
        assert (await Orders(store).keep("J1", "T1", order())).premium
        assert not (await Orders(store).keep("J2", "T2", order())).premium


async def test_the_order_of_another_workspace_or_of_a_forgotten_draft_is_gone(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store)
        with pytest.raises(DraftForgotten):
            await Orders(store).find("T2", "J1")
        await store.forget(found.draft.key)
        with pytest.raises(DraftForgotten):
            await Orders(store).find("T1", "J1")


async def test_an_order_is_given_again_in_the_thread_that_it_has_by_now(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store, COSTS, thread_ts=None)
        await store.drafts.begins(found.draft.key, thread="5.0")
        repeated = again(await Orders(store).find("T1", "J1"), user="U2")
        assert (repeated.user, repeated.thread_ts, repeated.written) == ("U2", "5.0", BRIEF)
        assert repeated.files == (COSTS,)
        assert not repeated.without_model


async def test_without_a_model_once_is_without_a_model_from_then_on(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store)
        once = again(found, user="U1", without_model=True)
        await Orders(store).keep("J2", "T1", once)
        assert again(await Orders(store).find("T1", "J2"), user="U1").without_model


async def test_the_live_message_of_a_job_is_where_its_order_says(tmp_path: Path) -> None:
    async with stored(tmp_path) as store:
        found = await ordered(store)
        target = found.target(ts="9.0", maybe_posted=True)
        assert (target.workspace, target.channel, target.thread_ts) == ("T1", "C1", "1.0")
        assert (target.draft, target.job, target.ts) == (found.draft.key.id, "J1", "9.0")
        assert (target.maybe_posted, target.since) == (True, found.since)


async def test_an_order_that_is_tried_again_has_its_draft_waited_for_before_its_job_is_queued(
    tmp_path: Path,
) -> None:
    async with stored(tmp_path) as store:
        failed = await ordered(store)
        await store.drafts.update(failed.draft.key, state=DraftState.FAILED)
        orders = Orders(store)
        await orders.keep("J2", "T1", again(failed, user="U2"), anew=True)
        assert (await orders.find("T1", "J2")).draft.state is DraftState.ASKED
