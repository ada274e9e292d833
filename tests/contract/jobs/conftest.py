"""The one queue that the tests of this package share: a process can have no second one beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import ExitStack

import pytest
import pytest_asyncio

from core.jobs import patience
from core.jobs import queue as queue_module
from core.jobs.queue import Queue
from tests.contract.jobs.office import LIMITS, SWEEP, WAITS, Office
from tests.fakes import postgres
from tests.fakes.clock import Ahead
from tests.fakes.facts import Facts
from tests.fakes.work import Work


@pytest_asyncio.fixture(scope="package", loop_scope="package", params=["sqlite", "postgres"])
async def opened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Office]:
    work, clock, facts = Work(), Ahead(), Facts()
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        patch.setattr(queue_module, "SWEEP", SWEEP)
        patch.setattr(queue_module, "MEND", SWEEP)
        patch.setattr(patience, "WAITS", WAITS)
        url = f"sqlite:///{tmp_path_factory.mktemp('jobs')}/jobs.db"
        if request.param == "postgres":
            url = stack.enter_context(postgres.database(request.getfixturevalue("postgres_server")))
        async with Queue.open(
            url,
            run=work.run,
            announce=work.announce,
            finished=work.finished,
            limits=LIMITS,
            clock=clock,
            emit=facts,
        ) as queue:
            yield Office(queue=queue, work=work, clock=clock, facts=facts)


@pytest_asyncio.fixture(loop_scope="package")
async def office(opened: Office) -> AsyncIterator[Office]:
    """The one queue, and at the end of each test nothing in it."""
    yield opened
    for gate in opened.gates:
        gate.set()
    opened.gates.clear()
    await opened.idle()
    opened.work.most_running = 0
    assert opened.facts.count("queue_look_failed") == 0
