"""A draft is put into its thread as files, in the formats that were chosen."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.playground.slack.records import Message
from core.errors import PictureFailed
from core.graph.export.formats import Format
from core.graph.serial import from_bytes
from core.picture.drawing import Painter, Picture
from handlers.blocks.export_form import FORMATS
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told
from tests.scenario.slack.menus import choose


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world, running(world):
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)


async def fail_to_draw(painter: Painter, picture: Picture) -> bytes:
    raise PictureFailed(f"{type(painter).__name__} has no {picture.format}")


async def drafted(world: Scene) -> Message:
    await world.ann.mentions_bot(world.channel, BRIEF)
    return await world.until_done(world.channel)


async def send_form(world: Scene, done: Message, *formats: Format) -> None:
    await choose(world.bob, done, "export")
    await world.slack.until(lambda: world.bob.modal is not None)
    assert world.bob.modal is not None
    places = [str(list(Format).index(each)) for each in formats]
    assert (await world.bob.submits(world.bob.modal, {FORMATS: places})).ok


async def shared(world: Scene) -> Message:
    """The one message of the bot's that shows files."""
    await world.slack.until(lambda: any(m.files for m in world.ours(world.channel)))
    (message,) = [m for m in world.ours(world.channel) if m.files]
    return message


def contents(world: Scene, message: Message) -> dict[str, bytes]:
    files = [world.slack.world.files[id_] for id_ in message.files]
    return {file.name: file.content or b"" for file in files}


async def test_the_chosen_formats_come_into_the_thread_in_one_message(world: Scene) -> None:
    done = await drafted(world)
    await send_form(world, done, Format.MARKDOWN, Format.JSON)
    told_ = await world.until_shown("2 files of revision 1 are in this thread", world.channel)
    message = await shared(world)
    assert message.thread_ts == told_.thread_ts == done.thread_ts
    files = contents(world, message)
    assert {Path(name).suffix for name in files} == {".md", ".json"}
    assert all(name in told(told_) and name.endswith(f"-r1{Path(name).suffix}") for name in files)
    graph = from_bytes(next(content for name, content in files.items() if name.endswith(".json")))
    assert graph.title in told(done)


async def test_all_formats_come_for_the_word_alone(world: Scene) -> None:
    done = await drafted(world)
    await world.bob.mentions_bot(world.channel, "export", thread_ts=done.thread_ts)
    await world.until_shown("10 files of revision 1 are in this thread", world.channel)
    files = contents(world, await shared(world))
    assert {Path(name).suffix for name in files} == {each.suffix for each in Format}
    assert all(files.values())


async def test_the_formats_can_be_said_with_the_word(world: Scene) -> None:
    done = await drafted(world)
    await world.bob.mentions_bot(world.channel, "export svg and csv", thread_ts=done.thread_ts)
    await world.until_shown("2 files of revision 1 are in this thread", world.channel)
    assert {Path(name).suffix for name in contents(world, await shared(world))} == {".svg", ".csv"}


async def test_the_newest_revision_is_exported_from_any_of_its_messages(world: Scene) -> None:
    done = await drafted(world)
    await world.ann.says(world.channel, "rename option B to Two contractors", thread_ts=done.thread_ts)
    await world.until_shown("revision 2", world.channel)
    await send_form(world, done, Format.JSON)
    await world.until_shown("1 file of revision 2 is in this thread", world.channel)
    (content,) = contents(world, await shared(world)).values()
    assert "Two contractors" in [node["label"] for node in json.loads(content)["nodes"]]


async def test_a_form_that_is_sent_twice_is_one_export(world: Scene) -> None:
    done = await drafted(world)
    await choose(world.bob, done, "export")
    await world.slack.until(lambda: world.bob.modal is not None)
    view = world.bob.modal
    assert view is not None
    await world.bob.submits(view)
    world.slack.world.views.put(view)  # as a second device still shows it
    await world.bob.submits(view)
    await world.until_shown("2 files of revision 1 are in this thread", world.channel)
    await world.slack.settled()
    assert await shared(world)


async def test_a_format_that_fails_is_named_and_the_others_go_on(
    world: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = await drafted(world)
    monkeypatch.setattr(Painter, "draw", fail_to_draw)
    await send_form(world, done, Format.SVG, Format.CSV)
    message = await world.until_shown("1 file of revision 1 is in this thread", world.channel)
    assert "SVG picture: The picture could not be drawn." in told(message)
    assert {Path(name).suffix for name in contents(world, await shared(world))} == {".csv"}


async def test_when_no_format_can_be_made_the_message_says_so(
    world: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = await drafted(world)
    monkeypatch.setattr(Painter, "draw", fail_to_draw)
    await send_form(world, done, Format.SVG)
    await world.until_shown("Revision 1 could not be exported", world.channel)
    assert not [m for m in world.ours(world.channel) if m.files]


async def test_an_export_of_a_draft_that_was_forgotten_says_so_in_its_form(tmp_path: Path) -> None:
    async with scene(tmp_path) as world, running(world) as bot:
        done = await drafted(world)
        await choose(world.bob, done, "export")
        await world.slack.until(lambda: world.bob.modal is not None)
        assert world.bob.modal is not None
        await bot.store.forget_workspace(world.team.id)
        refused = await world.bob.submits(world.bob.modal)
        assert "deleted" in refused.errors[FORMATS]
