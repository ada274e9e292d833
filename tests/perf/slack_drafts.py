"""Drafts in Slack as people wait for them: from the command to the end, with a model that takes its time."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from itertools import pairwise

from bot.playground.slack.journal import ApiCall
from tests.perf.measure import Row
from tests.perf.slack_stage import Asked, Stage, is_draft, staged

MODEL = 4.0  # seconds a reply takes
STREAMED = 3.5  # of those, seconds in which it streams
DRAFTS = 40  # one a second
ALONE = 12  # drafts with an instant model, one after the other
IDLE = 10.0  # seconds
SIGN_TARGET = 1.0  # seconds from the command to the first message
DRAFT_TARGET = 8.0  # seconds, at the 95th percentile
SILENCE_TARGET = 2.5  # seconds
OVERHEAD_TARGET = 0.5  # seconds
CPU_TARGET = 0.3  # seconds
LONGEST = 180.0  # seconds until all must be over


def rows() -> Iterator[Row]:
    """Drafts one a second, then drafts alone."""
    yield from asyncio.run(_one_a_second())
    yield from asyncio.run(_alone())


def quantile(values: list[float], share: float) -> float:
    """The value that `share` of them do not exceed."""
    return sorted(values)[max(0, round(share * len(values)) - 1)]


async def _one_a_second() -> list[Row]:
    async with staged(reply=MODEL, streamed=STREAMED, CROSSROADS_CONCURRENCY="20") as stage:
        async with asyncio.TaskGroup() as group:
            for _ in range(DRAFTS):
                group.create_task(stage.ask())
                await asyncio.sleep(1)
        await stage.slack.until(stage.all_over, timeout=LONGEST)
        signs, totals, silences = [], [], []
        for asked in stage.asked:
            root, live = stage.answers(asked)
            end = stage.ends(live)[0]
            shown = [float(live.ts), *(at for at, _ in stage.edits(live) if at <= end)]
            signs.append(float(root.ts) - asked.at)
            totals.append(end - asked.at)
            silences.append(max(after - before for before, after in pairwise(shown)))
        drafts = sum(is_draft(stage.answers(asked)[1]) for asked in stage.asked)
    sign, total, silence = quantile(signs, 0.95), quantile(totals, 0.95), max(silences)
    return [
        Row(
            what="first sign of life after the command, p95",
            figure=f"{sign:.2f} s (median {statistics.median(signs):.2f}, most {max(signs):.2f})",
            target=f"≤ {SIGN_TARGET} s",
            met=sign <= SIGN_TARGET,
        ),
        Row(
            what=f"draft, model of {MODEL:.0f} s, one a second, p95",
            figure=f"{total:.2f} s (median {statistics.median(totals):.2f}, {drafts} of {DRAFTS})",
            target=f"≤ {DRAFT_TARGET} s",
            met=total <= DRAFT_TARGET and drafts == DRAFTS,
        ),
        Row(
            what="longest silence of a message under way",
            figure=f"{silence:.2f} s (median of the longest {statistics.median(silences):.2f})",
            target=f"≤ {SILENCE_TARGET} s",
            met=silence <= SILENCE_TARGET,
        ),
    ]


async def _alone() -> list[Row]:
    async with staged() as stage:
        await _drafted(stage)  # the first pays for what is loaded late
        cpu, began = stage.cpu, time.monotonic()
        overheads, totals = [], []
        for _ in range(ALONE):
            asked = await _drafted(stage)
            taken = [call for call in stage.slack.calls.of("files.getUploadURLExternal") if _of(call, asked)]
            overheads.append(taken[-1].at - asked.at - asked.ack)
            totals.append(stage.ends(stage.answers(asked)[1])[0] - asked.at - asked.ack)
        spent, lasted = stage.cpu - cpu, time.monotonic() - began
        cpu = stage.cpu
        await asyncio.sleep(IDLE)
        idle = (stage.cpu - cpu) / IDLE
        spent = (spent - idle * lasted) / ALONE
    overhead = statistics.median(overheads)
    return [
        Row(
            what="draft, instant model: from the ack to its picture drawn",
            figure=f"{overhead * 1000:.0f} ms ({min(overheads):.2f}–{max(overheads):.2f} s)",
            target=f"≤ {OVERHEAD_TARGET * 1000:.0f} ms",
            met=overhead <= OVERHEAD_TARGET,
        ),
        Row(what="the same, with pacing and upload", figure=f"{statistics.median(totals):.2f} s"),
        Row(
            what="processor time of a draft, instant model",
            figure=f"{spent * 1000:.0f} ms, beyond {idle * 100:.0f} % idle",
            target=f"≤ {CPU_TARGET * 1000:.0f} ms",
            met=spent <= CPU_TARGET,
        ),
    ]


def _of(call: ApiCall, asked: Asked) -> bool:
    return call.team == asked.team and call.at > asked.at


async def _drafted(stage: Stage) -> Asked:
    asked = await stage.mention()
    await stage.slack.until(stage.all_over, timeout=LONGEST)
    return asked
