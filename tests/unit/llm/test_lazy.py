from __future__ import annotations

import asyncio
import threading

import pytest

from core.llm.lazy import Lazy


class Built:
    def __init__(self) -> None:
        self.threads: list[threading.Thread] = []
        self.go = threading.Event()
        self.go.set()

    def __call__(self) -> object:
        self.go.wait(10)
        self.threads.append(threading.current_thread())
        return object()


async def test_it_is_built_once_and_in_a_thread() -> None:
    build = Built()
    lazy = Lazy(build)
    first, *others = await asyncio.gather(*(lazy.get() for _ in range(5)))
    assert all(other is first for other in others)
    assert len(build.threads) == 1
    assert build.threads[0] is not threading.current_thread()


async def test_nothing_is_built_before_it_is_asked_for() -> None:
    build = Built()
    assert await Lazy(build).take() is None
    assert build.threads == []


async def test_a_caller_that_leaves_does_not_end_the_building() -> None:
    build = Built()
    build.go.clear()
    lazy = Lazy(build)
    leaving = asyncio.ensure_future(lazy.get())
    await asyncio.sleep(0)
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    build.go.set()
    assert await lazy.get()
    assert len(build.threads) == 1


async def test_what_was_taken_is_built_anew() -> None:
    lazy = Lazy(Built())
    first = await lazy.get()
    assert await lazy.take() is first
    assert await lazy.get() is not first
