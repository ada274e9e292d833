"""What was stored and then could not be queued: asked for once more, it is done."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.jobs.model import Job, Submitted
from core.jobs.queue import Queue
from handlers.blocks.buttons import Action
from tests.scenario.slack.kit import BRIEF, eventually, running, scene, told
from tests.scenario.slack.menus import choose
from tests.scenario.slack.test_editing_by_hand import CHANGED, input_of, showing
from tests.scenario.slack.test_questions import asked


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """While this holds anything, a job cannot be queued; each attempt takes one out."""
    left: list[bool] = []
    submit = Queue.submit

    async def sometimes(queue: Queue, job: Job) -> Submitted:
        if left:
            left.pop()
            raise ConnectionError("the database is away")
        return await submit(queue, job)

    monkeypatch.setattr(Queue, "submit", sometimes)
    return left


async def test_a_click_below_questions_is_made_again(tmp_path: Path, failing: list[bool]) -> None:
    async with scene(tmp_path) as world, running(world):
        questions = await asked(world)
        failing.append(True)
        await world.bob.clicks(questions, Action.DRAFT_NOW)
        await world.slack.until(lambda: bool(world.bob.private(world.channel)))
        await world.bob.clicks(questions, Action.DRAFT_NOW)
        await world.until_done(world.channel)


async def test_a_form_with_answers_is_sent_again(tmp_path: Path, failing: list[bool]) -> None:
    async with scene(tmp_path) as world, running(world):
        questions = await asked(world)
        await world.bob.clicks(questions, Action.ANSWER)
        await world.slack.until(lambda: world.bob.modal is not None)
        form = world.bob.modal
        assert form is not None
        failing.append(True)
        await world.bob.submits(form, {"words1": "Guided calls, or self service"})
        assert not world.done(world.channel)
        await world.bob.submits(form, {"words1": "Guided calls, or self service"})
        await world.until_shown("Guided calls", world.channel)


async def test_a_form_with_a_change_is_sent_again(tmp_path: Path, failing: list[bool]) -> None:
    async with scene(tmp_path) as world, running(world):
        await world.ann.mentions_bot(world.channel, BRIEF)
        draft = await world.until_done(world.channel)
        await choose(world.bob, draft, "edit")
        await world.slack.until(lambda: world.bob.modal is not None)
        assert world.bob.modal is not None
        view = await showing(world, world.bob.modal, "Option A", "label")
        given = {input_of(view, "label"): "Hire four engineers"}
        failing.append(True)
        await world.bob.submits(view, given)
        assert not world.telling(CHANGED, world.channel)
        await world.bob.submits(view, given)
        assert "Hire four engineers" in told(await world.until_shown(CHANGED, world.channel))


async def test_of_two_replies_to_questions_one_answers_and_the_other_revises(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world):
        thread = (await asked(world)).thread_ts or ""
        said = "Either guided calls or self service. We care about retention, and have $50k until May 2027."
        await asyncio.gather(
            world.ann.says(world.channel, said, thread_ts=thread),
            world.ann.says(world.channel, f"{said} An agency is out.", thread_ts=thread),
        )
        await eventually(lambda: world.facts.count("job_ended") == 3)  # the questions, and both replies
        assert len(world.ours(world.channel)) == 3
        assert len(world.telling("Drafted without a model", world.channel)) == 1
