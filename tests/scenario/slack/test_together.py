"""Several people in one thread, and those who may not act on it: order is kept, and everybody is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Message
from bot.slack import Bot
from handlers.blocks.buttons import Action, Entry
from handlers.blocks.refine_form import INSTRUCTION
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.faults import Break, Fault
from tests.scenario.slack.kit import BRIEF, Scene, eventually, running, scene, told
from tests.scenario.slack.threads import (
    chooses,
    clicks_from_outside,
    drafted,
    entry_of,
    modal_of,
    refined,
    revised,
    told_privately,
    values_of,
)

_BUTTONS = (
    Action.REFINE,
    Action.OPTIONS,
    Action.CLARIFY,
    Action.CRITIQUE,
    Action.WHY,
    Action.FEEDBACK,
)

pytestmark = pytest.mark.slow  # each walks through whole threads


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[tuple[Scene, Bot]]:
    async with scene(tmp_path) as world, running(world) as bot:
        yield world, bot


async def test_two_people_who_press_and_reply_at_once_are_both_heard(place: tuple[Scene, Bot]) -> None:
    world, bot = place
    draft = await drafted(world)
    await world.bob.clicks(draft, Action.REFINE)
    form = await modal_of(world, world.bob)
    await asyncio.gather(
        world.ann.says(world.channel, "add freelancers", thread_ts=draft.thread_ts),
        world.bob.submits(form, {INSTRUCTION: "add an agency"}),
        world.bob.clicks(draft, Action.WHY),
        world.ann.mentions_bot(
            world.channel, "rename option A to Hire four engineers", thread_ts=draft.thread_ts
        ),
    )
    await revised(world, 4)
    await world.until_shown("What would flip it", world.channel)
    (kept,) = await bot.store.drafts.recent(world.team.id)
    revisions = await bot.store.revisions.of(kept.key)
    labels = [{option.label for option in revision.graph.options} for revision in revisions]
    assert [len(options) for options in labels] == sorted(len(options) for options in labels)
    assert {"Freelancers", "Hire four engineers"} <= labels[-1]
    assert any("gency" in label for label in labels[-1])
    assert len(world.ours(world.channel)) == 5


async def test_two_people_who_undo_one_revision_undo_it_once_and_the_second_is_told(
    place: tuple[Scene, Bot],
) -> None:
    world, _ = place
    boss = world.slack.add_person(world.team, "Cleo", admin=True)
    await boss.joins(world.channel)
    draft = await drafted(world)
    await refined(world, draft, "add freelancers", number=2)
    third = await refined(world, draft, "drop option B", number=3)
    await asyncio.gather(chooses(world.ann, third, Entry.UNDO), chooses(boss, third, Entry.UNDO))
    fourth = await revised(world, 4)
    assert "Revision 2 brought back" in told(fourth)
    said = [*world.ann.private(world.channel), *boss.private(world.channel)]
    assert ["Somebody chose this before you" in told(message) for message in said] == [True]


async def test_an_undo_that_a_reply_overtook_takes_nothing_back(place: tuple[Scene, Bot]) -> None:
    world, _ = place
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    await world.bob.mentions_bot(world.channel, "drop option B", thread_ts=draft.thread_ts)
    await world.slack.settled()
    await chooses(world.ann, second, Entry.UNDO)
    third = await revised(world, 3)
    assert "Removed option" in told(third)

    def overtaken() -> list[Message]:
        return [*world.ann.private(world.channel), *world.telling("Not undone", world.channel)]

    await world.slack.until(lambda: bool(overtaken()))
    assert ["This was about revision 2" in told(message) for message in overtaken()] == [True]
    assert not world.telling("revision 4", world.channel)


async def test_the_button_of_an_old_revision_says_which_one_is_the_newest(place: tuple[Scene, Bot]) -> None:
    world, _ = place
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    await refined(world, draft, "drop option B", number=3)
    await chooses(world.ann, second, Entry.UNDO)
    assert "the draft is at revision 3 by now" in told(world.ann.private(world.channel)[-1])


async def test_somebody_outside_the_channel_is_told_to_join_it(place: tuple[Scene, Bot]) -> None:
    world, _ = place
    draft = await drafted(world)
    eve = world.slack.add_person(world.team, "Eve")
    for action in (Action.REFINE, Action.WHY, Action.CRITIQUE):
        await clicks_from_outside(world, eve, draft, action)
    await told_privately(world, eve, "Only people of this channel")
    assert eve.modal is None
    await world.slack.settled()
    assert len(world.ours(world.channel)) == 1
    await eve.joins(world.channel)
    assert (await eve.clicks(draft, Action.WHY)).ok
    await world.until_shown("What would flip it", world.channel)


async def test_no_button_nor_entry_below_a_draft_does_anything_for_somebody_outside(
    place: tuple[Scene, Bot],
) -> None:
    world, bot = place
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    eve = world.slack.add_person(world.team, "Eve")
    clicks: list[tuple[Action, object]] = [(action, values_of(second, action)[0]) for action in _BUTTONS]
    clicks += [(Action.MORE, entry_of(second, entry)) for entry in Entry]
    for action, value in clicks:
        await clicks_from_outside(world, eve, second, action, value)
    await world.slack.until(lambda: len(_kept_out(world, eve)) == len(clicks))
    assert eve.modal is None
    await world.slack.settled()
    assert len(world.ours(world.channel)) == 2
    assert len(await bot.store.drafts.recent(world.team.id)) == 1


async def test_no_button_below_questions_or_ideas_does_anything_for_somebody_outside(
    place: tuple[Scene, Bot],
) -> None:
    world, _ = place
    eve = world.slack.add_person(world.team, "Eve")
    await world.ann.mentions_bot(world.channel, "We need to do something about onboarding new customers")
    questions = await world.until_shown("This brief leaves much open", world.channel)
    draft = await drafted(world)
    assert (await world.ann.clicks(draft, Action.OPTIONS)).ok
    await world.slack.until(lambda: bool(_with(world, Action.ADD_OPTION)))
    assert (await world.ann.clicks(draft, Action.CRITIQUE)).ok
    await world.slack.until(lambda: bool(_with(world, Action.APPLY_FIX)))
    await world.slack.settled()
    before = len(world.ours(world.channel))
    for action in (Action.ANSWER, Action.DRAFT_NOW):
        await clicks_from_outside(world, eve, questions, action)
    for action in (Action.ADD_OPTION, Action.APPLY_FIX):
        message = _with(world, action)[0]
        await clicks_from_outside(world, eve, message, action, values_of(message, action)[0])
    await world.slack.until(lambda: len(_kept_out(world, eve)) == 4)
    assert eve.modal is None
    await world.slack.settled()
    assert len(world.ours(world.channel)) == before


async def test_no_button_of_a_draft_under_way_or_declined_does_anything_for_somebody_outside(
    tmp_path: Path,
) -> None:
    async with (
        AnthropicServer(latency=600.0) as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        eve = world.slack.add_person(world.team, "Eve", admin=True)
        await world.ann.mentions_bot(world.channel, BRIEF)
        working = await world.until_shown("Drafting with", world.channel)
        await clicks_from_outside(world, eve, working, Action.STOP)
        await world.slack.until(lambda: len(_kept_out(world, eve)) == 1)
        await eventually(lambda: model.busiest == 1)
        assert model.abandoned == 0
        assert (await world.ann.clicks(working, Action.STOP)).ok
        await world.until_shown("was stopped", world.channel)
        model.latency = 0.0
        model.script.add(Fault(kind=Break.DECLINED))
        await world.bob.mentions_bot(world.channel, BRIEF)
        declined = await world.until_shown("declined", world.channel)
        for action in (Action.TRY_AGAIN, Action.WITHOUT_MODEL):
            await clicks_from_outside(world, eve, declined, action)
        await world.slack.until(lambda: len(_kept_out(world, eve)) == 3)
        await world.slack.settled()
        assert len(world.ours(world.channel)) == 2
        assert world.facts.count("job_taken") == 2


def _with(world: Scene, action: Action) -> list[Message]:
    """The bot's messages that have such a button."""
    return [message for message in world.ours(world.channel) if values_of(message, action)]


