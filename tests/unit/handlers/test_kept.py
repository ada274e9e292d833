"""What live messages need to have remembered, in a real store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import DraftForgotten
from handlers.kept import StoredViews
from handlers.view import Kind, View
from tests.fakes.clock import Ahead
from tests.unit.handlers.stored import ordered, stored

END = View(text="Done", blocks=({"type": "divider"},), kind=Kind.TERMINAL)


async def test_an_end_is_unsent_until_it_is_settled(tmp_path: Path) -> None:
    clock = Ahead()
    async with stored(tmp_path, clock=clock) as store:
        views, target = StoredViews(store, clock=clock), (await ordered(store)).target(ts="9.0")
        await views.posted(target)
        await views.save(target, END)
        clock.ahead += 1
        (kept,) = await views.unsent()
        assert kept.view == END
        assert (kept.target.job, kept.target.ts, kept.target.thread_ts) == ("J1", "9.0", "1.0")
        await views.settled(target, END)
        assert await views.unsent() == []


async def test_settling_an_older_view_leaves_a_newer_one_unsent(tmp_path: Path) -> None:
    clock = Ahead()
    async with stored(tmp_path, clock=clock) as store:
        views, target = StoredViews(store, clock=clock), (await ordered(store)).target(ts="9.0")
        newer = replace(END, text="Done, with its picture")
        await views.save(target, END)
        await views.save(target, newer)
        await views.settled(target, END)
        clock.ahead += 1
        assert [kept.view for kept in await views.unsent()] == [newer]


async def test_a_view_is_left_to_whoever_kept_it_for_a_while(tmp_path: Path) -> None:
    clock = Ahead()
    async with stored(tmp_path, clock=clock) as store:
        views, target = StoredViews(store, clock=clock, grace=120.0), (await ordered(store)).target()
        await views.save(target, END)
        clock.ahead += 60
        assert await views.unsent() == []
        clock.ahead += 61
        assert len(await views.unsent()) == 1


async def test_no_word_is_kept_of_a_draft_that_was_forgotten(tmp_path: Path) -> None:
    clock = Ahead()
    async with stored(tmp_path, clock=clock) as store:
        views, found = StoredViews(store, clock=clock), await ordered(store)
        await views.save(found.target(), END)
        await store.forget(found.draft.key)
        clock.ahead += 1
        assert await views.unsent() == []
        with pytest.raises(DraftForgotten):
            await views.save(found.target(), END)
