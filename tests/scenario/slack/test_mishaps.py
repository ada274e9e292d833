"""What people are told when the bot fails before it has taken on what they asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from pydantic import SecretStr

from core.jobs.model import Job
from handlers.blocks.buttons import Action
from handlers.blocks.modal import Field
from handlers.mishaps import LAST_RETRY
from handlers.orders import Order, Orders
from handlers.surfaces import COMMAND, GLOBAL_SHORTCUT
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import Break, Fault
from tests.scenario.slack.kit import BRIEF, running, scene, told

SENTENCE = "Something went wrong here"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing can be stored, until this is undone."""

    async def keep(*_: object) -> NoReturn:
        raise ConnectionError("the database is away, says somebody who quotes a brief")

    monkeypatch.setattr(Orders, "keep", keep)
    return monkeypatch


async def test_a_command_that_fails_is_answered_with_what_was_written(
    tmp_path: Path, broken: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path) as world, running(world):
        assert (await world.ann.runs(COMMAND, BRIEF, world.channel)).ok
        [answer] = world.ann.private(world.channel)
        assert SENTENCE in told(answer)
        assert BRIEF in told(answer)
        broken.undo()
        await world.ann.runs(COMMAND, BRIEF, world.channel)
        await world.until_done(world.channel)


async def test_an_event_that_fails_is_delivered_again_and_then_drafted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing, keep = [True, True], Orders.keep  # a mention is two events

    async def sometimes(orders: Orders, id_: str, workspace: str, order: Order, *, anew: bool = False) -> Job:
        if failing:
            failing.pop()
            raise ConnectionError("away")
        return await keep(orders, id_, workspace, order, anew=anew)

    monkeypatch.setattr(Orders, "keep", sometimes)
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.until_done(world.channel)
        assert world.ann.private(world.channel) == []
        assert world.facts.count("listener_failed") == 2


@pytest.mark.usefixtures("broken")
async def test_whoever_sent_an_event_is_told_when_slack_will_not_deliver_it_again(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF)
        await world.slack.until(lambda: len(world.slack.courier.events()) >= 4)
        assert world.ann.private(world.channel) == []
        last = replace(world.slack.courier.events("app_mention")[-1].parcel, attempt=LAST_RETRY)
        assert not (await world.slack.courier.ask(last)).ok
        assert SENTENCE in told(world.ann.private(world.channel)[-1])


async def test_a_click_that_fails_is_answered_privately(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def find(*_: object) -> NoReturn:
        raise ConnectionError("away")

    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        model.script.add(Fault(kind=Break.DECLINED))
        await world.ann.mentions_bot(world.channel, BRIEF)
        declined = await world.until_shown("declined", world.channel)
        monkeypatch.setattr(Orders, "find", find)
        assert (await world.ann.clicks(declined, Action.TRY_AGAIN)).ok
        assert SENTENCE in told(world.ann.private(world.channel)[-1])


@pytest.mark.usefixtures("broken")
async def test_a_form_that_fails_stays_open_with_what_was_written(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.shortcut(GLOBAL_SHORTCUT)
        form = world.ann.modal
        assert form is not None
        outcome = await world.ann.submits(form, {Field.BRIEF: BRIEF, Field.PLACE: world.channel.id})
        assert SENTENCE in str(outcome)
        assert world.ann.modal is not None
