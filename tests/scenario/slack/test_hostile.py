"""Whatever people write and files hold, no message of ours pings anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.playground.slack.people.uploads import Upload
from handlers.surfaces import COMMAND
from tests.scenario.slack.kit import pinged, running, scene

PINGS = (
    "<!channel> <!here> <!everyone> <!subteam^S12345678> <!subteam^S1|@all> <@U000000003> &lt;!channel&gt;"
)
BRIEF = f"Should we hire {PINGS} or use contractors {PINGS} for six months? *Budget* is `$300k` <!channel|x>."
FILES = [
    Upload(name="<!channel>.csv", content=f"option,cost\nhire {PINGS},1\ncontractors {PINGS},2\n".encode()),
    Upload(name=f"{PINGS[:60]}.exe", content=b"MZ\x00\x01" * 50),
]


@pytest.mark.parametrize("way", ["mention", "command", "direct"])
async def test_no_message_pings_anybody(tmp_path: Path, way: str) -> None:
    async with scene(tmp_path) as world, running(world):
        channel = world.ann.direct() if way == "direct" else world.channel
        match way:
            case "mention":
                await world.ann.mentions_bot(channel, BRIEF, files=FILES)
            case "command":
                await world.ann.runs(COMMAND, BRIEF, channel)
            case _:
                await world.ann.tells_bot(BRIEF, files=FILES)
        await world.until_done(channel)
        assert not pinged(world.slack)


async def test_no_private_answer_pings_anybody(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        hidden = world.slack.add_channel(world.team, "hidden", world.ann, kind="private", with_bot=False)
        await world.ann.runs(COMMAND, "<!channel>", world.channel)
        await world.ann.runs(COMMAND, f"{BRIEF} " * 40, world.channel)
        await world.ann.runs(COMMAND, BRIEF, hidden)
        await world.slack.until(lambda: bool(world.ann.private(hidden)))
        assert len(world.ann.private(world.channel)) == 2
        assert not pinged(world.slack)
