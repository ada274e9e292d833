"""Whoever left a channel after a form opened can send nothing with it, and is told so alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Message, View
from bot.slack import Bot
from handlers.blocks.buttons import Action, Entry
from handlers.blocks.compare_form import REVISION
from handlers.blocks.edit_form import PART
from handlers.blocks.export_form import FORMATS
from handlers.blocks.feedback import WORD
from handlers.blocks.modal import Field
from handlers.blocks.refine_form import INSTRUCTION
from handlers.surfaces import GLOBAL_SHORTCUT
from tests.scenario.slack.kit import BRIEF, Scene, eventually, running, scene, told
from tests.scenario.slack.menus import thumb
from tests.scenario.slack.threads import chooses, drafted, modal_of, refined, told_privately

_OUTSIDE = "Only people of this channel"

Opens = Callable[[Scene, Person, Message], Coroutine[Any, Any, object]]


@dataclass(frozen=True, kw_only=True)
class Form:
    """How somebody opens it below a draft, what they fill in, and where it says what is wrong."""

    opens: Opens
    wrong: str
    given: Mapping[str, object] = field(default_factory=dict)


async def _shortcut(_: Scene, person: Person, __: Message) -> object:
    return await person.shortcut(GLOBAL_SHORTCUT)


FORMS: Mapping[str, Form] = {
    "refine": Form(
        opens=lambda _, person, draft: person.clicks(draft, Action.REFINE),
        wrong=INSTRUCTION,
        given={INSTRUCTION: "add an agency"},
    ),
    "edit": Form(
        opens=lambda _, person, draft: chooses(person, draft, Entry.EDIT), wrong=PART, given={PART: "title"}
    ),
    "export": Form(opens=lambda _, person, draft: chooses(person, draft, Entry.EXPORT), wrong=FORMATS),
    "compare": Form(opens=lambda _, person, draft: chooses(person, draft, Entry.COMPARE), wrong=REVISION),
    "feedback": Form(
        opens=lambda _, person, draft: thumb(person, draft, up=False), wrong=WORD, given={WORD: "Shorter."}
    ),
    "draft": Form(opens=_shortcut, wrong=Field.PLACE, given={Field.BRIEF: BRIEF}),
}


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[tuple[Scene, Bot]]:
    async with scene(tmp_path) as world, running(world) as bot:
        yield world, bot


def leaves(world: Scene, person: Person) -> None:
    channel = world.slack.world.channels[world.channel.id]
    world.slack.world.channels.put(replace(channel, members=channel.members - {person.id}))


async def _opened(world: Scene, person: Person, form: Form, draft: Message) -> tuple[View, dict[str, object]]:
    await form.opens(world, person, draft)
    view = await modal_of(world, person)
    return view, {**form.given, **({Field.PLACE: world.channel.id} if form.wrong == Field.PLACE else {})}


@pytest.mark.slow  # a draft with two revisions for each form
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
async def test_a_form_is_refused_to_whoever_left_and_taken_from_whoever_came_back(
    place: tuple[Scene, Bot], form: Form
) -> None:
    world, bot = place
    draft = await drafted(world)
    await refined(world, draft, "add freelancers", number=2)
    third = await refined(world, draft, "drop option B", number=3)
    view, given = await _opened(world, world.bob, form, third)
    said, kept = len(world.slack.messages(world.channel)), await _kept(world, bot)
    leaves(world, world.bob)
    outcome = await world.bob.submits(view, given)
    assert _OUTSIDE in outcome.errors[form.wrong]
    await world.slack.settled()
    assert (len(world.slack.messages(world.channel)), await _kept(world, bot)) == (said, kept)
    await world.bob.joins(world.channel)
    outcome = await world.bob.submits(view, given)
    assert _OUTSIDE not in str(outcome.errors)


async def _kept(world: Scene, bot: Bot) -> tuple[int, int]:
    """How many drafts there are, and how many texts and jobs of theirs."""
    drafts = await bot.store.drafts.recent(world.team.id)
    texts = [text for draft in drafts for text in await bot.store.texts.of(draft.key)]
    jobs = [job for draft in drafts for job in await bot.store.requests.jobs(draft.key)]
    return len(drafts), len(texts) + len(jobs)


async def test_the_parts_of_a_draft_are_not_shown_to_whoever_left(place: tuple[Scene, Bot]) -> None:
    world, _ = place
    draft = await drafted(world)
    await chooses(world.bob, draft, Entry.EDIT)
    view = await modal_of(world, world.bob)
    leaves(world, world.bob)
    assert (await world.bob.clicks(view, PART, "title")).ok
    await told_privately(world, world.bob, _OUTSIDE)
    assert world.bob.modal is not None
    assert world.bob.modal.definition == view.definition


async def test_answers_of_whoever_left_are_not_taken(place: tuple[Scene, Bot]) -> None:
    world, _ = place
    await world.ann.mentions_bot(world.channel, "We need to do something about onboarding new customers")
    questions = await world.until_shown("This brief leaves much open", world.channel)
    await world.bob.clicks(questions, Action.ANSWER)
    view = await modal_of(world, world.bob)
    leaves(world, world.bob)
    outcome = await world.bob.submits(view, {"words1": "Guided calls, or self service"})
    assert _OUTSIDE in " ".join(outcome.errors.values())
    await world.slack.settled()
    assert world.ours(world.channel) == [questions]


async def test_a_thread_is_not_forgotten_by_whoever_left_until_they_are_back(
    place: tuple[Scene, Bot],
) -> None:
    world, bot = place
    draft = await drafted(world)
    await chooses(world.ann, draft, Entry.FORGET)
    view = await modal_of(world, world.ann)
    leaves(world, world.ann)
    assert (await world.ann.submits(view)).ok
    await world.slack.until(lambda: bool(world.ours(world.ann.direct())))
    assert _OUTSIDE in told(world.ours(world.ann.direct())[-1])
    assert len(await bot.store.drafts.recent(world.team.id)) == 1
    await world.ann.joins(world.channel)
    await chooses(world.ann, draft, Entry.FORGET)
    assert (await world.ann.submits(await modal_of(world, world.ann))).ok
    await eventually(lambda: not world.ours(world.channel))
