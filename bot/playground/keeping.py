"""Keeping a local Slack in files: soon after every change, and at the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.playground.slack.saving import dump
from bot.playground.slack.world import Change, World
from bot.playground.state import State, write

QUIET = 1.0  # seconds between two looks; what changed meanwhile is written together


class _Keeper:
    def __init__(self, world: World, state: State, marks: Callable[[], bytes]) -> None:
        self._world = world
        self._state = state
        self._marks = marks
        self._changed = True
        self._read = b""

    def hear(self, _: Change) -> None:
        self._changed = True

    async def look(self) -> None:
        while True:
            await asyncio.sleep(QUIET)
            try:
                await asyncio.to_thread(self._write, self._take())
            except OSError:  # a full disk does not end the playground; the next look tries again
                self._changed, self._read = True, b""

    def end(self) -> None:
        self._write(self._take())

    def _take(self) -> tuple[bytes | None, bytes | None]:
        """What has to be written; the world is read here, where nobody changes it meanwhile."""
        world = dump(self._world) if self._changed else None
        read = self._marks()
        marks = read if read != self._read else None
        self._changed, self._read = False, read
        return world, marks

    def _write(self, taken: tuple[bytes | None, bytes | None]) -> None:
        for file, content in zip((self._state.slack, self._state.marks), taken, strict=True):
            if content is not None:
                write(file, content)


@asynccontextmanager
async def kept(world: World, state: State, marks: Callable[[], bytes]) -> AsyncIterator[None]:
    """Write the world, and the marks of what was read, as long as this is open; at its end raises OSError."""
    keeper = _Keeper(world, state, marks)
    leave = world.subscribe(keeper.hear)
    tasks = await asyncio.TaskGroup().__aenter__()
    looking = tasks.create_task(keeper.look())
    try:
        yield
    finally:
        leave()
        looking.cancel()
        await tasks.__aexit__(None, None, None)  # an error of the body goes on as it is, not inside a group
        keeper.end()
