"""A draft that is forgotten while its job waits or runs does not leave its progress standing."""

from __future__ import annotations

from pathlib import Path

from pydantic import SecretStr

from bot.slack import Bot
from core.store.records import DraftKey
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told


async def forget_newest(bot: Bot, world: Scene) -> DraftKey:
    draft = max(await bot.store.drafts.recent(world.team.id), key=lambda draft: draft.created)
    assert await bot.store.forget(draft.key)
    return draft.key


async def test_forgotten_while_the_model_writes(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url) as bot,
    ):
        model.gate.clear()
        await world.ann.mentions_bot(world.channel, BRIEF)
        message = await world.until_shown("Drafting with", world.channel)
        key = await forget_newest(bot, world)
        model.gate.set()
        ended = await world.until_shown("This draft was deleted", world.channel)
        assert ended.ts == message.ts
        assert "kept" not in told(ended).replace("nothing of it is kept", "")
        assert await bot.store.drafts.get(key) is None
        await world.slack.settled()
        assert world.ours(world.channel) == [ended]


async def test_forgotten_while_it_waits(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(
            world,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
            crossroads_concurrency=1,
        ) as bot,
    ):
        model.gate.clear()
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Drafting with", world.channel)
        await world.bob.mentions_bot(world.channel, BRIEF.replace("three", "four"))
        waiting = await world.until_shown("place 1 in line", world.channel)
        await forget_newest(bot, world)
        ended = await world.until_shown("This draft was deleted", world.channel)
        assert ended.ts == waiting.ts
        model.gate.set()
        await world.until_shown("Drafted in", world.channel)
