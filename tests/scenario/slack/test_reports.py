"""/decide usage and /decide status: what has been used, and how the bot is doing."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

from pydantic import SecretStr

from core.llm.usage import Usage
from core.store.records import Workspace
from handlers.surfaces import COMMAND
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import HELD, Gated
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told
from tests.scenario.slack.process import serving
from tests.unit.llm.test_prices import PRICES

MODEL = "claude-sonnet-5-5"


async def answer(world: Scene, word: str) -> str:
    """What Ann alone is told."""
    assert (await world.ann.runs(COMMAND, word, world.channel)).ok
    return told(world.ann.private(world.channel)[-1])


async def test_usage_tells_calls_tokens_cost_and_what_caching_saved(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        used = [
            Usage(
                provider="anthropic",
                model=MODEL,
                task="draft",
                input=2_000,
                cache_read=1_000_000,
                cache_write_1h=100_000,
                output=8_000,
                cost=0.78,
            )
            for _ in range(2)
        ]
        await bot.store.workspaces.put(Workspace(id=world.team.id))
        await bot.store.usage.add(world.team.id, used, person=world.ann.id)
        _, plain, _, read, _, written = PRICES[MODEL]
        saved = 2 * (plain - read) - 0.2 * (written - plain)  # dollars, of 2 and 0.2 million tokens
        said = await answer(world, "usage")
        assert "2 calls, 2,204,000 tokens in, 16,000 out, $1.56" in said
        assert f"2,000,000 tokens read from the cache, 200,000 written to it, ${saved:.2f} saved" in said
        assert f"Anthropic, {MODEL} (draft 2)" in said


async def test_usage_tells_what_a_draft_by_a_model_has_just_used(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        assert "Nothing was drafted." in await answer(world, "usage")
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("revision 1", world.channel)
        said = await answer(world, "usage")
        assert "Anthropic, " in said
        assert "draft 1" in said
        assert "written to it" in said


async def test_usage_of_drafts_without_a_model_is_no_tokens(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        assert "The built-in drafter (draft 1): 1 call, no tokens" in await answer(world, "usage")


async def test_status_tells_what_runs_who_drafts_and_the_version(tmp_path: Path) -> None:
    async with (
        scene(tmp_path) as world,
        running(
            world,
            anthropic_api_key=SecretStr("a-key"),
            anthropic_base_url="http://127.0.0.1:1",
            crossroads_anthropic_model=MODEL,
        ),
    ):
        said = await answer(world, "status")
        assert "0 drafts running, 0 waiting" in said
        assert f"Asked for drafts: Anthropic ({MODEL}), then the built-in drafter" in said
        assert f"Crossroads {version('crossroads')}" in said


async def test_status_counts_the_drafts_that_run(tmp_path: Path) -> None:
    clock = Gated()
    async with scene(tmp_path, clock=clock) as world, running(world):
        world.slack.trouble.delay(HELD, "files.getUploadURLExternal", times=1)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_shown("Drawing", world.channel)
        assert "1 draft running, 0 waiting" in await answer(world, "status")
        clock.gate.set()
        await world.until_done(world.channel)


async def test_status_of_the_program_tells_its_memory_and_the_limit(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world, serving(world, unused_tcp_port):
        said = await answer(world, "status")
        held = re.search(r"Memory: ([\d,]+) of ([\d,]+) MB \(\d+%\)", said)
        assert held is not None
        resident, limit = (int(number.replace(",", "")) for number in held.groups())
        assert 0 < resident < limit
