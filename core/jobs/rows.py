"""The engine's rows, read and changed from outside any workflow: nothing here is recorded as a step."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from dbos import DBOS, EnqueueOptions, SetWorkflowID, WorkflowStatus, error

from core import turns
from core.jobs.model import Json

T = TypeVar("T")
Workflow = Callable[..., Coroutine[Any, Any, Json]]
Register = Callable[[str, Workflow, int | None], Workflow]  # name, body, how often again after a crash

VERSION = "1"  # of the workflows; a job is only run by the version that queued it, so raise it with care
CHUNK = 500  # ids in one query

WAITING = "ENQUEUED"
STARTED = "PENDING"
SUCCEEDED = "SUCCESS"
WITHDRAWN = "CANCELLED"
BROKEN = "ERROR"
ENDED = (SUCCEEDED, WITHDRAWN, BROKEN, "MAX_RECOVERY_ATTEMPTS_EXCEEDED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One workflow. `attempts` counts its starts; `created` is in milliseconds since the Unix epoch."""

    id: str
    status: str
    attempts: int
    queue: str | None
    priority: int
    created: int
    executor: str | None
    args: tuple[Any, ...]
    output: Any

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.status in ENDED

    @property
    def order(self) -> tuple[int, int, str]:
        """The order in which rows of one queue start."""
        return (self.priority, self.created, self.id)


async def apart(call: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Make a call as if no workflow were running: inside one, the engine would record it as a step."""
    return await asyncio.get_running_loop().create_task(call(), context=contextvars.Context())


async def find(ids: Iterable[str], *, status: Sequence[str] | None = None) -> dict[str, Row]:
    """The rows of these ids, as far as they exist and have one of these statuses."""
    wanted = list(ids)
    found: dict[str, Row] = {}
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        statuses = list(status) if status else None
        rows = await apart(partial(DBOS.list_workflows_async, workflow_ids=chunk, status=statuses))
        found.update((row.workflow_id, _row(row)) for row in rows)
    return found


async def waiting(*queues: str) -> list[Row]:
    """The rows that wait in these queues, in the order in which they start."""
    query = partial(
        DBOS.list_queued_workflows_async, status=WAITING, queue_name=list(queues), load_output=False
    )
    rows = await apart(query)
    return sorted((_row(row) for row in rows), key=lambda row: row.order)


async def unfinished(*queues: str, load_input: bool = False) -> list[Row]:
    """The rows that wait in these queues or came out of them and have not ended."""
    query = partial(
        DBOS.list_queued_workflows_async,
        status=[WAITING, STARTED],
        queue_name=list(queues),
        load_input=load_input,
        load_output=False,
    )
    return [_row(row) for row in await apart(query)]


async def broken(workflow: str) -> list[Row]:
    """The rows of a kind of workflow whose body raised."""
    query = partial(DBOS.list_workflows_async, name=workflow, status=BROKEN, load_output=False)
    return [_row(row) for row in await apart(query)]


async def executors() -> set[str]:
    """The processes that hold started rows."""
    query = partial(DBOS.list_workflows_async, status=STARTED, load_input=False, load_output=False)
    rows = await apart(query)
    return {row.executor_id for row in rows if row.executor_id}


async def enqueue(
    workflow: str,
    queue: str,
    id_: str,
    *args: Json,
    priority: int,
    partition: str | None = None,
    ahead: bool = False,
) -> bool:
    """Put a workflow into a queue; False when one of this id is there already, in whatever state.

    `ahead` is for one that somebody waits for: it is written before what others want to write.
    """
    options = EnqueueOptions(
        workflow_name=workflow,
        queue_name=queue,
        workflow_id=id_,
        workflow_id_reuse_policy="reject",
        priority=priority,
        app_version=VERSION,
    )
    if partition is not None:
        options["queue_partition_key"] = partition

    async def put() -> None:
        with turns.ahead() if ahead else nullcontext():
            await DBOS.enqueue_workflow_with_options_async(options, *args)

    try:
        await apart(put)
    except error.DBOSWorkflowIDInUseError:
        return False
    return True


async def start(workflow: Workflow, id_: str, *args: Json) -> None:
    """Start a workflow in this process now, unless one of this id was ever started."""

    async def begin() -> None:
        with SetWorkflowID(id_):
            await DBOS.start_workflow_async(workflow, *args)

    await apart(begin)


async def withdraw(ids: Sequence[str]) -> None:
    """Take waiting rows out of their queues."""
    if ids:
        await apart(partial(DBOS.cancel_workflows_async, list(ids)))


async def steps(id_: str) -> list[tuple[int, str, Json]]:
    """The steps that a workflow recorded: number, name and output."""
    rows = await apart(partial(DBOS.list_workflow_steps_async, id_))
    return [(row["function_id"], row["function_name"], row["output"]) for row in rows]


async def forget_ended(before: float) -> int:
    """Delete the rows that ended before a moment (Unix seconds); return how many."""
    query = partial(
        DBOS.list_workflows_async,
        completed_before=datetime.fromtimestamp(before, UTC).isoformat(),
        load_input=False,
        load_output=False,
        limit=CHUNK,
    )
    count = 0
    while rows := await apart(query):
        ids = [row.workflow_id for row in rows]
        await apart(partial(DBOS.delete_workflows_async, ids))
        count += len(rows)
    return count


def _row(status: WorkflowStatus) -> Row:
    return Row(
        id=status.workflow_id,
        status=status.status,
        attempts=status.recovery_attempts or 0,
        queue=status.queue_name,
        priority=status.priority or 0,
        created=status.created_at or 0,
        executor=status.executor_id,
        args=tuple(status.input["args"]) if status.input else (),
        output=status.output,
    )
