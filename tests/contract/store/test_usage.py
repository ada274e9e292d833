"""What a workspace used: each billed request once, whatever came of the job that made it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from core.errors import DraftForgotten
from core.llm.usage import Usage
from core.store.records import Draft, Workspace
from core.store.store import Store
from tests.contract.store.filling import opened
from tests.fakes.clock import Ahead


def billed(**changes: Any) -> Usage:  # noqa: ANN401  any field
    """What one request was billed for, like no other one."""
    given = {"provider": "anthropic", "model": "m", "task": "draft"}
    return Usage(**(given | {"input": 10, "output": 5, "reasoning": 1, "cost": 0.5} | changes))


@pytest.fixture
async def workspace(store: Store) -> str:
    await store.workspaces.put(Workspace(id="T1"))
    return "T1"


async def test_usage_adds_up_by_model_and_unpriced_calls_are_counted_apart(
    store: Store, workspace: str, clock: Ahead
) -> None:
    await store.workspaces.put(Workspace(id="T2"))
    await store.usage.add(workspace, [billed(), billed(cache_read=7, cost=None)], person="U1")
    await store.usage.add(workspace, [billed(task="repair")], person="U2")
    await store.usage.add(workspace, [], person="U2")
    await store.usage.add("T2", [billed()], person="U1")
    drafting, repairing = await store.usage.totals(workspace, since=0)
    assert (drafting.calls, drafting.input, drafting.cache_read, drafting.output) == (2, 20, 7, 10)
    assert (drafting.cost, drafting.unpriced) == (0.5, 1)
    assert (repairing.task, repairing.calls, repairing.unpriced) == ("repair", 1, 0)
    assert len(await store.usage.totals(workspace, since=0, person="U1")) == 1
    assert await store.usage.totals(workspace, since=clock.now() + 1) == ()


async def test_a_request_that_is_told_again_is_counted_once(store: Store, workspace: str) -> None:
    one, other = billed(), billed()
    await store.usage.add(workspace, [one, other], person="U1")
    await store.usage.add(workspace, [other, one, one], person="U1")
    (total,) = await store.usage.totals(workspace, since=0)
    assert (total.calls, total.input, total.cost) == (2, 20, 1.0)


async def test_what_one_workspace_is_told_changes_nothing_in_another(store: Store, workspace: str) -> None:
    await store.workspaces.put(Workspace(id="T2"))
    one = billed()
    await store.usage.add(workspace, [one], person="U1")
    await store.usage.add("T2", [one], person="U1")
    for name in (workspace, "T2"):
        (total,) = await store.usage.totals(name, since=0)
        assert total.calls == 1


@pytest.mark.parametrize("late", [False, True])
async def test_of_a_request_that_is_told_twice_what_it_was_billed_in_the_end_counts(
    store: Store, workspace: str, *, late: bool
) -> None:
    """Whoever left a call that went on for somebody else tells of its beginning, before its end or after."""
    begun = billed(output=1, reasoning=0, cost=0.1)
    whole = replace(begun, model="m-2", input=12, output=900, reasoning=40, cost=0.9)
    told = [(begun, "U1"), (whole, "U2")]
    for usage, person in reversed(told) if late else told:
        await store.usage.add(workspace, [usage], person=person)
    (total,) = await store.usage.totals(workspace, since=0, person="U2")
    assert (total.model, total.calls, total.input, total.output) == ("m-2", 1, 12, 900)
    assert (total.reasoning, total.cost) == (40, 0.9)
    assert await store.usage.totals(workspace, since=0, person="U1") == ()


async def test_many_who_tell_of_one_request_at_once_count_it_once(store: Store, workspace: str) -> None:
    one = billed()
    async with asyncio.TaskGroup() as group:
        for output in range(1, 9):
            group.create_task(store.usage.add(workspace, [replace(one, output=output)], person="U1"))
    (total,) = await store.usage.totals(workspace, since=0)
    assert (total.calls, total.output) == (1, 8)


async def test_what_a_step_used_is_written_down_with_what_it_gave(store: Store, draft: Draft) -> None:
    one = billed()
    await store.results.keep(draft.key, job="J1", name="reply", body=b"{}", used=[one], person="U1")
    await store.results.keep(draft.key, job="J1", name="reply", body=b"{}", used=[one], person="U1")
    await store.results.keep(draft.key, job="J1", name="document", body=b"{}")
    (total,) = await store.usage.totals(draft.key.workspace, since=0, person="U1")
    assert total.calls == 1
    await store.results.drop(draft.key, job="J1")
    assert await store.usage.totals(draft.key.workspace, since=0) == (total,)


async def test_what_a_step_of_a_forgotten_draft_used_is_written_down_apart(store: Store) -> None:
    gone, one = await opened(store), billed()
    workspace = gone.key.workspace
    await store.usage.add(workspace, [billed()], person="U1")
    await store.forget(gone.key)
    with pytest.raises(DraftForgotten):
        await store.results.keep(gone.key, job="J1", name="reply", body=b"{}", used=[one], person="U1")
    (before,) = await store.usage.totals(workspace, since=0)
    assert before.calls == 1  # of what outlives the draft, and nothing of what came too late
    await store.usage.add(workspace, [one], person="U1")
    (after,) = await store.usage.totals(workspace, since=0)
    assert after.calls == 2


async def test_what_a_step_of_a_workspace_that_left_used_is_not_written_down(store: Store) -> None:
    gone = await opened(store)
    await store.forget_workspace(gone.key.workspace)
    with pytest.raises(DraftForgotten):
        await store.results.keep(gone.key, job="J1", name="reply", body=b"{}", used=[billed()], person="U1")
    await store.usage.add(gone.key.workspace, [billed()], person="U1")
    assert await store.usage.totals(gone.key.workspace, since=0) == ()
