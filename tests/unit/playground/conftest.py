"""The world that most tests here begin with."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.unit.playground.scene import Scene, scene


@pytest.fixture
async def world() -> AsyncIterator[Scene]:
    async with scene() as made:
        yield made
