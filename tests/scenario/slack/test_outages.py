"""A draft is brought to its end though its database goes away under it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import SecretStr

from core.clock import SystemClock
from core.outages import LONG
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.outages import Server
from tests.scenario.slack.kit import BRIEF, eventually, running, scene

pytestmark = pytest.mark.slow


class Watched(SystemClock):
    """Remembers for how long somebody slept, in seconds."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await super().sleep(seconds)


async def test_a_draft_outlasts_an_outage_of_its_database(
    tmp_path: Path, postgres_url: str, postgres_server: sa.URL
) -> None:
    server, clock = Server(postgres_url, postgres_server), Watched()
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(
            world,
            clock=clock,
            database_url=SecretStr(postgres_url),
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
        ),
    ):
        model.gate.clear()
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Drafting with", world.channel)
        await eventually(lambda: model.busiest == 1)
        await asyncio.to_thread(server.goes_away)
        model.gate.set()
        await eventually(lambda: LONG[4] in clock.slept)  # only a job waits for so long
        await asyncio.to_thread(server.comes_back)
        await world.until_shown("Drafted in", world.channel)
        assert world.facts.count("job_failed") == 0
        assert len(world.ours(world.channel)) == 1
