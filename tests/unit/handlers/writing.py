"""What the tests of the writer share: a writer in virtual time, views, and jobs that show them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

from core.clock import Clock
from core.pacing.gate import Gate
from core.pacing.writers import Writers
from core.telemetry import Emit, ignore
from handlers.target import Target
from handlers.view import Kind, View
from handlers.writer import Writer
from tests.fakes.kept_views import KeptInMemory
from tests.fakes.limited_slack import LimitedSlack


@asynccontextmanager
async def writer_on(
    slack: LimitedSlack,
    kept: KeptInMemory | None = None,
    *,
    emit: Emit = ignore,
    replicas: int = 1,
    alone: bool = True,
) -> AsyncIterator[Writer]:
    clock = slack.clock
    store = kept or KeptInMemory()
    async with (
        Gate(clock=clock, random=Random(1), emit=emit, replicas=replicas) as gate,
        Writers(gate=gate, clock=clock, random=Random(2), emit=emit) as writers,
    ):
        yield Writer(writers, connect=slack.connect, places=store, kept=store, emit=emit, alone=alone)


def view(text: str, kind: Kind = Kind.TICK, *, smaller: View | None = None) -> View:
    blocks = ({"type": "section", "text": {"type": "mrkdwn", "text": text}},)
    return View(text=text, blocks=blocks, kind=kind, smaller=smaller)


def end(text: str = "done", *, smaller: View | None = None) -> View:
    return view(text, Kind.TERMINAL, smaller=smaller)


def target(
    job: str = "J1",
    *,
    workspace: str = "T1",
    channel: str = "C1",
    thread_ts: str | None = None,
    ts: str | None = None,
    maybe_posted: bool = False,
) -> Target:
    return Target(
        workspace=workspace,
        channel=channel,
        draft=f"D-{job}",
        job=job,
        thread_ts=thread_ts,
        ts=ts,
        maybe_posted=maybe_posted,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    after: float  # seconds since the step before
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What one job shows, step by step; the last view is the terminal one."""

    target: Target
    steps: Sequence[Step]


async def play(writer: Writer, script: Script, clock: Clock) -> float:
    """Show it all; return how many seconds the terminal view took."""
    async with writer.open(script.target) as message:
        for step in script.steps[:-1]:
            await clock.sleep(step.after)
            message.show(step.view)
        await clock.sleep(script.steps[-1].after)
        began = clock.monotonic()
        await message.finish(script.steps[-1].view)
        return clock.monotonic() - began


def texts(slack: LimitedSlack, job: str = "J1") -> list[str]:
    return [shown.text for shown in slack.shown(job)]
