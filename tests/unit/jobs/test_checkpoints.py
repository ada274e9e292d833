from __future__ import annotations

from core.jobs.checkpoints import checkpoint


async def test_outside_a_job_a_checkpoint_is_just_the_call() -> None:
    calls: list[int] = []

    async def call() -> int:
        calls.append(1)
        return len(calls)

    assert [await checkpoint("name", call), await checkpoint("name", call)] == [1, 2]
