"""A draft is changed by hand in a form, which says at each field what is wrong with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.slack.records import Message, View
from handlers.blocks.buttons import Action
from handlers.blocks.edit_form import CALLBACK, PART
from tests.scenario.slack.kit import BRIEF, Scene, eventually, running, scene, told
from tests.scenario.slack.menus import choose, entry

CHANGED = "Changed by hand"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)


async def drafted(world: Scene) -> Message:
    await world.ann.mentions_bot(world.channel, BRIEF)
    return await world.until_done(world.channel)


async def opened(world: Scene, message: Message) -> View:
    await choose(world.bob, message, "edit")
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    assert world.bob.modal.definition["callback_id"] == CALLBACK
    return world.bob.modal


def keys(view: View) -> dict[str, str]:
    """What can be chosen, and the value behind each."""
    (choice,) = [block for block in view.definition["blocks"] if block.get("block_id") == PART]
    groups = choice["element"]["option_groups"]
    return {option["text"]["text"]: option["value"] for group in groups for option in group["options"]}


def part_named(view: View, beginning: str) -> str:
    return next(value for name, value in keys(view).items() if name.startswith(beginning))


def input_of(view: View, name: str) -> str:
    return next(
        str(block["block_id"])
        for block in view.definition["blocks"]
        if block.get("block_id", "").startswith(f"{name}:")
    )


async def showing(world: Scene, view: View, beginning: str, field: str) -> View:
    """The form with the fields of a part."""
    await world.bob.clicks(view, PART, part_named(view, beginning))

    def is_shown() -> bool:
        return (
            world.bob.modal is not None
            and world.bob.modal.hash != view.hash
            and any(
                block.get("block_id", "").startswith(f"{field}:")
                for block in world.bob.modal.definition["blocks"]
            )
        )

    await eventually(is_shown)
    assert world.bob.modal is not None
    return world.bob.modal


async def test_a_label_is_changed_and_the_change_is_a_revision_of_its_own(world: Scene) -> None:
    view = await showing(world, await opened(world, await drafted(world)), "Option A", "label")
    assert (await world.bob.submits(view, {input_of(view, "label"): "Hire four engineers"})).ok
    revised = await world.until_shown(CHANGED, world.channel)
    assert "Hire four engineers" in told(revised)
    assert "revision 2" in told(revised)
    assert world.bob.modal is None


async def test_a_form_that_is_sent_twice_is_one_change(world: Scene) -> None:
    view = await showing(world, await opened(world, await drafted(world)), "Option A", "label")
    given = {input_of(view, "label"): "Hire four engineers"}
    assert (await world.bob.submits(view, given)).ok
    await world.until_shown(CHANGED, world.channel)
    world.slack.world.views.put(view)  # as a second device still shows it
    assert (await world.bob.submits(view, given)).ok
    await world.slack.settled()
    assert len(world.telling(CHANGED, world.channel)) == 1


async def test_what_breaks_a_rule_is_told_at_its_field_and_nothing_is_lost(world: Scene) -> None:
    view = await showing(world, await opened(world, await drafted(world)), "Goal", "drop")
    refused = await world.bob.submits(view, {input_of(view, "drop"): ["0"]})
    assert "goal" in refused.errors[input_of(view, "drop")]
    assert world.bob.modal is not None
    view = await showing(world, world.bob.modal, "Option B", "label")
    twin = next(name for name in keys(view) if name.startswith("Option A")).removeprefix("Option A: ")
    refused = await world.bob.submits(view, {input_of(view, "label"): twin})
    assert "same label" in refused.errors[input_of(view, "label")]
    assert not world.telling(CHANGED, world.channel)


async def test_a_number_out_of_range_is_told_at_its_field(world: Scene) -> None:
    first = await opened(world, await drafted(world))
    await world.bob.clicks(first, PART, link_of(first))
    await eventually(lambda: world.bob.modal is not None and world.bob.modal.hash != first.hash)
    view = world.bob.modal
    assert view is not None
    refused = await world.bob.submits(view, {input_of(view, "belief"): "140"})
    assert refused.errors == {input_of(view, "belief"): "Give a number from 0 to 100."}
    assert (await world.bob.submits(view, {input_of(view, "belief"): "85"})).ok
    assert "85%" in told(await world.until_shown(CHANGED, world.channel))


def link_of(view: View) -> str:
    """A link that has numbers."""
    (choice,) = [block for block in view.definition["blocks"] if block.get("block_id") == PART]
    options = choice["element"]["option_groups"][-1]["options"]
    return next(str(o["value"]) for o in options if "sure" in o["description"]["text"])


async def test_a_form_that_changes_nothing_says_so(world: Scene) -> None:
    view = await showing(world, await opened(world, await drafted(world)), "Option A", "label")
    refused = await world.bob.submits(view)
    assert refused.errors == {input_of(view, "label"): "Nothing is changed yet."}


async def test_a_form_without_a_choice_is_held_back_until_there_is_one(world: Scene) -> None:
    view = await opened(world, await drafted(world))
    assert (await world.bob.submits(view, {PART: part_named(view, "Option A")})).ok
    assert world.bob.modal is not None
    assert input_of(world.bob.modal, "label")


async def test_a_revision_that_came_meanwhile_is_told_in_the_form_which_keeps_what_was_filled_in(
    world: Scene,
) -> None:
    done = await drafted(world)
    view = await showing(world, await opened(world, done), "Option A", "label")
    await world.ann.says(world.channel, "rename option B to Two contractors", thread_ts=done.thread_ts)
    await world.until_shown("revision 2", world.channel)
    assert (await world.bob.submits(view, {input_of(view, "label"): "Hire four engineers"})).ok
    now = world.bob.modal
    assert now is not None
    shown = next(b for b in now.definition["blocks"] if b.get("block_id") == input_of(now, "label"))
    assert "Revision 2 came meanwhile" in shown["hint"]["text"]
    assert shown["element"]["initial_value"] == "Hire four engineers"
    assert not world.telling(CHANGED, world.channel)
    assert (await world.bob.submits(now)).ok
    changed = await world.until_shown(CHANGED, world.channel)
    assert "revision 3" in told(changed)
    assert "Hire four engineers" in told(changed)


async def test_a_menu_under_an_old_revision_opens_no_form(world: Scene) -> None:
    done = await drafted(world)
    await world.ann.says(world.channel, "rename option B to Two contractors", thread_ts=done.thread_ts)
    await world.until_shown("revision 2", world.channel)
    await choose(world.bob, done, "edit")
    await world.slack.until(lambda: bool(world.bob.private(world.channel)))
    assert "at revision 2 by now" in told(world.bob.private(world.channel)[-1])
    assert world.bob.modal is None


async def test_the_word_edit_is_answered_with_a_button_that_opens_the_form(world: Scene) -> None:
    done = await drafted(world)
    await world.bob.mentions_bot(world.channel, "edit", thread_ts=done.thread_ts)
    await world.slack.until(lambda: bool(world.bob.private(world.channel)))
    await world.bob.clicks(world.bob.private(world.channel)[-1], Action.EDIT)
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    assert world.bob.modal.definition["callback_id"] == CALLBACK


async def test_a_form_of_a_draft_that_was_forgotten_says_so(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        done = await drafted(world)
        view = await showing(world, await opened(world, done), "Option A", "label")
        await bot.store.forget_workspace(world.team.id)
        refused = await world.bob.submits(view, {input_of(view, "label"): "Hire four engineers"})
        assert "deleted" in refused.errors[PART]
        await choose(world.bob, done, "edit")
        await world.slack.until(lambda: bool(world.bob.private(world.channel)))
        assert "deleted" in told(world.bob.private(world.channel)[-1])
    assert entry(done, "edit")
