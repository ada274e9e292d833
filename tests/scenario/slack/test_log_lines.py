"""What an operator reads of a job: one line, with one id from the acknowledgement to the last edit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.playground.slack.people.uploads import Upload
from handlers.blocks.buttons import Action
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, scene
from tests.scenario.slack.process import serving

COSTS = Upload(name="costs.csv", content=b"option,cost\nagency,180000\n")


def lines(home: Path) -> list[dict[str, Any]]:
    """Every line of the log that is one of ours."""
    (log,) = home.glob("log-*")
    return [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]


async def test_a_job_has_one_line_with_all_that_happened_to_it(tmp_path: Path, unused_tcp_port: int) -> None:
    async with scene(tmp_path) as world:
        async with serving(world, unused_tcp_port, LOG_LEVEL="DEBUG"):
            await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
            await world.until_done(world.channel)
        logged = lines(tmp_path)
        [line] = [each for each in logged if each["event"] == "job"]
        assert line["outcome"] == "done"
        assert line["job_taken"] == 1
        assert line["edits_sent"] == len(world.slack.calls.of("chat.update")) + 1
        assert line["files_read"] == line["files_fetched"] == 1
        assert {"reading_seconds", "drafting_seconds", "drawing_seconds", "waited", "ran"} <= set(line)
        told = [each["event"] for each in logged if each.get("job") == line["job"]]
        assert told.count("job_taken") == 1
        assert told[-1] == "job"
        assert told.count("edit") >= line["edits_sent"]
        assert not [each for each in logged if each["event"] in {"edit", "stage"} and "job" not in each]


async def test_a_job_that_was_stopped_has_its_one_line_too(tmp_path: Path, unused_tcp_port: int) -> None:
    async with scene(tmp_path) as world, AnthropicServer() as model:
        model.gate.clear()
        keys = {"ANTHROPIC_API_KEY": model.key, "ANTHROPIC_BASE_URL": model.url}
        async with serving(world, unused_tcp_port, **keys):
            await world.ann.mentions_bot(world.channel, BRIEF)
            message = await world.until_shown("Drafting with", world.channel)
            await world.ann.clicks(message, Action.STOP)
            await world.until_shown("was stopped", world.channel)
        [line] = [each for each in lines(tmp_path) if each["event"] == "job"]
        assert (line["outcome"], line["reason"]) == ("cancelled", "stopped")
        assert line["edits_sent"] == len(world.slack.calls.of("chat.update")) + 1
