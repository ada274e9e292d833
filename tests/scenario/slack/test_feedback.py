"""What people think of a draft is kept with it, one thumb for each of them."""

from __future__ import annotations

import json
from pathlib import Path

from bot.slack import Bot
from core.store.records import Thread
from handlers.blocks.feedback import WORD
from handlers.feedback import KIND
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told
from tests.scenario.slack.menus import thumb


async def kept(world: Scene, bot: Bot, thread_ts: str) -> list[tuple[str, str, str]]:
    """Who thinks what, and in which words."""
    place = Thread(workspace=world.team.id, channel=world.channel.id, ts=thread_ts)
    draft = await bot.store.drafts.at(place)
    assert draft is not None
    texts = await bot.store.texts.of(draft.key, KIND)
    bodies = [(text.author, json.loads(text.body)) for text in texts]
    return [(author, body["side"], body["word"]) for author, body in bodies]


async def test_each_persons_last_click_counts_and_a_word_can_be_added(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        assert (await thumb(world.ann, done, up=True)).ok
        assert (await thumb(world.ann, done, up=True)).ok
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert "Thank you" in told(world.ann.private(world.channel)[-1])
        assert world.ann.modal is None
        assert (await thumb(world.bob, done, up=True)).ok
        assert (await thumb(world.bob, done, up=False)).ok
        await world.slack.until(lambda: world.bob.modal is not None)
        assert world.bob.modal is not None
        assert (await world.bob.submits(world.bob.modal, {WORD: "Costs <are> missing"})).ok
        assert (await thumb(world.bob, done, up=False)).ok
        assert await kept(world, bot, asked.ts) == [
            (world.ann.id, "up", ""),
            (world.bob.id, "down", "Costs <are> missing"),
        ]
        assert world.facts.count("feedback", side="up") == 2  # Ann's, and Bob's first
        assert world.facts.count("feedback", side="down") == 1


async def test_a_thumb_needs_no_word(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        asked = await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        await thumb(world.bob, done, up=False)
        await world.slack.until(lambda: world.bob.modal is not None)
        assert world.bob.modal is not None
        assert (await world.bob.submits(world.bob.modal)).ok
        assert await kept(world, bot, asked.ts) == [(world.bob.id, "down", "")]


async def test_a_thumb_for_a_draft_that_was_forgotten_is_answered_privately(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        await world.ann.mentions_bot(world.channel, BRIEF)
        done = await world.until_done(world.channel)
        await thumb(world.bob, done, up=False)
        await world.slack.until(lambda: world.bob.modal is not None)
        view = world.bob.modal
        assert view is not None
        await bot.store.forget_workspace(world.team.id)
        assert "deleted" in (await world.bob.submits(view, {WORD: "Bad"})).errors[WORD]
        await thumb(world.ann, done, up=True)
        await world.slack.until(lambda: bool(world.ann.private(world.channel)))
        assert "deleted" in told(world.ann.private(world.channel)[-1])
