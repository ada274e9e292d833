"""Whatever anybody sends to the served bot, only Slack gets in, nothing falls over, and no body is logged."""

from __future__ import annotations

import asyncio
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.guard import PATH
from tests.scenario.slack.kit import BRIEF, scene
from tests.scenario.slack.process import serving, status
from tests.unit.bot.guarded import JSON, MARKER, Door
from tests.unit.bot.hostile import hostile

HOSTILE = 1_000
ASIDE = 60.0  # seconds that an answer may take; the machine may be busy

# What no client sends: each is a whole connection, and is left when it was sent.
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\n"
WIRE = [
    f"{HEAD}Content-Length: 100\r\n\r\n{MARKER}",
    f"{HEAD}Content-Length: -1\r\n\r\n{MARKER}",
    f"{HEAD}Content-Length: {MARKER}\r\n\r\n{MARKER}",
    f"{HEAD}Transfer-Encoding: chunked\r\n\r\n{MARKER}\r\n{MARKER}\r\n",
    f"{HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{MARKER}",
    f"{HEAD}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n{MARKER}",
    f"{HEAD}{MARKER}\r\n\r\n{MARKER}",
    f"{MARKER}\r\n\r\n",
    f"POST {PATH} HTTP/9.9\r\n\r\n{MARKER}",
    f"POST {PATH}?{MARKER * 1_000} HTTP/1.1\r\n\r\n",
]

pytestmark = pytest.mark.slow


async def test_of_a_thousand_hostile_requests_to_the_served_bot_none_gets_in_or_into_the_log(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with scene(tmp_path) as world:
        async with serving(world, unused_tcp_port, LOG_LEVEL="DEBUG"):
            before = len(world.slack.calls)
            statuses = await _sent(world.slack.app.signing_secret, unused_tcp_port)
            answers = [await _answer(unused_tcp_port, raw.encode()) for raw in WIRE for _ in range(3)]
            assert await status(unused_tcp_port, "/readyz") == 200
            assert len(world.slack.calls) == before
            await world.ann.mentions_bot(world.channel, BRIEF)
            await world.until_done(world.channel)
        logged = _logged(tmp_path)
    assert statuses.total() == HOSTILE
    assert {code // 100 for code in statuses} == {4}
    assert {answer[:10] for answer in answers} <= {b"HTTP/1.1 4", b"HTTP/1.0 4", b""}
    assert MARKER not in logged
    told = Counter(line["event"] for line in _lines(logged))
    assert told["request_refused"] >= HOSTILE
    assert told["job_taken"] == told["job"] == 1
    assert told["listener_failed"] == 0


async def _sent(secret: str, port: int) -> Counter[int]:
    door, chance = Door(secret, url=f"http://127.0.0.1:{port}"), random.Random(2)
    async with ClientSession() as session:
        return Counter([await door.post(session, *hostile(door, chance)) for _ in range(HOSTILE)])


async def _answer(port: int, raw: bytes) -> bytes:
    """What comes back for these bytes, once nothing follows them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(raw)
        writer.write_eof()
        async with asyncio.timeout(ASIDE):
            return await reader.read(200)
    except ConnectionError:
        return b""
    finally:
        writer.close()


def _logged(home: Path) -> str:
    (log,) = home.glob("log-*")
    return log.read_text()


def _lines(logged: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in logged.splitlines() if line.startswith("{")]
