"""The switches for trouble, each with a draft under way: the bot stays calm."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import pytest

from tests.scenario.playground.kit import END, Tab, running, tab

pytestmark = pytest.mark.slow


async def test_kill_9_in_the_middle_of_a_draft_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        channel = (await maya.channel("billing-rebuild"))["id"]
        said = (await maya.post("examples/hire-or-contract", channel=channel))["message"]
        await maya.until(lambda: [m for m in maya.events("message") if m["message"]["is_reply"]])
        down = await maya.post("bot", do="kill")
        assert down["state"] == "stopped"
        assert "kill -9" in down["note"]

        failed = await maya.post("command", channel=channel, command="/decide", text="help")
        assert "dispatch_failed" in failed["notice"]

        await maya.post("bot", do="start")
        await maya.until(maya.drafts)
        thread = await maya.get("thread", channel=channel, ts=said["ts"])
        assert len(thread["replies"]) == 1
        assert (await maya.get("bot"))["starts"] == 2
        assert [data["state"] for data in maya.events("bot")] == ["stopped", "starting", "running"]


async def test_a_storm_of_429_and_doubled_events_still_end_in_one_draft(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        await maya.post("trouble", id="storm", on=True)
        await maya.post("trouble", id="twice", on=True)
        channel = (await maya.channel("billing-rebuild"))["id"]
        said = (await maya.post("examples/hire-or-contract", channel=channel))["message"]
        await maya.until(maya.drafts)

        assert len((await maya.get("thread", channel=channel, ts=said["ts"]))["replies"]) == 1
        wire = await maya.get("wire")
        assert wire["rates"]["throttled_in_last_minute"] > 0
        events = [entry for entry in wire["entries"] if entry["what"] == "event app_mention"]
        whole = [await maya.get(f"wire/{entry['n']}") for entry in events]
        assert len({each["sent"]["event_id"] for each in whole}) == 1
        assert len(whole) == 2
        assert {"X-Slack-Signature", "X-Slack-Request-Timestamp"} <= whole[0]["headers"].keys()
        posted = next(entry for entry in wire["entries"] if entry["what"] == "chat.postMessage")
        assert (await maya.get(f"wire/{posted['n']}"))["sent"]["token"] == "xoxb-…"  # noqa: S105  it is masked


async def test_a_model_that_is_down_is_asked_again_and_then_done_without(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        await _switch(maya, "model_down", on=True)
        channel = (await maya.channel("billing-rebuild"))["id"]
        await maya.post("examples/hire-or-contract", channel=channel)
        await maya.until(maya.drafts)
        assert "without a model" in str(maya.drafts()[-1]["blocks"])

        await maya.post("trouble", id="model_slow", on=True)  # no other model: it is not started again
        await maya.post("trouble", id="model_down", on=False)
        await _switch(maya, "model_slow", on=False)
        assert (await maya.get("bot"))["starts"] == 3


async def test_the_bot_ends_when_the_playground_is_killed(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        bot = (await maya.get("bot"))["pid"]
        line = os.pidfd_open(bot)
        try:
            run.process.send_signal(signal.SIGKILL)
            await run.process.wait()
            await _ended(line)
        finally:
            os.close(line)


async def _switch(maya: Tab, name: str, *, on: bool) -> None:
    """Turn a switch that starts the bot again; wait until it is up."""
    before = (await maya.get("bot"))["starts"]
    await maya.post("trouble", id=name, on=on)
    await maya.until(
        lambda: any(b["state"] == "running" and b["starts"] > before for b in maya.events("bot"))
    )


async def _ended(process: int) -> None:
    """Wait for the end of a process that is not ours."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(process, ended.set)
    async with asyncio.timeout(END):
        await ended.wait()
    loop.remove_reader(process)
