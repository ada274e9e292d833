"""What the playground keeps in files, and how it begins anew."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot.playground.keeping import kept
from bot.playground.page.marks import Marks
from bot.playground.running import PortTaken, free_port, need_free
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.saving import load
from bot.playground.state import State, open_state, write
from tests.unit.playground.clock import HandClock
from tests.unit.playground.scene import full_app


async def test_the_world_and_the_marks_are_there_after_the_end(tmp_path: Path) -> None:
    state, marks = open_state(tmp_path, fresh=False), Marks()
    async with LocalSlack(full_app(), clock=HandClock()) as slack, kept(slack.world, state, marks.dump):
        slack.add_workspace("Acme")
        marks.read("U1", "C1", "5.0")
    again = load(state.slack.read_bytes(), clock=HandClock(), app=full_app())
    assert [team.name for team in again.workspaces] == ["Acme"]
    assert Marks(state.marks.read_bytes()).dump() == marks.dump()


async def test_an_error_goes_on_as_it_is_and_what_was_there_is_kept(tmp_path: Path) -> None:
    state = open_state(tmp_path, fresh=False)
    async with LocalSlack(full_app(), clock=HandClock()) as slack:
        with pytest.raises(KeyError):
            await _go_wrong(slack, state)
    assert b"Acme" in state.slack.read_bytes()


async def _go_wrong(slack: LocalSlack, state: State) -> None:
    async with kept(slack.world, state, Marks().dump):
        slack.add_workspace("Acme")
        raise KeyError


def test_a_file_is_for_its_owner_alone_and_leaves_no_part_behind(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write(file, b"one")
    write(file, b"two")
    assert file.read_bytes() == b"two"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_fresh_deletes_what_the_playground_has_kept_and_nothing_else(tmp_path: Path) -> None:
    state = open_state(tmp_path, fresh=False)
    key = state.key()
    assert state.key() == key
    (tmp_path / "crossroads.db").write_bytes(b"the real bot's")
    again = open_state(tmp_path, fresh=True)
    assert list(again.folder.iterdir()) == []
    assert again.key() != key
    assert (tmp_path / "crossroads.db").exists()


async def test_a_port_in_use_is_told_before_anything_is_begun() -> None:
    async with LocalSlack(full_app(), clock=HandClock(), port=free_port()) as slack:
        port = int(slack.url.rpartition(":")[2])
        with pytest.raises(PortTaken):
            need_free(port)
    need_free(port)
