from __future__ import annotations

import asyncio

import pytest

from core.jobs.background import Background
from core.jobs.bodies import Bodies


async def test_closing_cuts_off_what_is_under_way_and_lets_outcomes_be_written() -> None:
    bodies, written, recording = Bodies(), list[object](), asyncio.Event()

    async def body(name: str, gate: asyncio.Event) -> str:
        await gate.wait()
        return name

    async def engine(name: str, gate: asyncio.Event) -> None:
        written.append(await bodies.track(body)(name, gate))
        await recording.wait()
        written.append("recorded")

    opened, closed = asyncio.Event(), asyncio.Event()
    opened.set()
    tasks = [asyncio.ensure_future(engine("ended", opened)), asyncio.ensure_future(engine("cut off", closed))]
    await asyncio.sleep(0)
    assert len(bodies) == 2
    asyncio.get_running_loop().call_later(0.05, recording.set)
    await bodies.close()
    assert written == ["ended", "recorded"]
    assert tasks[1].cancelled()
    assert len(bodies) == 0


async def test_nothing_begins_after_the_close() -> None:
    bodies, began = Bodies(), []

    async def body() -> None:
        began.append(True)

    await bodies.close()
    with pytest.raises(asyncio.CancelledError):
        await bodies.track(body)()
    assert began == []


async def test_background_work_ends_with_its_owner() -> None:
    background, seen = Background(), []

    async def work(name: str, seconds: float) -> None:
        try:
            await asyncio.sleep(seconds)
            seen.append(name)
        except asyncio.CancelledError:
            seen.append(f"{name} cancelled")
            raise

    background.start(work("short", 0))
    background.start(work("long", 60))
    await asyncio.sleep(0.01)
    await background.close()
    assert seen == ["short", "long cancelled"]
