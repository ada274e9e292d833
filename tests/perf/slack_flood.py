"""One brief while another workspace floods the bot: how soon its draft is under way."""

from __future__ import annotations

import asyncio
import json
import statistics
import time
from collections.abc import Iterator

from tests.perf.measure import Row
from tests.perf.slack_stage import CHANNELS, Stage, staged

FLOOD = 50  # briefs of one workspace
ALONE = 8  # workspaces that ask once each, one after the other
MODEL = 1.0  # seconds a reply takes
APART = 1.5  # seconds between two of those
TARGET = 1.0  # seconds from the brief until the model is asked about it
LONGEST = 30.0  # seconds until it must have been
LOOK = 0.005  # seconds


def rows() -> Iterator[Row]:
    """The wait of whoever does not flood."""
    yield asyncio.run(_row())


async def _row() -> Row:
    async with staged(reply=MODEL) as stage:
        await stage.ask()  # the SDK of the provider is loaded with the first brief
        await stage.slack.until(stage.all_over, timeout=LONGEST)
        *others, flooding = zip(stage.people, stage.channels, strict=True)
        person, places = flooding
        for number in range(FLOOD):
            await person.mentions_bot(places[number % CHANNELS], f"Should we flood or wait? Case {number}.")
        await stage.slack.until(lambda: len(stage.slack.courier.events()) >= 2 * FLOOD)
        waits = []
        for number, (person, places) in enumerate(others[:ALONE]):
            began, brief = time.monotonic(), f"Should we hire or use contractors? Alone {number}."
            await person.mentions_bot(places[0], brief)
            async with asyncio.timeout(LONGEST):
                while not _asked(stage, f"Alone {number}."):  # noqa: ASYNC110  the fake tells nobody
                    await asyncio.sleep(LOOK)
            waits.append(time.monotonic() - began)
            await asyncio.sleep(APART)
    return Row(
        what=f"one brief behind {FLOOD} of another workspace, to its model",
        figure=f"{max(waits):.2f} s (median {statistics.median(waits):.2f}, {ALONE} workspaces)",
        target=f"≤ {TARGET} s",
        met=max(waits) <= TARGET,
    )


def _asked(stage: Stage, words: str) -> bool:
    return any(words in json.dumps(request.body) for request in reversed(stage.model.requests))
