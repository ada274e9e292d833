"""Many live messages at once: what the people of a workspace see of it."""

from __future__ import annotations

import asyncio
import gc
import tracemalloc
from random import Random

import pytest

from core.errors import DeliveryLimited
from handlers.view import Kind, View
from handlers.writer import Writer
from tests.fakes.limited_slack import Attempt, LimitedSlack
from tests.fakes.virtual_time import run
from tests.unit.handlers.writing import Script, Step, end, play, target, view, writer_on

STAGES = ["queued", "reading", "drafting", "checking"]


def job(name: str, *, workspace: str = "T1", channel: str | None = None, seconds: float = 4.0) -> Script:
    """A job that begins a stage every second of so many, and tells of progress five times in each."""
    steps = []
    for number in range(20):
        stage = STAGES[number // 5]
        kind = Kind.TICK if number % 5 else Kind.STAGE
        steps.append(Step(after=seconds / 20, view=view(f"{name}: {stage}, {number}", kind)))
    where = target(name, workspace=workspace, channel=channel or f"C-{name}")
    return Script(target=where, steps=[*steps, Step(after=0.0, view=end(f"{name}: done"))])


async def play_all(slack: LimitedSlack, scripts: list[Script]) -> list[float]:
    """Run the jobs at once; how many seconds each terminal view took, the quickest first."""
    async with writer_on(slack) as writer, asyncio.TaskGroup() as group:
        tasks = [group.create_task(play(writer, script, slack.clock)) for script in scripts]
    return sorted(task.result() for task in tasks)


@pytest.mark.parametrize("seed", range(20))
def test_ten_jobs_at_once_end_within_two_seconds_and_without_one_429(seed: int) -> None:
    slack = LimitedSlack(random=Random(seed))
    delays = run(play_all(slack, [job(f"J{number}") for number in range(10)]))
    assert slack.throttled == 0
    assert max(delays) < 2.0  # which is the 95th percentile of ten


def test_every_one_of_ten_jobs_shows_some_progress() -> None:
    slack = LimitedSlack()
    run(play_all(slack, [job(f"J{number}", seconds=30.0) for number in range(10)]))
    assert slack.throttled == 0
    for number in range(10):
        assert len(slack.shown(f"J{number}")) >= 4


def test_jobs_in_one_channel_are_posted_one_a_second() -> None:
    slack = LimitedSlack(latency=(0.1, 0.1))
    delays = run(play_all(slack, [job(f"J{number}", channel="C1") for number in range(10)]))
    posts = slack.times("post", "T1")
    assert slack.throttled == 0
    # Two in two seconds, counted from the answer on: Slack may have counted them as late as that.
    assert posts == pytest.approx([0.3 + number + 0.2 * (number // 2) for number in range(10)], abs=0.05)
    assert max(delays) < 7.5  # the last is posted after 10 s, with the end in it


def test_a_storm_of_429_in_one_workspace_is_no_other_workspaces_weather() -> None:
    def storm(attempt: Attempt) -> DeliveryLimited | None:
        if (attempt.method, attempt.workspace) != ("update", "T1") or slack.clock.monotonic() > 60:
            return None
        return DeliveryLimited("ratelimited", retry_after=10)

    slack = LimitedSlack(fault=storm)
    scripts = [job(f"{workspace}-{n}", workspace=workspace) for workspace in ("T1", "T2") for n in range(10)]
    run(play_all(slack, scripts))
    calm = LimitedSlack()
    run(play_all(calm, [script for script in scripts if script.target.workspace == "T2"]))

    assert len(slack.times("post", "T1")) == 10  # another method of the same workspace goes on
    assert max(slack.times("post", "T1")) < 2
    assert max(slack.times("update", "T2")) == pytest.approx(max(calm.times("update", "T2")), abs=2)
    first, *later = [at for at, *_ in slack.refused]
    together = [at for at in later if at < first + 1]
    assert len(together) < 10  # those under way at the first refusal
    assert len(later) - len(together) <= 6  # then one asks again for all, every ten seconds
    assert {shown[-1].kind for shown in (slack.shown(s.target.job) for s in scripts)} == {Kind.TERMINAL}


def test_two_replicas_together_keep_to_the_limits() -> None:
    async def scenario() -> None:
        async with (
            writer_on(slack, replicas=2) as one,
            writer_on(slack, replicas=2) as other,
            asyncio.TaskGroup() as group,
        ):
            for number in range(40):
                script = job(f"J{number}", seconds=60.0)
                group.create_task(play((one, other)[number % 2], script, slack.clock))

    slack = LimitedSlack()
    run(scenario())
    assert slack.throttled == 0


def large(name: str, number: int) -> View:
    """About as much as a message takes."""
    rows = ({"type": "section", "text": f"{name} {number} {row:03} ".ljust(550, "x")} for row in range(20))
    return View(text=f"{name} {number}".ljust(3_000, "y"), blocks=tuple(rows), kind=Kind.TICK)


def views_held() -> int:
    gc.collect()
    return sum(isinstance(held, View) for held in gc.get_objects())


def test_two_hundred_messages_on_a_slow_slack_hold_one_unsent_view_each() -> None:
    async def one(writer: Writer, name: int) -> None:
        async with writer.open(target(str(name), workspace=f"T{name % 4}", channel=str(name))) as message:
            for number in range(5):
                message.show(large(str(name), number))
                await slack.clock.sleep(2)
            everyone_shown.set()
            await measured.wait()

    async def scenario() -> None:
        async with writer_on(slack) as writer, asyncio.TaskGroup() as group:
            for name in range(200):
                group.create_task(one(writer, name))
            await everyone_shown.wait()
            await slack.clock.sleep(1)
            sizes.append(tracemalloc.get_traced_memory()[0] - before)
            assert len(slack.under_way) == 200
            assert views_held() - views_before <= 2 * 200  # one unsent, one on its way
            measured.set()

    slack, sizes = LimitedSlack(latency=(15.0, 15.0), remembers=False), list[int]()
    everyone_shown, measured = asyncio.Event(), asyncio.Event()
    views_before = views_held()
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    try:
        run(scenario())
    finally:
        tracemalloc.stop()
    assert sizes[0] < 20_000_000  # bytes
