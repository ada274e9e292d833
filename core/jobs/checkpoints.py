"""Calls inside a job that are made once: their results are the job's steps, found again by name."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import TypeVar

from dbos import DBOS

from core.jobs import rows
from core.jobs.model import Json

J = TypeVar("J", bound=Json)

MAX_RESULT = 2_000  # characters of JSON: a result is ids, and a text belongs in the store

_of_this_job: ContextVar[dict[str, Json] | None] = ContextVar("checkpoints", default=None)


async def restore(workflow: str, *, started_before: bool) -> None:
    """Make the checkpoints of this workflow's former attempts known, in this task and those it starts.

    The engine numbers steps by the order of the calls, and that order may change from one attempt to the
    next: files are read side by side, a provider that failed answers now. So steps are found by their
    names, and new ones are numbered after all that there are.
    """
    known: dict[str, Json] = {}
    if started_before:
        recorded = await rows.steps(workflow)
        known = {name: output for _, name, output in recorded}
        highest = max((number for number, _, _ in recorded), default=0)
        while highest and DBOS.reserve_step().step_id < highest:
            pass
    _of_this_job.set(known)


async def checkpoint(name: str, call: Callable[[], Awaitable[J]]) -> J:
    """The result of a call that this job makes once, even over crashes; outside a job, just the call.

    The result is recorded when the call has ended well, so a failed call is made again. `name` tells the
    calls of a job apart. Neither name nor result may hold any text of a person, a file or a model:
    they are kept with the job, not in the store. Raises ValueError for a result that is no mere ids.
    """
    known = _of_this_job.get()
    if known is None:
        return await call()
    if name in known:
        return known[name]  # type: ignore[return-value]  # it is what this call returned
    result = await call()
    if len(json.dumps(result)) > MAX_RESULT:
        raise ValueError(f"the result of {name} is too long for a checkpoint")

    async def record() -> J:
        return result

    await DBOS.run_step_async({"name": name}, record)
    known[name] = result
    return result
