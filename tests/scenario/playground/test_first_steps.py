"""What a newcomer does first: starts it, writes a brief, drops a file in, looks again tomorrow."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests.scenario.playground.kit import BRIEF, Tab, picture, running, tab

pytestmark = pytest.mark.slow


async def test_a_brief_with_a_file_becomes_a_draft_with_a_picture(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        assert run.url in run.said[1]
        channel = await maya.channel("billing-rebuild")
        bot = (await maya.get("sidebar"))["app"]["bot_user"]
        file = await maya.upload("costs.csv", b"option,cost\nhire,310000\ncontractors,280000\n")
        said = await maya.post(
            "say", channel=channel["id"], text=f"<@{bot}> {BRIEF} A & B", uploads=[file], thread_ts=""
        )
        assert said["message"]["files"][0]["preview"].startswith("option,cost")
        assert "A &amp; B" in said["message"]["text"]

        await maya.until(maya.drafts)

        draft = maya.drafts()[-1]
        thread = await maya.get("thread", channel=channel["id"], ts=said["message"]["ts"])
        assert [reply["ts"] for reply in thread["replies"]] == [draft["ts"]]
        assert thread["root"]["reply_count"] == 1
        async with maya.session.get(picture(draft)) as image:
            assert image.content_type == "image/png"
            assert (await image.read()).startswith(b"\x89PNG")


async def test_a_restart_shows_the_threads_of_yesterday_and_fresh_begins_anew(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        await maya.post("examples/booking-system", channel="")
        await maya.until(maya.drafts)
        draft, newest, starts = maya.drafts()[-1], maya.newest, await maya.get("bot")
        assert starts["starts"] == 1
    async with running(tmp_path) as run, tab(run.url, after=newest) as maya:
        await maya.until(lambda: maya.events("reset"))  # another run: the tab has to ask for everything
        direct = (await maya.get("sidebar"))["app"]["direct"]
        assert draft["channel"] == direct
        kept = await maya.get("thread", channel=direct, ts=draft["thread_ts"])
        assert kept["replies"][-1]["blocks"] == draft["blocks"]
        assert (await maya.get("sidebar"))["app"]["installed"]
    async with running(tmp_path, "--fresh") as run, tab(run.url) as maya:
        direct = (await maya.get("sidebar"))["app"]["direct"]
        assert (await maya.get("history", channel=direct))["messages"] == []


async def test_two_tabs_of_a_person_stay_in_step_and_another_person_sees_what_is_for_all(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya, tab(run.url) as second:
        people = (await maya.get("people"))["workspaces"]
        jonas, stranger = people[0]["people"][1]["id"], people[1]["people"][0]["id"]
        async with tab(run.url, jonas) as colleague, tab(run.url, stranger) as elsewhere:
            channel = (await maya.channel("general"))["id"]
            await maya.post("command", channel=channel, command="/decide", text="help")
            await maya.until(lambda: maya.events("message"))
            private = maya.events("message")[-1]["message"]
            assert private["ephemeral"]
            said = (await maya.post("say", channel=channel, text="Good morning."))["message"]

            for each in (maya, second, colleague):
                await each.until(partial(_has_heard, each, said["ts"]))
            assert private["ts"] in _told(second)
            assert private["ts"] not in _told(colleague)
            assert _told(elsewhere) == []
            assert await maya.get("state") == await second.get("state")


def _has_heard(listener: Tab, ts: str) -> bool:
    return ts in _told(listener)


def _told(listener: Tab) -> list[str]:
    return [data["message"]["ts"] for data in listener.events("message")]
