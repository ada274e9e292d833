"""What a workspace is told it spent is all that was billed for it, whatever became of its drafts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Never

import pytest
from pydantic import SecretStr

from bot.playground.slack.records import Message
from bot.slack import Bot
from core.errors import GraphHasCycle
from core.pipeline import work
from core.store.records import UsageTotal
from handlers.blocks.buttons import Action
from handlers.surfaces import COMMAND
from tests.fakes import drafts
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import DECLINED, DROPPED, ENDLESS
from tests.scenario.slack.kit import BRIEF, Scene, eventually, running, scene, told

WRITING = "so far"  # what a message says of the nodes that the model has written
COUNTED = ("input", "cache_read", "cache_write_5m", "cache_write_1h", "output", "reasoning", "cost")


@dataclass(frozen=True, kw_only=True)
class Stage:
    world: Scene
    model: AnthropicServer

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Bot]:
        key = SecretStr(self.model.key)
        async with running(self.world, anthropic_api_key=key, anthropic_base_url=self.model.url) as bot:
            yield bot

    async def asks(self) -> Message:
        return await self.world.ann.mentions_bot(self.world.channel, BRIEF)

    async def until_shown(self, text: str) -> Message:
        return await self.world.until_shown(text, self.world.channel)

    async def stops(self, message: Message) -> None:
        await self.world.ann.clicks(message, Action.STOP)
        await self.until_shown("was stopped")

    async def totals(self, bot: Bot) -> dict[str, UsageTotal]:
        """What the store tells, by task; it has to be what logs and metrics were told, too."""
        found = await bot.store.usage.totals(self.world.team.id, since=0)
        facts = [told for event, told in self.world.facts.seen if event == "model_call" and "cost" in told]
        assert sum(total.calls for total in found) == len(facts)
        for name in COUNTED:
            billed = sum(float(told[name] or 0) for told in facts)
            assert sum(getattr(total, name) for total in found) == pytest.approx(billed), name
        return {total.task: total for total in found}

    async def usage(self) -> str:
        """What Ann is told."""
        await self.world.ann.runs(COMMAND, "usage", self.world.channel)
        return told(self.world.ann.private(self.world.channel)[-1])


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with AnthropicServer() as model, scene(tmp_path) as world:
        yield Stage(world=world, model=model)


async def test_a_draft_that_fails_after_its_reply_is_paid_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def assess(*_: object, **__: object) -> Never:
        raise GraphHasCycle

    monkeypatch.setattr(work, "assess", assess)
    async with stage.running() as bot:
        await stage.asks()
        await eventually(lambda: stage.world.facts.count("job_ended") == 1)
        totals = await stage.totals(bot)
        assert totals["draft"].calls == 1
        assert totals["draft"].output > 1
        assert "(draft 1): 1 call" in await stage.usage()


async def test_a_brief_that_the_model_declines_is_paid_for_with_the_attempts_before(stage: Stage) -> None:
    stage.model.script.add(DROPPED, DECLINED)
    async with stage.running() as bot:
        await stage.asks()
        await stage.until_shown("declined")
        assert (await stage.totals(bot))["draft"].calls == 2
        assert "(draft 2): 2 calls" in await stage.usage()


async def test_a_draft_that_is_stopped_while_the_model_writes_is_paid_for_as_far_as_is_known(
    stage: Stage,
) -> None:
    stage.model.script.add(ENDLESS)
    async with stage.running() as bot:
        await stage.asks()
        await stage.stops(await stage.until_shown(WRITING))
        drafting = (await stage.totals(bot))["draft"]
        assert drafting.calls == 1
        assert drafting.cache_write_1h > 0  # what Claude tells when a stream begins
        assert "(draft 1): 1 call" in await stage.usage()


async def test_a_draft_that_is_stopped_in_its_repair_is_paid_for_as_a_whole(stage: Stage) -> None:
    stage.model.script.add(drafts.text(drafts.without_numbers()), ENDLESS)
    async with stage.running() as bot:
        await stage.asks()
        repairing = await stage.until_shown("Repairing")
        await stage.world.slack.until(lambda: WRITING in told(stage.world.ours(stage.world.channel)[0]))
        await stage.stops(repairing)
        totals = await stage.totals(bot)
        assert {task: total.calls for task, total in totals.items()} == {"draft": 1, "repair": 1}
        assert totals["draft"].output > 1
        assert "(draft 1, repair 1): 2 calls" in await stage.usage()


async def test_a_draft_that_is_forgotten_while_the_model_writes_is_paid_for(stage: Stage) -> None:
    stage.model.script.add(ENDLESS)
    async with stage.running() as bot:
        asked = await stage.asks()
        await stage.until_shown(WRITING)
        await stage.world.ann.mentions_bot(stage.world.channel, "forget", thread_ts=asked.ts)
        await stage.world.slack.until(lambda: bool(stage.world.ann.private(stage.world.channel)))
        await stage.world.ann.clicks(stage.world.ann.private(stage.world.channel)[-1], Action.FORGET)
        await eventually(lambda: stage.world.facts.count("job_ended") == 1)
        assert (await stage.totals(bot))["draft"].calls == 1


async def test_a_call_that_a_shutdown_cuts_off_is_paid_for_beside_the_one_after_the_restart(
    stage: Stage,
) -> None:
    stage.model.script.add(ENDLESS)
    async with stage.running():
        await stage.asks()
        await stage.until_shown(WRITING)
    async with stage.running() as bot:
        await stage.until_shown("revision 1")
        await eventually(lambda: stage.world.facts.count("job_ended") == 1)
        assert (await stage.totals(bot))["draft"].calls == 2


async def test_of_two_drafts_that_share_a_call_the_one_that_is_stopped_adds_nothing(stage: Stage) -> None:
    stage.model.gate.clear()
    async with stage.running() as bot:
        await stage.asks()
        first = await stage.until_shown("Drafting with")
        await stage.asks()
        await stage.world.slack.until(
            lambda: len(stage.world.telling("Drafting with", stage.world.channel)) == 2
        )
        await stage.stops(first)
        stage.model.gate.set()
        await stage.until_shown("revision 1")
        assert len(stage.model.requests) == 1
        assert (await stage.totals(bot))["draft"].calls == 1
