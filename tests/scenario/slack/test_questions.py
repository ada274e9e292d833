"""What a thin brief leaves open is asked first; what a draft leaves open, when somebody wants to know."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message
from bot.slack import Bot
from core.store.records import DraftState
from handlers.blocks.buttons import Action
from handlers.surfaces import COMMAND
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told

THIN = "We need to do something about onboarding new customers"
TOPIC = "Pricing page redesign project for the team"  # thin, with a file beside it, too
ASKS = "This brief leaves much open"
COSTS = Upload(name="costs.csv", content=b"option,cost\nself service,30000\nguided calls,90000\n")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)


async def asked(world: Scene, brief: str = THIN) -> Message:
    """The questions about a brief of Ann's."""
    await world.ann.mentions_bot(world.channel, brief)
    return await world.until_shown(ASKS, world.channel)


async def answers(world: Scene, questions: Message, given: dict[str, object]) -> None:
    """Bob opens the form below the questions and sends it."""
    await world.bob.clicks(questions, Action.ANSWER)
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    assert (await world.bob.submits(world.bob.modal, given)).ok


async def test_a_thin_brief_is_asked_about_and_drafted_with_the_answers(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, TOPIC, files=[COSTS])
    questions = await world.until_shown(ASKS, world.channel)
    assert "Which ways forward" in told(questions)
    given: dict[str, object] = {"words0": "Guided calls or self service", "choice1": "1", "choice2": ["0"]}
    await answers(world, questions, given)
    second = await world.until_shown("Round 2 of at most 3", world.channel)
    await answers(world, second, {"choice0": "2"})
    done = await world.until_done(world.channel)
    assert done.thread_ts == asked.ts
    assert "from your brief and 1 file" in told(done)
    assert "Guided calls" in told(done)
    assert len(world.ours(world.channel)) == 3


