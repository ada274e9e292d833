"""A draft outlasts the refusals of Slack."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.scenario.slack.kit import BRIEF, running, scene


async def test_a_storm_of_refusals_delays_the_end_and_nothing_more(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        world.slack.trouble.throttle("chat.update", retry_after=1, times=3)
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        refused = [call.at for call in world.slack.calls.of("chat.update") if call.status == 429]
        assert len(refused) == 3
        assert all(later - earlier >= 1 for earlier, later in pairwise(refused))
        assert len(world.ours(world.channel)) == 1
