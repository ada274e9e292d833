"""The fixtures of the contract that every adapter of a model provider keeps."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.contract.providers import PAIRS, Adapter, Hands, Pair
from tests.fakes.llm.serving import WireServer


@pytest.fixture(params=PAIRS)
def pair(request: pytest.FixtureRequest) -> Pair:
    return PAIRS[request.param]


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def server(pair: Pair, clock: Hands) -> AsyncIterator[WireServer]:
    async with pair.server(clock=clock) as server:
        yield server


@pytest.fixture
async def provider(pair: Pair, server: WireServer) -> AsyncIterator[Adapter]:
    provider = pair.provider(server)
    yield provider
    await provider.aclose()
