"""Every way in ends as a draft in the right thread, and is acknowledged at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

import pytest

from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message
from handlers.blocks.modal import Field
from handlers.surfaces import COMMAND, GLOBAL_SHORTCUT, MESSAGE_SHORTCUT
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told

ACK = 3.0  # seconds that Slack waits; the machine may be late with one, and not with most of them
COSTS = Upload(name="costs.csv", content=b"option,cost\nhire,330000\ncontractors,250000\n")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)
        assert median(delivery.seconds for delivery in world.slack.courier) < ACK


async def test_a_mention_is_drafted_in_its_thread_by_one_message(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    done = await world.until_done(world.channel)
    assert done.thread_ts == asked.ts
    assert world.ours(world.channel) == [done]
    assert "image" in [block["type"] for block in done.blocks]


async def test_a_command_begins_a_thread_with_its_brief(world: Scene) -> None:
    outcome = await world.ann.runs(COMMAND, BRIEF, world.channel)
    assert outcome.ok
    done = await world.until_done(world.channel)
    first, second = world.ours(world.channel)
    assert BRIEF in told(first)
    assert second == done
    assert done.thread_ts == first.ts


async def test_a_direct_message_is_drafted_in_its_thread(world: Scene) -> None:
    asked = await world.ann.tells_bot(BRIEF)
    done = await world.until_done(world.ann.direct())
    assert done.thread_ts == asked.ts


async def test_files_beside_a_mention_are_cited(world: Scene) -> None:
    await world.ann.mentions_bot(world.channel, BRIEF, files=[COSTS])
    done = await world.until_done(world.channel)
    assert "from your brief and 1 file" in told(done)
    assert "costs.csv" in told(done)


async def test_the_menu_of_a_message_drafts_from_it_in_its_thread(world: Scene) -> None:
    said = await world.bob.says(world.channel, BRIEF)
    assert (await world.ann.message_shortcut(MESSAGE_SHORTCUT, said)).ok
    done = await world.until_done(world.channel)
    assert done.thread_ts == said.ts


async def test_a_message_that_is_no_brief_opens_the_form_with_it(world: Scene) -> None:
    said = await world.bob.says(world.channel, "Hire?", files=[COSTS])
    await world.ann.message_shortcut(MESSAGE_SHORTCUT, said)
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    assert (await world.ann.submits(world.ann.modal, {Field.BRIEF: BRIEF, Field.PLACE: world.channel.id})).ok
    done = await world.until_done(world.channel)
    assert done.thread_ts == said.ts
    assert "1 file" in told(done)


async def test_the_global_shortcut_opens_the_form_which_drafts_where_it_says(world: Scene) -> None:
    assert (await world.ann.shortcut(GLOBAL_SHORTCUT)).ok
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    given: dict[str, object] = {
        Field.BRIEF: BRIEF,
        Field.GOAL: "Ship in June",
        Field.PLACE: world.channel.id,
        Field.FILES: [COSTS],
    }
    assert (await world.ann.submits(world.ann.modal, given)).ok
    done = await world.until_done(world.channel)
    first, _ = world.ours(world.channel)
    assert done.thread_ts == first.ts
    assert "Ship in June" in told(first)
    assert "from your brief and 1 file" in told(done)


async def test_a_form_without_a_place_drafts_in_a_direct_message(world: Scene) -> None:
    await world.ann.shortcut(GLOBAL_SHORTCUT)
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    assert (await world.ann.submits(world.ann.modal, {Field.BRIEF: BRIEF})).ok
    await world.until_done(world.ann.direct())


async def test_a_form_with_too_short_a_brief_says_so_at_the_brief(world: Scene) -> None:
    await world.ann.shortcut(GLOBAL_SHORTCUT)
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    outcome = await world.ann.submits(world.ann.modal, {Field.BRIEF: "Hire?", Field.PLACE: world.channel.id})
    assert "at least 30" in outcome.errors[Field.BRIEF]


async def test_a_watched_channel_drafts_files_with_a_brief_beside_them(world: Scene) -> None:
    assert (await world.ann.runs(COMMAND, "watch on", world.channel)).ok
    shared = await world.bob.says(world.channel, BRIEF, files=[COSTS])
    done = await world.until_done(world.channel)
    assert done.thread_ts == shared.ts


async def test_a_watched_file_without_a_brief_offers_the_form_to_its_owner_alone(world: Scene) -> None:
    await world.ann.runs(COMMAND, "watch on", world.channel)
    shared = await world.bob.says(world.channel, "", files=[COSTS])
    await world.slack.until(lambda: bool(world.bob.private(world.channel)))
    (offer,) = world.bob.private(world.channel)
    await world.bob.clicks(offer, "draft_files")
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    await world.bob.submits(world.bob.modal, {Field.BRIEF: BRIEF, Field.PLACE: world.channel.id})
    done = await world.until_done(world.channel)
    assert done.thread_ts == shared.ts
    assert "costs.csv" in told(done)


async def test_nothing_is_drafted_of_what_is_said_in_a_channel_that_is_not_watched(world: Scene) -> None:
    await world.bob.says(world.channel, BRIEF, files=[COSTS])
    await world.ann.runs(COMMAND, "watch on", world.channel)
    await world.ann.runs(COMMAND, "watch off", world.channel)
    await world.bob.says(world.channel, BRIEF, files=[COSTS])
    await world.slack.settled()
    assert not world.ours(world.channel)


@pytest.mark.parametrize("word", ["help", "recent", "status", "usage"])
async def test_a_word_is_answered_to_whoever_wrote_it_alone(world: Scene, word: str) -> None:
    assert (await world.ann.runs(COMMAND, word, world.channel)).ok
    (answer,) = world.ann.private(world.channel)
    assert answer.blocks
    assert not world.ours(world.channel)


async def test_recent_tells_the_drafts_of_the_channel(world: Scene) -> None:
    await world.ann.mentions_bot(world.channel, BRIEF)
    done = await world.until_done(world.channel)
    await world.ann.runs(COMMAND, "recent", world.channel)
    title = next(block["text"]["text"] for block in done.blocks if block["type"] == "header")
    assert title in told(world.ann.private(world.channel)[-1])


async def test_too_short_a_brief_is_answered_with_the_form_to_one_person(world: Scene) -> None:
    await world.ann.runs(COMMAND, "Hire?", world.channel)
    (answer,) = world.ann.private(world.channel)
    await world.ann.clicks(answer, "open_form")
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    assert "Hire?" in str(world.ann.modal.definition)
    assert not world.ours(world.channel)


async def test_too_short_a_mention_is_answered_once_though_it_comes_as_two_events(world: Scene) -> None:
    await world.ann.mentions_bot(world.channel, "Hire?")
    await world.slack.until(lambda: len(world.slack.courier.events()) >= 2)
    await world.slack.settled()
    await world.slack.until(lambda: bool(world.ann.private(world.channel)))
    assert len(world.ann.private(world.channel)) == 1
    assert not world.ours(world.channel)


async def test_what_came_with_too_short_a_mention_comes_along_into_the_form(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, "Hire? <5 & more", files=[COSTS])
    await world.slack.until(lambda: bool(world.ann.private(world.channel)))
    (answer,) = world.ann.private(world.channel)
    await world.ann.clicks(answer, "draft_files")
    await world.slack.until(lambda: world.ann.modal is not None)
    assert world.ann.modal is not None
    assert "Hire? <5 & more" in str(world.ann.modal.definition)
    await world.ann.submits(world.ann.modal, {Field.BRIEF: BRIEF, Field.PLACE: world.channel.id})
    done = await world.until_done(world.channel)
    assert done.thread_ts == asked.ts
    assert "costs.csv" in told(done)


async def test_too_long_a_brief_is_asked_for_as_a_file(world: Scene) -> None:
    await world.ann.runs(COMMAND, "Should we? " * 500, world.channel)
    (answer,) = world.ann.private(world.channel)
    assert "file" in told(answer)
    assert not world.ours(world.channel)


async def test_where_the_bot_is_not_in_a_private_channel_one_person_is_told_how_to_invite_it(
    world: Scene,
) -> None:
    hidden = world.slack.add_channel(world.team, "hidden", world.ann, kind="private", with_bot=False)
    assert (await world.ann.runs(COMMAND, BRIEF, hidden)).ok
    await world.slack.until(lambda: bool(world.ann.private(hidden)))
    (answer,) = world.ann.private(hidden)
    assert "/invite @Crossroads" in told(answer)
    assert BRIEF in told(answer)


async def test_in_a_conversation_of_two_people_one_is_told_where_to_ask(world: Scene) -> None:
    theirs = world.slack.add_channel(world.team, "", world.ann, world.bob, kind="im", with_bot=False)
    assert (await world.ann.runs(COMMAND, BRIEF, theirs)).ok
    await world.slack.until(lambda: bool(world.ann.private(theirs)))
    (answer,) = world.ann.private(theirs)
    assert "write to Crossroads directly" in told(answer)
    assert BRIEF in told(answer)


async def test_a_public_channel_needs_no_invitation_for_a_command(world: Scene) -> None:
    other = world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    await world.ann.runs(COMMAND, BRIEF, other)
    assert await world.until_done(other)


async def test_the_home_tab_shows_what_there_is_and_ones_own_drafts(world: Scene) -> None:
    await world.ann.mentions_bot(world.channel, BRIEF)
    done = await world.until_done(world.channel)
    await world.ann.opens_home()
    await world.slack.until(lambda: world.ann.home is not None)
    assert world.ann.home is not None
    assert _title(done) in str(world.ann.home.definition)
    await world.bob.opens_home()
    await world.slack.until(lambda: world.bob.home is not None)
    assert _title(done) not in str(world.bob.home)


def _title(message: Message) -> str:
    return str(next(block["text"]["text"] for block in message.blocks if block["type"] == "header"))
