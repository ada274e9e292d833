"""The app's modal, its home tab and its buttons, through the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.surfaces import GLOBAL_SHORTCUT, MESSAGE_SHORTCUT
from tests.scenario.playground.kit import BRIEF, running, tab

pytestmark = pytest.mark.slow


async def test_a_brief_with_a_file_goes_off_by_the_modal(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        assert (await maya.post("shortcut", callback_id=GLOBAL_SHORTCUT))["ok"]
        await maya.until(lambda: maya.events("modal"))
        form = maya.events("modal")[-1]["view"]
        assert (await maya.get("state"))["modal"]["id"] == form["id"]

        short = await maya.post("modal/submit", view=form["id"], values={"brief": "Too short."})
        assert list(short["errors"]) == ["brief"]

        file = await maya.upload("costs.csv", b"option,cost\nhire,310000\ncontractors,280000\n")
        sent = await maya.post("modal/submit", view=form["id"], values={"brief": BRIEF, "files": [file]})
        assert sent == {"ok": True, "notice": "", "errors": {}}
        await maya.until(lambda: maya.events("modal")[-1] == {"view": None})
        await maya.until(maya.drafts)
        assert "costs.csv" in str(maya.drafts()[-1]["blocks"])


async def test_a_form_is_opened_from_a_message_and_closed_and_a_slow_draft_is_stopped(tmp_path: Path) -> None:
    async with running(tmp_path) as run, tab(run.url) as maya:
        await maya.post("home/open")
        await maya.until(lambda: maya.events("home"))
        assert maya.events("home")[-1]["view"]["type"] == "home"

        await maya.post("trouble", id="model_slow", on=True)
        await maya.until(lambda: maya.events("bot") and maya.events("bot")[-1]["starts"] == 2)
        await maya.until(lambda: maya.events("bot")[-1]["state"] == "running")
        channel = (await maya.channel("billing-rebuild"))["id"]
        said = (await maya.post("say", channel=channel, text=BRIEF))["message"]
        asked = await maya.post("shortcut", callback_id=MESSAGE_SHORTCUT, channel=channel, ts=said["ts"])
        assert asked["ok"]
        await maya.until(lambda: "Stop" in _buttons(maya.events("message")))
        live = maya.events("message")[-1]["message"]
        stop = next(e for block in live["blocks"] if block["type"] == "actions" for e in block["elements"])
        pressed = await maya.post("click", channel=channel, ts=live["ts"], action_id=stop["action_id"])
        assert pressed["ok"]
        await maya.until(
            lambda: any("topped" in data["message"]["text"] for data in maya.events("message_changed"))
        )
        assert maya.drafts() == []


def _buttons(events: list[dict[str, object]]) -> str:
    return str(events[-1:])
