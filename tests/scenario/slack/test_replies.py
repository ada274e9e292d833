"""A reply in a draft's thread changes the draft, and what came of it is told below."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.slack.people.uploads import Upload
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told

SURVEY = Upload(name="survey.csv", content=b"what,cost,weeks\nfreelancers,40000,4\ncontractors,250000,9\n")


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world


async def test_the_requesters_reply_makes_a_revision_below_the_draft(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    draft = await world.until_done(world.channel)
    await world.ann.says(world.channel, "add freelancers", thread_ts=asked.ts)
    revised = await world.until_shown("revision 2", world.channel)
    assert revised.thread_ts == asked.ts
    assert "Added option “Freelancers”" in told(revised)
    assert "Revised without a model" in told(revised)
    assert "image" in [block["type"] for block in revised.blocks]
    assert world.ours(world.channel) == [draft, revised]


async def test_a_reply_in_a_direct_conversation_needs_no_mention_either(world: Scene) -> None:
    asked = await world.ann.tells_bot(BRIEF)
    await world.until_done(world.ann.direct())
    await world.ann.tells_bot("add freelancers", thread_ts=asked.ts)
    revised = await world.until_shown("revision 2", world.ann.direct())
    assert revised.thread_ts == asked.ts
    assert len(world.ours(world.ann.direct())) == 2


async def test_somebody_else_has_to_mention_the_bot(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_done(world.channel)
    await world.bob.says(world.channel, "drop option B", thread_ts=asked.ts)
    await world.bob.mentions_bot(world.channel, "add freelancers", thread_ts=asked.ts)
    revised = await world.until_shown("revision 2", world.channel)
    assert "Added option “Freelancers”" in told(revised)
    assert "Removed" not in told(revised)
    await world.slack.settled()
    assert len(world.ours(world.channel)) == 2


async def test_what_the_requester_says_to_somebody_else_is_left_alone(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_done(world.channel)
    await world.ann.says(world.channel, f"<@{world.bob.id}> shall we drop option B?", thread_ts=asked.ts)
    await world.slack.settled()
    assert len(world.ours(world.channel)) == 1


async def test_replies_that_come_at_once_are_all_used_in_their_order(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_shown("", world.channel)
    said = ["add freelancers", "rename option A to Hire four engineers", "drop option B", "add an agency"]
    for text in said:
        await world.ann.says(world.channel, text, thread_ts=asked.ts)
        await world.slack.settled()
    await world.until_shown("revision 5", world.channel)
    revisions = [world.telling(f"revision {number} ·", world.channel) for number in range(1, 6)]
    assert [len(told_of) for told_of in revisions] == [1] * 5
    assert len(world.ours(world.channel)) == 5
    changes = ("", "Added option “Freelancers”", "“Hire four engineers”", "Removed option", "agency”")
    assert all(change in told(message) for change, (message,) in zip(changes, revisions, strict=True))


async def test_a_file_in_the_thread_is_new_evidence_with_or_without_words(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_done(world.channel)
    await world.ann.says(world.channel, "add freelancers", files=[SURVEY], thread_ts=asked.ts)
    revised = await world.until_shown("revision 2", world.channel)
    assert "survey.csv" in told(revised)
    await world.ann.says(world.channel, "", files=[SURVEY], thread_ts=asked.ts)
    await world.slack.until(lambda: len(world.ours(world.channel)) == 3)
    await world.slack.until(lambda: "without a model" in told(world.ours(world.channel)[-1]))


async def test_a_reply_that_nothing_comes_of_says_so_and_makes_no_revision(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_done(world.channel)
    await world.ann.says(world.channel, "do magic", thread_ts=asked.ts)
    same = await world.until_shown("Nothing was changed", world.channel)
    assert "Not done" in told(same)
    assert "“do magic”" in told(same)
    await world.ann.says(world.channel, "add freelancers", thread_ts=asked.ts)
    await world.until_shown("revision 2", world.channel)


async def test_a_mention_without_words_in_the_thread_is_asked_what_to_change(world: Scene) -> None:
    asked = await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_done(world.channel)
    await world.bob.mentions_bot(world.channel, "", thread_ts=asked.ts)
    await world.slack.until(lambda: bool(world.bob.private(world.channel)))
    assert "Nothing says what to change" in told(world.bob.private(world.channel)[-1])
