"""The parts of the engine that need no database; and the private names of DBOS that we lean on."""

from __future__ import annotations

import inspect
import logging

import pytest
from dbos import DBOS, _queue, error

from core.jobs.bells import THREAD
from core.jobs.engine import _is_news
from core.jobs.model import Limits


@pytest.mark.parametrize(
    ("message", "kind", "news"),
    [
        ("Asyncio task cancelled for workflow or step <function f>", None, False),
        ("Exception encountered in asynchronous workflow:", error.DBOSAwaitedWorkflowCancelledError, False),
        ("Exception encountered in asynchronous workflow:", ZeroDivisionError, True),
        ("Contention detected in queue thread for run.", None, True),
    ],
)
def test_a_withdrawn_workflow_is_no_news(message: str, kind: type[Exception] | None, *, news: bool) -> None:
    failure = kind("J1") if kind else None
    record = logging.LogRecord(
        "dbos", logging.ERROR, "", 0, message, (), (type(failure), failure, None) if failure else None
    )
    assert _is_news(record) is news


def test_dbos_still_has_the_names_that_are_not_promised() -> None:
    assert list(inspect.signature(DBOS._recover_pending_workflows).parameters) == ["executor_ids"]
    assert "background_thread_stop_events" in inspect.getsource(DBOS._destroy)


def test_the_pollers_of_dbos_still_sleep_where_they_hear_a_bell() -> None:
    assert "stop_event.wait(timeout=polling_interval" in inspect.getsource(_queue.queue_worker_thread)
    assert f'name=f"{THREAD}{{queue_name}}"' in inspect.getsource(_queue.queue_thread)


def test_a_job_is_remembered_longer_than_slack_redelivers() -> None:
    assert Limits().remember > 24 * 3_600
