"""How long a database that is away is waited for: long by a job, briefly by whatever a person waits for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

import sqlalchemy as sa

from core.clock import Clock

T = TypeVar("T")

# Seconds between two attempts. A server that fails over or is started again is back in about ten; Slack
# waits three for its answer, and then asks again.
BRIEFLY = (0.1, 0.2, 0.4)
LONG = (*BRIEFLY, 0.8, 1.6, 3.2, 5.0, 5.0, 5.0)

_pauses: ContextVar[tuple[float, ...]] = ContextVar("pauses", default=BRIEFLY)


class NotReached(Exception):
    """The database could not be reached, and nothing that was asked of it has been done."""

    def __init__(self, cause: sa.exc.DBAPIError) -> None:
        super().__init__()
        self.cause = cause


@contextmanager
def patiently() -> Iterator[None]:
    """Wait long for a database in here: nobody is waiting for an answer, and work would be lost."""
    token = _pauses.set(LONG)
    try:
        yield
    finally:
        _pauses.reset(token)


def is_outage(error: sa.exc.DBAPIError) -> bool:
    """Whether a connection was lost or could not be made, rather than a statement refused. Postgres only."""
    return error.connection_invalidated or error.statement is None


async def outlast(attempt: Callable[[], Awaitable[T]], *, clock: Clock) -> T:
    """What an attempt returns, made again while it raises NotReached; in the end, the cause is raised."""
    for pause in _pauses.get():
        try:
            return await attempt()
        except NotReached:
            await clock.sleep(pause)
    try:
        return await attempt()
    except NotReached as last:
        raise last.cause from None
