"""Options and a critique in a draft's thread: asked for by button or word, and taken on by one click."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.slack.records import Message
from core.jobs.model import Job, Submitted
from handlers.blocks.buttons import Action
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told

OPTIONS = "that the draft does not have"
CRITIQUE = "to look at"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)


@asynccontextmanager
async def modelled(home: Path) -> AsyncIterator[tuple[Scene, AnthropicServer]]:
    async with (
        AnthropicServer() as model,
        scene(home) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        yield world, model


async def drafted(world: Scene) -> Message:
    """A draft of Ann's, finished."""
    await world.ann.mentions_bot(world.channel, BRIEF)
    return await world.until_shown("revision 1", world.channel)


async def asked_for(world: Scene, draft: Message, action: Action) -> Message:
    """What comes of a click on a button of a draft."""
    assert (await world.bob.clicks(draft, action)).ok
    return await world.until_shown(OPTIONS if action is Action.OPTIONS else CRITIQUE, world.channel)


def offered(message: Message) -> list[str]:
    """The blocks of a message with a button beside them, by their ids."""
    return [block["block_id"] for block in message.blocks if "accessory" in block]


def number_of(text: str) -> int:
    """The revision that a message shows."""
    found = re.search(r" · revision (\d+) · ", text)
    return int(found[1]) if found else 0


async def test_an_option_that_is_suggested_is_added_by_a_click(world: Scene) -> None:
    draft = await drafted(world)
    ideas = await asked_for(world, draft, Action.OPTIONS)
    assert ideas.thread_ts == draft.thread_ts
    assert 3 <= len(offered(ideas)) <= 5
    assert "Suggested without a model" in told(ideas)
    assert (await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])).ok
    done = await world.until_shown("revision 2", world.channel)
    title = next(b["text"]["text"] for b in ideas.blocks if b["block_id"] == offered(ideas)[0])
    assert title.split("*")[1] in told(done)
    assert "Option added in" in told(done)


async def test_a_finding_of_a_critique_is_mended_by_a_click(world: Scene) -> None:
    draft = await drafted(world)
    review = await asked_for(world, draft, Action.CRITIQUE)
    assert "Critique of revision 1" in told(review)
    assert (await world.ann.clicks(review, Action.APPLY_FIX, block_id=offered(review)[0])).ok
    done = await world.until_shown("revision 2", world.channel)
    assert "Mended in" in told(done)
    assert "What changed" in told(done)


@pytest.mark.parametrize(("word", "answer"), [("options", OPTIONS), ("critique", CRITIQUE)])
async def test_a_word_asks_for_the_same_as_the_button(world: Scene, word: str, answer: str) -> None:
    draft = await drafted(world)
    await world.bob.mentions_bot(world.channel, word, thread_ts=draft.thread_ts or "")
    assert (await world.until_shown(answer, world.channel)).thread_ts == draft.thread_ts


async def test_two_clicks_on_one_option_add_it_once_and_the_second_is_told(world: Scene) -> None:
    ideas = await asked_for(world, await drafted(world), Action.OPTIONS)
    first = offered(ideas)[0]
    await asyncio.gather(
        world.ann.clicks(ideas, Action.ADD_OPTION, block_id=first),
        world.bob.clicks(ideas, Action.ADD_OPTION, block_id=first),
    )
    await world.until_shown("revision 2", world.channel)
    await world.slack.until(lambda: len(_whispers(world)) == 1)
    assert "before you" in _whispers(world)[0] or "already" in _whispers(world)[0]
    await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=first)
    await world.slack.until(lambda: len(_whispers(world)) == 2)
    assert any("The draft has this already" in whisper for whisper in _whispers(world))
    assert not world.telling("revision 3", world.channel)


async def test_a_click_that_was_stored_and_not_queued_is_done_by_the_next_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        draft = await drafted(world)
        ideas = await asked_for(world, draft, Action.OPTIONS)

        async def dies(_: Job) -> Submitted:
            raise RuntimeError("killed before the queue had it")

        with monkeypatch.context() as crash:
            crash.setattr(bot.queue, "submit", dies)
            await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])
            await world.slack.until(lambda: len(_whispers(world)) == 1)
        await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])
        assert "Option added in" in told(await world.until_shown("revision 2", world.channel))
        assert not any("before you" in whisper for whisper in _whispers(world))


def _whispers(world: Scene) -> list[str]:
    return [told(m) for person in (world.ann, world.bob) for m in person.private(world.channel)]


