"""Files as Slack hands them over, or does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.playground.slack.people.uploads import Upload
from tests.scenario.slack.kit import BRIEF, running, scene, told

COSTS = Upload(name="costs.csv", content=b"option,cost\nhire,330000\ncontractors,250000\n")


async def test_a_file_shared_through_slack_connect_is_asked_for_and_read(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        other = world.slack.add_workspace("Partner")
        guest = world.slack.add_person(other, "Gus")
        shared = world.slack.add_channel(world.team, "shared", world.ann, guest, shared_with=[other])
        await guest.mentions_bot(shared, BRIEF, files=[COSTS])
        done = await world.until_done(shared)
        assert "from your brief and 1 file" in told(done)
        assert "costs.csv" in told(done)


async def test_without_the_right_to_read_files_the_draft_says_what_is_missing(tmp_path: Path) -> None:
    async with scene(tmp_path) as world:
        installation = world.slack.installation(world.team)
        world.slack.world.installations.put(
            replace(installation, scopes=installation.scopes - {"files:read"})
        )
        async with running(world):
            await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
            done = await world.until_shown("Drafted without a model", world.channel)
            assert "Slack sent its sign-in page instead" in told(done)
            assert "from your brief ·" in told(done)


@pytest.mark.parametrize(
    ("upload", "said"),
    [
        (Upload(name="a.csv", standing="tombstone"), "was deleted in Slack"),
        (Upload(name="a.csv", standing="hidden_by_limit"), "more files than its plan keeps"),
        (Upload(name="a.csv", standing="access_denied"), "does not show it to Crossroads"),
        (
            Upload(name="a.csv", standing="external", external_url="https://drive.test/a"),
            "its content is not in Slack",
        ),
    ],
    ids=lambda value: value.standing if isinstance(value, Upload) else "",
)
async def test_what_slack_does_not_give_is_named_with_the_reason_and_the_rest_is_read(
    tmp_path: Path, upload: Upload, said: str
) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF, files=[upload, COSTS])
        done = told(await world.until_done(world.channel))
        assert said in done
        assert "from your brief and 1 file" in done
        assert "costs.csv" in done


async def test_a_file_that_is_gone_does_not_fail_the_draft(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        world.slack.trouble.fail("download", status=404, times=None)
        await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
        assert "Not read" in told(await world.until_done(world.channel))