async def test_an_answer_becomes_a_sentence_of_the_brief_that_can_be_cited(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        await answers(
            world, await asked(world), {"choice0": ["0"], "words1": "Guided calls, or self service"}
        )
        await world.until_done(world.channel)
        (draft,) = await bot.store.drafts.recent(world.team.id)
        revision = await bot.store.revisions.latest(draft.key)
        assert revision is not None
        said = [passage["text"] for passage in json.loads(revision.extra)["brief"]["passages"]]
        assert "The options are: Guided calls, or self service." in said


async def test_every_new_brief_may_be_asked_about(world: Scene) -> None:
    await world.ann.tells_bot(THIN)
    await world.until_shown(ASKS, world.ann.direct())
    await world.bob.runs(COMMAND, THIN, world.channel)
    await world.until_shown(ASKS, world.channel)


async def test_draft_now_drafts_the_brief_as_it_is(world: Scene) -> None:
    questions = await asked(world)
    assert (await world.bob.clicks(questions, Action.DRAFT_NOW)).ok
    done = await world.until_done(world.channel)
    assert done.thread_ts == questions.thread_ts


async def test_both_buttons_at_once_and_once_more_make_one_draft(world: Scene) -> None:
    questions = await asked(world)
    await world.bob.clicks(questions, Action.ANSWER)
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    await asyncio.gather(
        world.bob.submits(world.bob.modal, {"words1": "Guided calls, or self service"}),
        world.ann.clicks(questions, Action.DRAFT_NOW),
    )
    await world.slack.until(lambda: len(_whispers(world)) == 1)
    assert "answered already" in _whispers(world)[0]
    await world.until_shown("revision 1", world.channel)
    await world.ann.clicks(questions, Action.DRAFT_NOW)
    await world.ann.clicks(questions, Action.ANSWER)
    await world.slack.until(lambda: len(_whispers(world)) == 3)
    assert world.ann.modal is None
    await world.slack.settled()
    assert len(world.ours(world.channel)) == 2
    assert not world.telling("revision 2", world.channel)


def _whispers(world: Scene) -> list[str]:
    channels = (world.channel, world.ann.direct(), world.bob.direct())
    private = [told(m) for p in (world.ann, world.bob) for m in p.private(world.channel)]
    return private + [told(m) for place in channels[1:] for m in world.ours(place)]


async def test_a_reply_answers_in_its_own_words_and_the_buttons_are_over_then(world: Scene) -> None:
    questions = await asked(world)
    said = "Either guided calls or self service. We care about retention, and have $50k until May 2027."
    await world.ann.says(world.channel, said, thread_ts=questions.thread_ts or "", files=[COSTS])
    done = await world.until_done(world.channel)
    assert "Guided calls" in told(done)
    assert "1 file" in told(done)
    await world.bob.clicks(questions, Action.ANSWER)
    await world.ann.clicks(questions, Action.DRAFT_NOW)
    await world.slack.until(lambda: len(_whispers(world)) == 2)
    assert world.bob.modal is None
    assert not world.telling("revision 2", world.channel)


async def test_draft_now_can_be_said_as_well(world: Scene) -> None:
    questions = await asked(world)
    await world.bob.mentions_bot(world.channel, "Draft now.", thread_ts=questions.thread_ts or "")
    await world.until_done(world.channel)


async def test_so_long_a_reply_that_the_brief_cannot_hold_it_is_given_back(world: Scene) -> None:
    questions = await asked(world)
    await world.ann.says(world.channel, "So much to say. " * 310, thread_ts=questions.thread_ts or "")
    await world.slack.until(lambda: len(_whispers(world)) == 1)
    assert "it may have up to 5,000" in _whispers(world)[0]


async def test_a_form_without_an_answer_stays_open(world: Scene) -> None:
    questions = await asked(world)
    await world.bob.clicks(questions, Action.ANSWER)
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    outcome = await world.bob.submits(world.bob.modal, {})
    assert "at least one" in outcome.errors["choice0"]


async def test_while_it_waits_for_answers_a_draft_is_not_called_failed(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        await asked(world)
        assert (await _only(bot, world)) is DraftState.ASKING
        await world.ann.runs(COMMAND, "recent", world.channel)
        listed = told(world.ann.private(world.channel)[-1])
        assert "waiting for answers" in listed
        assert THIN in listed


async def _only(bot: Bot, world: Scene) -> DraftState:
    (draft,) = await bot.store.drafts.recent(world.team.id)
    return draft.state


async def test_no_more_than_three_rounds_are_asked(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        questions = await asked(world)
        assert "Who has to agree?" in told(questions)
        await answers(world, questions, {"choice0": "0"})
        second = await world.until_shown("Round 2 of at most 3", world.channel)
        assert "What happens if nothing is done?" in told(second)
        assert "Who has to agree?" not in told(second)
        await answers(world, second, {"choice0": "1"})
        done = await world.until_shown("Drafted in", world.channel)
        assert done.thread_ts == questions.thread_ts


async def test_a_forgotten_brief_is_not_answered(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        questions = await asked(world)
        await world.bob.clicks(questions, Action.ANSWER)
        await world.slack.until(lambda: world.bob.modal is not None)
        assert world.bob.modal is not None
        (draft,) = await bot.store.drafts.recent(world.team.id)
        assert await bot.store.forget(draft.key)
        await world.bob.submits(world.bob.modal, {"words1": "Guided calls"})
        await world.ann.clicks(questions, Action.DRAFT_NOW)
        await world.slack.until(lambda: len(_whispers(world)) == 2)
        assert all("This draft was deleted" in whisper for whisper in _whispers(world))
        assert await bot.store.drafts.recent(world.team.id) == ()


@pytest.mark.parametrize("word", ["", "clarify"])
async def test_a_draft_is_asked_about_by_button_or_word_and_revised_by_the_answers(
    world: Scene, word: str
) -> None:
    await world.ann.mentions_bot(world.channel, BRIEF)
    draft = await world.until_done(world.channel)
    if word:
        await world.bob.mentions_bot(world.channel, word, thread_ts=draft.thread_ts or "")
    else:
        await world.bob.clicks(draft, Action.CLARIFY)
    questions = await world.until_shown("surer of itself", world.channel)
    assert "Draft now" not in told(questions)
    await answers(world, questions, {"choice0": ["0"]})
    await world.slack.until(lambda: len(_ends(world, questions)) == 1)
    await answers(world, questions, {"words0": "Something else entirely"})
    await world.slack.until(lambda: len(_ends(world, questions)) == 2)


def _ends(world: Scene, after: Message) -> list[str]:
    texts = [told(message) for message in world.ours(world.channel) if message.ts > after.ts]
    return [text for text in texts if "revision" in text and "Revising" not in text]


async def test_after_three_rounds_a_draft_is_not_asked_about_again(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        await world.ann.mentions_bot(world.channel, BRIEF)
        draft = await world.until_shown("Drafted in", world.channel)
        for sentence in ("Round 1 of", "Round 2 of", "Nothing more to ask"):
            await world.ann.clicks(draft, Action.CLARIFY)
            await world.until_shown(sentence, world.channel)
