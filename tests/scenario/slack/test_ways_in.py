"""Every way in ends as a draft in the right thread."""

from __future__ import annotations

from pathlib import Path

from tests.scenario.slack.kit import BRIEF, running, scene


async def test_a_mention_is_drafted_in_its_thread(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_shown("Drafted without a model", world.channel)
        assert done.thread_ts == asked.ts
        assert len(world.ours(world.channel)) == 1
        assert max(delivery.seconds for delivery in world.slack.courier.events()) < 1.0