async def test_an_option_that_was_taken_back_can_be_added_again(world: Scene) -> None:
    draft = await drafted(world)
    ideas = await asked_for(world, draft, Action.OPTIONS)
    await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])
    await world.until_shown("revision 2", world.channel)
    await world.ann.mentions_bot(world.channel, "undo", thread_ts=draft.thread_ts or "")
    await world.until_shown("revision 3", world.channel)
    await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])
    assert "Option added in" in told(await world.until_shown("revision 4", world.channel))


async def test_add_and_apply_at_once_are_both_done_one_after_the_other(world: Scene) -> None:
    draft = await drafted(world)
    ideas = await asked_for(world, draft, Action.OPTIONS)
    review = await asked_for(world, draft, Action.CRITIQUE)
    await asyncio.gather(
        world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0]),
        world.bob.clicks(review, Action.APPLY_FIX, block_id=offered(review)[0]),
        world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[2]),
    )
    await world.slack.until(lambda: len(_ended(world, review)) == 3)
    assert not _whispers(world)
    ended = _ended(world, review)
    assert sorted(number_of(text) for text in ended) == [2, 3, 4]
    assert sum("Option added in" in text for text in ended) == 2
    assert sum("Mended in" in text for text in ended) == 1


def _ended(world: Scene, after: Message) -> list[str]:
    """What the messages after one tell, oldest first, of those that have come to an end."""
    texts = [told(message) for message in world.ours(world.channel) if message.ts > after.ts]
    return [text for text in texts if " · revision " in text or "Not changed" in text]


async def test_a_fix_that_the_newest_graph_does_not_take_is_refused_privately(tmp_path: Path) -> None:
    async with modelled(tmp_path) as (world, _):
        draft = await drafted(world)
        review = await asked_for(world, draft, Action.CRITIQUE)
        rename = next(b["block_id"] for b in review.blocks if "Say by when" in str(b))
        await world.ann.mentions_bot(world.channel, "drop option A", thread_ts=draft.thread_ts or "")
        await world.until_shown("revision 2", world.channel)
        await world.bob.clicks(review, Action.APPLY_FIX, block_id=rename)
        await world.slack.until(lambda: bool(world.bob.private(world.channel)))
        assert "Revision 2 does not take this any more" in told(world.bob.private(world.channel)[-1])
        assert not world.telling("revision 3", world.channel)


async def test_a_model_suggests_and_critiques_and_what_it_offers_is_added(tmp_path: Path) -> None:
    async with modelled(tmp_path) as (world, _):
        draft = await drafted(world)
        ideas = await asked_for(world, draft, Action.OPTIONS)
        assert "Run a pilot in one team" in told(ideas)
        assert "without a model" not in told(ideas)
        await world.ann.clicks(ideas, Action.ADD_OPTION, block_id=offered(ideas)[0])
        await world.until_shown("revision 2", world.channel)
        review = await asked_for(world, world.telling("revision 2", world.channel)[-1], Action.CRITIQUE)
        assert "In the way" in told(review)
        await world.ann.clicks(review, Action.APPLY_FIX, block_id=offered(review)[0])
        done = await world.until_shown("revision 3", world.channel)
        assert "Mended in" in told(done)


async def test_a_search_for_options_can_be_stopped_and_tried_again(tmp_path: Path) -> None:
    async with modelled(tmp_path) as (world, model):
        draft = await drafted(world)
        model.gate.clear()
        await world.ann.clicks(draft, Action.OPTIONS)
        message = await world.until_shown("Looking for options", world.channel)
        assert (await world.ann.clicks(message, Action.STOP)).ok
        stopped = await world.until_shown("This search for options was stopped", world.channel)
        assert "The draft stays as it is" in told(stopped)
        model.gate.set()
        await world.ann.clicks(stopped, Action.TRY_AGAIN)
        assert "Run a pilot" in told(await world.until_shown(OPTIONS, world.channel))


@pytest.mark.parametrize("action", [Action.OPTIONS, Action.CRITIQUE, Action.ADD_OPTION])
async def test_a_click_in_a_thread_that_was_forgotten_is_answered_to_one_person(
    tmp_path: Path, action: Action
) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        draft = await drafted(world)
        ideas = await asked_for(world, draft, Action.OPTIONS)
        (kept,) = await bot.store.drafts.recent(world.team.id)
        assert await bot.store.forget(kept.key)
        adds = action is Action.ADD_OPTION
        block = offered(ideas)[0] if adds else ""
        await world.bob.clicks(ideas if adds else draft, action, block_id=block)
        await world.slack.until(lambda: bool(world.bob.private(world.channel)))
        assert "This draft was deleted" in told(world.bob.private(world.channel)[-1])
        assert await bot.store.drafts.recent(world.team.id) == ()
