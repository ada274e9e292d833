"""The buttons below a draft, and their words for a mention: each ends as a message in the thread."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest
from pydantic import SecretStr

from handlers.blocks.buttons import Action, Entry
from handlers.blocks.compare_form import REVISION
from handlers.blocks.modal import Field
from handlers.blocks.refine_form import INSTRUCTION
from tests.fakes.anthropic_server import AnthropicServer
from tests.scenario.slack.kit import Scene, eventually, running, scene, told
from tests.scenario.slack.test_replies import SURVEY
from tests.scenario.slack.threads import chooses, drafted, modal_of, refined, revised

pytestmark = pytest.mark.slow  # each walks through whole threads


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world


async def test_anybody_in_the_channel_refines_by_a_form_with_words_and_files(world: Scene) -> None:
    draft = await drafted(world)
    assert (await world.bob.clicks(draft, Action.REFINE)).ok
    form = await modal_of(world, world.bob)
    empty = await world.bob.submits(form, {})
    assert "Nothing says what to change" in empty.errors[INSTRUCTION]
    assert (await world.bob.submits(form, {INSTRUCTION: "add freelancers", Field.FILES: [SURVEY]})).ok
    second = await revised(world, 2)
    assert second.thread_ts == draft.thread_ts
    assert "Added option “Freelancers”" in told(second)
    assert "survey.csv" in told(second)


async def test_undo_brings_back_the_revision_before_and_a_second_one_goes_further(world: Scene) -> None:
    draft = await drafted(world)
    await refined(world, draft, "add freelancers", number=2)
    third = await refined(world, draft, "rename option A to Hire four engineers", number=3)
    await chooses(world.ann, third, Entry.UNDO)
    fourth = await revised(world, 4)
    assert "Revision 2 brought back" in told(fourth)
    assert "to “Hire three engineers”" in told(fourth)
    await world.ann.mentions_bot(world.channel, "undo", thread_ts=draft.thread_ts)
    fifth = await revised(world, 5)
    assert "Revision 1 brought back" in told(fifth)
    assert "Removed option “Freelancers”" in told(fifth)
    await chooses(world.ann, fifth, Entry.UNDO)
    refused = await world.until_shown("Not undone", world.channel)
    assert "nothing before it to go back to" in told(refused)


async def test_an_undo_that_came_to_nothing_can_be_chosen_again(world: Scene) -> None:
    second = await refined(world, await drafted(world), "add freelancers", number=2)
    await chooses(world.ann, second, Entry.UNDO)
    third = await revised(world, 3)
    await eventually(partial(_have_ended, world, 3))
    for times in (1, 2):
        await chooses(world.ann, third, Entry.UNDO)
        await world.slack.until(partial(_has_told, world, "Not undone", times))
        await eventually(partial(_have_ended, world, 3 + times))
    assert not world.ann.private(world.channel)


def _has_told(world: Scene, text: str, times: int) -> bool:
    return len(world.telling(text, world.channel)) == times


def _have_ended(world: Scene, jobs: int) -> bool:
    return world.facts.count("job_ended") == jobs


async def test_only_the_requester_and_administrators_undo(world: Scene) -> None:
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    await chooses(world.bob, second, Entry.UNDO)
    assert "can undo a change" in told(world.bob.private(world.channel)[-1])
    await world.bob.mentions_bot(world.channel, "undo", thread_ts=draft.thread_ts)
    await world.slack.until(lambda: len(world.bob.private(world.channel)) == 2)
    boss = world.slack.add_person(world.team, "Cleo", admin=True)
    await boss.joins(world.channel)
    await chooses(boss, second, Entry.UNDO)
    await revised(world, 3)


async def test_two_revisions_are_compared_at_once_and_of_more_one_is_chosen(world: Scene) -> None:
    draft = await drafted(world)
    second = await refined(world, draft, "add freelancers", number=2)
    await chooses(world.bob, second, Entry.COMPARE)
    both = await world.until_shown("From revision 1 to revision 2", world.channel)
    assert "Added option “Freelancers”" in told(both)
    third = await refined(world, draft, "drop option B", number=3)
    await chooses(world.bob, third, Entry.COMPARE)
    form = await modal_of(world, world.bob)
    assert (await world.bob.submits(form, {REVISION: "1"})).ok
    wide = await world.until_shown("From revision 1 to revision 3", world.channel)
    assert "Removed option" in told(wide)
    await world.ann.mentions_bot(world.channel, "compare with 2", thread_ts=draft.thread_ts)
    await world.until_shown("From revision 2 to revision 3", world.channel)
    await world.ann.mentions_bot(world.channel, "compare 9", thread_ts=draft.thread_ts)
    assert "from 1 to 2" in told(await world.until_shown("Not compared", world.channel))


async def test_why_tells_effects_shares_what_flips_it_and_all_questions(world: Scene) -> None:
    draft = await drafted(world)
    assert (await world.bob.clicks(draft, Action.WHY)).ok
    why = await world.until_shown("What would flip it", world.channel)
    for part in ("Ranks first in", "What to check first", "Worth asking", "Assumptions", "Too close to call"):
        assert part in told(why)
    await world.bob.mentions_bot(world.channel, "Why?", thread_ts=draft.thread_ts)
    await world.slack.until(lambda: len(world.telling("What would flip it", world.channel)) == 2)


async def test_words_that_need_a_click_are_answered_privately(world: Scene) -> None:
    draft = await drafted(world)
    await eventually(lambda: world.facts.count("job_ended") == 1)
    for word, answer in (("edit", "in a form"), ("help", "/decide"), ("stop", "Nothing is going on")):
        before = len(world.ann.private(world.channel))
        await world.ann.mentions_bot(world.channel, word, thread_ts=draft.thread_ts)
        await world.slack.until(partial(_more_than, before, world))
        assert answer in told(world.ann.private(world.channel)[-1])
    assert len(world.ours(world.channel)) == 1


def _more_than(before: int, world: Scene) -> bool:
    return len(world.ann.private(world.channel)) > before


async def test_a_model_refines_and_reads_the_thread_from_its_cache(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url) as bot,
    ):
        asked = await world.ann.mentions_bot(
            world.channel, "Should we hire three engineers or use contractors?", files=[SURVEY]
        )
        await world.until_shown("Drafted in", world.channel)
        await world.ann.says(world.channel, "add a pilot", thread_ts=asked.ts)
        second = await revised(world, 2)
        assert "Revised in" in told(second)
        assert "The reply asks for it." in told(second)
        (total,) = [t for t in await bot.store.usage.totals(world.team.id, since=0) if t.task == "refine"]
        assert total.cache_read > total.input > 0


async def test_a_mention_stops_the_revision_and_what_waits_behind_it_goes_on(tmp_path: Path) -> None:
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(world, anthropic_api_key=SecretStr(model.key), anthropic_base_url=model.url),
    ):
        asked = await world.ann.mentions_bot(world.channel, "Should we hire or use contractors this year?")
        await world.until_shown("Drafted in", world.channel)
        model.latency = 5.0
        await world.ann.says(world.channel, "add a pilot", thread_ts=asked.ts)
        await world.until_shown("Revising with", world.channel)
        await world.ann.says(world.channel, "add an agency", thread_ts=asked.ts)
        await world.slack.until(lambda: len(world.ours(world.channel)) == 3)
        await world.ann.mentions_bot(world.channel, "stop", thread_ts=asked.ts)
        await world.until_shown("This revision was stopped", world.channel)
        await eventually(lambda: world.facts.count("job_ended") == 2)
        said = world.slack.courier.events("app_mention")[-1]
        assert (await world.slack.courier.repeat(said)).ok  # once more, while the other one goes on
        model.latency = 0.0
        second = await revised(world, 2)
        assert "gency" in told(second)
        assert "pilot" not in told(second)