def _kept_out(world: Scene, person: Person) -> list[str]:
    """How often somebody was told to join the channel."""
    said = [told(message) for message in world.slack.world.ephemerals if message.viewer == person.id]
    return [text for text in said if "Only people of this channel" in text]


async def test_a_form_that_is_sent_twice_makes_one_revision_and_says_so(place: tuple[Scene, Bot]) -> None:
    world, bot = place
    draft = await drafted(world)
    await world.ann.clicks(draft, Action.REFINE)
    sent = await world.ann.submits(await modal_of(world, world.ann), {INSTRUCTION: "add freelancers"})
    await world.slack.courier.repeat(sent.delivery)
    await revised(world, 2)
    await told_privately(world, world.ann, "This form was sent already")
    (kept,) = await bot.store.drafts.recent(world.team.id)
    assert len(await bot.store.revisions.of(kept.key)) == 2


async def test_whatever_is_pressed_in_a_forgotten_thread_says_so(place: tuple[Scene, Bot]) -> None:
    world, bot = place
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    (kept,) = await bot.store.drafts.recent(world.team.id)
    await bot.store.forget(kept.key)
    for entry in (Entry.UNDO, Entry.COMPARE):
        await chooses(world.ann, second, entry)
    for action in (Action.REFINE, Action.WHY):
        assert (await world.ann.clicks(second, action)).ok
    await world.slack.until(lambda: len(world.ann.private(world.channel)) == 4)
    assert all("was deleted" in told(message) for message in world.ann.private(world.channel))
