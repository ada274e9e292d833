"""A thousand drafts while the provider fails one call in ten, and a request that it refuses."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import aclosing

import pytest
from pydantic import SecretStr

from bot.providers import Surroundings, open_provider
from bot.settings import Settings
from core.cache import Cache
from core.errors import ModelRejected
from core.llm.provider import Provider
from core.pipeline.draft import Tools, draft
from core.pipeline.events import Done, Draft
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.fakes.llm.faults import DROPPED, ENDED, RATE_LIMITED, Fault, Script, status, stream_error
from tests.unit.pipeline.test_draft import Shelf, Unkept

DRAFTS = 1_000
AT_ONCE = 8
FAILURES: dict[Fault, float] = {
    RATE_LIMITED: 0.02,
    status(529): 0.02,
    status(500): 0.02,
    stream_error("overloaded_error"): 0.015,
    DROPPED: 0.015,
    ENDED: 0.01,
}


def surroundings(server: AnthropicServer, cache: Cache, facts: Facts) -> Surroundings:
    settings = Settings(
        _env_file=None, anthropic_api_key=SecretStr(server.key), anthropic_base_url=server.url
    )
    return Surroundings(settings=settings, clock=JumpingClock(), emit=facts, replies=cache.space("replies"))


async def one(number: int, provider: Provider, clock: JumpingClock) -> Draft:
    brief = f"Should team {number} hire three engineers or use contractors for {number} weeks?"
    tools = Tools(provider=provider, reader=Shelf(), assessments=Unkept(), clock=clock)
    async with aclosing(draft(brief, tools=tools)) as events:
        async for event in events:
            if isinstance(event, Done):
                return event.draft
    raise AssertionError("no draft")


@pytest.mark.slow
async def test_a_thousand_drafts_come_through_a_provider_that_fails_one_call_in_ten() -> None:
    script = Script(seed=7)
    script.rates = FAILURES
    facts = Facts()
    async with AnthropicServer(script=script, piece=400) as server, Cache() as cache:
        given = surroundings(server, cache, facts)
        clock = JumpingClock()
        limit = asyncio.Semaphore(AT_ONCE)
        async with open_provider("auto", given) as provider, asyncio.TaskGroup() as group:

            async def run(number: int) -> Draft:
                async with limit:
                    return await one(number, provider, clock)

            tasks = [group.create_task(run(number)) for number in range(DRAFTS)]
        drafts = [task.result() for task in tasks]
        sources = Counter(done.assessment.graph.meta.source for done in drafts)
        assert sources["anthropic"] >= 0.995 * DRAFTS
        assert sum(sources.values()) == DRAFTS
        others = [done for done in drafts if done.assessment.graph.meta.source != "anthropic"]
        assert all(done.skipped for done in others)
        calls = len(server.requests)
    assert calls > DRAFTS  # the failures did happen
    assert calls <= 1.12 * DRAFTS
    assert all(not done.assessment.errors for done in drafts)


async def test_a_request_that_the_provider_refuses_is_never_repeated() -> None:
    facts = Facts()
    async with AnthropicServer() as server, Cache() as cache:
        server.script.add(status(400))
        async with open_provider("anthropic", surroundings(server, cache, facts)) as provider:
            with pytest.raises(ModelRejected):
                await one(1, provider, JumpingClock())
        assert len(server.requests) == 1


async def test_a_provider_that_stays_down_is_replaced_and_the_draft_says_so() -> None:
    facts = Facts()
    async with AnthropicServer() as server, Cache() as cache:
        server.script.add(*[status(529)] * 3)
        async with open_provider("auto", surroundings(server, cache, facts)) as provider:
            done = await one(1, provider, JumpingClock())
        assert len(server.requests) == 3
    assert done.assessment.graph.meta.source == "template"
    assert [name for name, _ in done.skipped] == ["anthropic"]
