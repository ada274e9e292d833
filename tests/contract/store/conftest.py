"""A store in an empty database, once as a file and once on a server."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from core.store.records import (
    Draft,
)
from core.store.store import Store
from tests.contract.store.filling import opened
from tests.fakes.clock import Ahead


@pytest.fixture
def clock() -> Ahead:
    return Ahead()


@pytest.fixture
async def store(database_url: str, clock: Ahead) -> AsyncIterator[Store]:
    async with Store.open(database_url, clock=clock) as opened:
        yield opened


@pytest.fixture
async def draft(store: Store) -> Draft:
    return await opened(store)
