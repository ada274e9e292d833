"""A draft is found again: by /decide recent, and in the App Home."""

from __future__ import annotations

from pathlib import Path

from handlers.blocks.buttons import Action
from handlers.surfaces import COMMAND
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, strings


def address(world: Scene, ts: str) -> str:
    """What Slack itself gives as the address of a message."""
    return f"{world.slack.url}/archives/{world.channel.id}/p{ts.replace('.', '')}"


async def test_recent_drafts_are_linked_without_a_call_for_each(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        before = len([call for call in world.slack.calls if call.method == "auth.test"])
        for _ in range(3):
            outcome = await world.ann.runs(COMMAND, "recent", world.channel)
            assert outcome.ok
        told = "\n".join(strings(list(world.ann.private(world.channel)[-1].blocks)))
        assert address(world, asked.ts) in told
        after = len([call for call in world.slack.calls if call.method == "auth.test"])
        assert after - before <= 1


async def test_the_home_tab_links_ones_own_drafts_and_opens_the_form(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        await world.ann.opens_home()
        await world.slack.until(lambda: world.ann.home is not None)
        home = world.ann.home
        assert home is not None
        assert address(world, asked.ts) in "\n".join(strings(home.definition))
        assert (await world.ann.clicks(home, Action.OPEN_FORM)).ok
        await world.slack.until(lambda: world.ann.modal is not None)
