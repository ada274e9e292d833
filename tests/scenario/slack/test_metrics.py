"""What happens is told at /metrics: every figure there is fed by those who do the work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.playground.slack.people.uploads import Upload
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import status
from tests.scenario.slack.kit import BRIEF, DONE, scene, told
from tests.scenario.slack.process import serving

COSTS = Upload(name="costs.csv", content=b"option,cost\nhire,330000\ncontractors,250000\n")
BY_MODEL = {"provider": "anthropic"}
FIGURES: tuple[tuple[str, Mapping[str, str], float], ...] = (
    ("jobs_ended_total", {"outcome": "done"}, 2),
    ("job_seconds_count", {}, 2),
    ("queue_wait_seconds_count", {}, 2),
    *(
        ("stage_seconds_count", {"stage": stage}, 2)
        for stage in ("reading", "drafting", "checking", "drawing")
    ),
    ("edits_total", {"outcome": "sent", "kind": "terminal"}, 2),
    ("edits_total", {"outcome": "coalesced"}, 1),
    ("edits_total", {"outcome": "refused"}, 1),
    ("model_retries_total", BY_MODEL, 1),
    ("model_call_seconds_count", BY_MODEL | {"task": "draft"}, 2),
    ("tokens_total", BY_MODEL | {"kind": "input"}, 1),
    ("tokens_total", BY_MODEL | {"kind": "output"}, 1),
    ("cost_dollars_total", BY_MODEL, 0.001),
    ("files_read_total", {"kind": "csv"}, 1),
    ("cache_lookups_total", {"space": "documents", "result": "hit"}, 1),
    ("cache_lookups_total", {"space": "documents", "result": "miss"}, 1),
    ("memory_bytes", {}, 1 << 20),
    ("memory_limit_bytes", {}, 1 << 20),
    ("event_loop_lag_seconds_count", {}, 1),
    ("requests_refused_total", {"reason": "unsigned"}, 1),
)


@pytest.mark.slow
async def test_what_happens_is_among_the_figures(tmp_path: Path, unused_tcp_port: int) -> None:
    async with scene(tmp_path) as world, AnthropicServer() as model:
        other = world.slack.add_channel(world.team, "other", world.ann)
        model.script.add(status(503))
        model.gate.clear()
        given = {"ANTHROPIC_API_KEY": model.key, "ANTHROPIC_BASE_URL": model.url}
        async with serving(world, unused_tcp_port, **given):
            figures = Figures(f"http://127.0.0.1:{unused_tcp_port}")
            world.slack.trouble.throttle("chat.update", retry_after=3)
            await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
            await figures.until("jobs", {"state": "running"}, 1)
            await figures.until("edits_total", {"outcome": "coalesced"}, 1)
            model.gate.set()
            await world.until_shown("Drafted in", world.channel)
            await world.ann.mentions_bot(other, f"Once more: {BRIEF}", files=[COSTS])
            assert "costs.csv" in told(await world.until_shown("Drafted in", other))
            await figures.refused()
            for name, labels, least in FIGURES:
                await figures.until(name, labels, least)
            assert await figures.of("jobs", {"state": "running"}) == 0


class Figures:
    """What a process tells of itself."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def until(self, name: str, labels: Mapping[str, str], least: float) -> None:
        """Wait until a figure, over all series with these labels, is at least so large."""
        try:
            async with asyncio.timeout(DONE):
                while await self.of(name, labels) < least:  # noqa: ASYNC110  another process
                    await asyncio.sleep(0.1)
        except TimeoutError:
            raise AssertionError(f"{name} {dict(labels)} stays under {least}") from None

    async def of(self, name: str, labels: Mapping[str, str]) -> float:
        async with aiohttp.ClientSession() as session, session.get(f"{self._url}/metrics") as answer:
            families = text_string_to_metric_families(await answer.text())
        return sum(
            sample.value
            for family in families
            for sample in family.samples
            if sample.name == f"crossroads_{name}" and labels.items() <= sample.labels.items()
        )

    async def refused(self) -> None:
        """Have a request turned away at the door."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self._url}/slack/events", json={}) as answer,
        ):
            assert answer.status == 401
