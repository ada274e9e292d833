"""Only whole, fresh, signed requests get in; nothing else gets an answer above 499, or into the log."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot import guard as guarding
from bot.guard import AGE, LARGEST, PATH, guard
from bot.playground.slack.delivery.signing import Signer
from core.errors import SettingsError
from tests.fakes.clock import JumpingClock
from tests.unit.bot.guarded import FORM, JSON, MARKER, Door, command, door, event, interaction, taken
from tests.unit.bot.hostile import hostile

SECRET = "the right secret"  # noqa: S105  of nothing
HOSTILE = 1_000


@pytest.fixture
async def at_door() -> AsyncIterator[tuple[Door, ClientSession]]:
    async with door(SECRET) as made, ClientSession() as session:
        yield made, session


@pytest.mark.parametrize(
    ("body", "kind"),
    [(event(), JSON), (command(), FORM), (interaction(), FORM)],
    ids=["json", "form", "payload"],
)
async def test_what_slack_signed_just_now_gets_in(
    body: bytes, kind: str, at_door: tuple[Door, ClientSession]
) -> None:
    made, session = at_door
    status = await made.post(session, body, made.signed(body, kind))
    assert (status, made.seen, made.facts) == (200, [kind], [])


@pytest.mark.parametrize(
    "kind", [f"{JSON}; charset=utf-8", f"{JSON}; charset=UTF8", "Application/JSON"], ids=str
)
async def test_a_kind_may_be_written_in_several_ways(kind: str, at_door: tuple[Door, ClientSession]) -> None:
    made, session = at_door
    assert await made.post(session, event(), made.signed(event(), kind)) == 200


async def test_other_paths_are_not_guarded(at_door: tuple[Door, ClientSession]) -> None:
    made, session = at_door
    async with session.get(f"{made.url}/livez") as answer:
        assert (answer.status, await answer.text()) == (200, "ok")


MOMENT, SIGNATURE, KIND = "X-Slack-Request-Timestamp", "X-Slack-Signature", "Content-Type"


@pytest.mark.parametrize(
    ("changes", "status", "reason"),
    [
        ({MOMENT: "soon"}, 400, "timestamp"),
        ({MOMENT: ""}, 400, "timestamp"),
        ({MOMENT: "-5"}, 400, "timestamp"),
        ({MOMENT: "1.5"}, 400, "timestamp"),
        ({MOMENT: "1_000"}, 400, "timestamp"),
        ({MOMENT: "9" * 5_000}, 400, "timestamp"),
        ({MOMENT: "٣"}, 400, "timestamp"),
        ({MOMENT: "1000000000"}, 401, "stale"),
        ({MOMENT: "99999999999"}, 401, "stale"),
        ({SIGNATURE: "v0=" + "0" * 64}, 401, "signature"),
        ({SIGNATURE: ""}, 401, "signature"),
        ({SIGNATURE: "v0=é"}, 401, "signature"),
        ({SIGNATURE: None}, 401, "unsigned"),
        ({MOMENT: None}, 401, "unsigned"),
        ({KIND: "text/plain"}, 415, "content_type"),
        ({KIND: "multipart/form-data; boundary=x"}, 415, "content_type"),
        ({KIND: f"{JSON}; charset=latin-1"}, 415, "charset"),
        ({KIND: f"{JSON}; charset=nonsense"}, 415, "charset"),
        ({"Content-Encoding": "gzip"}, 415, "content_encoding"),
    ],
    ids=lambda value: str(value)[:60],
)
async def test_a_changed_header_keeps_a_request_out(
    changes: dict[str, str | None], status: int, reason: str, at_door: tuple[Door, ClientSession]
) -> None:
    made, session = at_door
    headers = {k: v for k, v in (made.signed(event()) | changes).items() if v is not None}
    assert await made.post(session, event(), headers) == status
    assert (made.seen, made.reasons) == ([], [reason])


async def test_a_header_given_twice_keeps_a_request_out(at_door: tuple[Door, ClientSession]) -> None:
    made, session = at_door
    headers = [*made.signed(event()).items(), ("X-Slack-Signature", "v0=1")]
    async with session.post(f"{made.url}{PATH}", data=event(), headers=headers) as answer:
        assert answer.status == 401
    assert made.reasons == ["unsigned"]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", JSON),
        (b"{", JSON),
        (b"[]", JSON),
        (b"{}", JSON),
        (b"7", JSON),
        (b'{"a": "\xff"}', JSON),
        (b"\xef\xbb\xbf{}", JSON),
        (b"[" * 100_000, JSON),
        (b"{", FORM),
        (b"payload=%7B", FORM),
        (b"payload=[]", FORM),
        (b"\xff=\xff", FORM),
    ],
    ids=repr,
)
async def test_even_a_signed_body_must_be_readable(
    body: bytes, kind: str, at_door: tuple[Door, ClientSession]
) -> None:
    made, session = at_door
    assert await made.post(session, body, made.signed(body, kind)) == 400
    assert (made.seen, made.reasons) == ([], ["unreadable"])


async def test_a_body_over_the_limit_is_too_large(at_door: tuple[Door, ClientSession]) -> None:
    made, session = at_door
    body = b'{"a": "' + b"a" * LARGEST + b'"}'
    assert await made.post(session, body, made.signed(body)) == 413

    async def parts() -> AsyncIterator[bytes]:  # no length is announced
        yield body

    async with session.post(f"{made.url}{PATH}", data=parts(), headers=made.signed(body)) as answer:
        assert answer.status == 413
    assert (made.seen, made.reasons) == ([], ["too_large", "too_large"])


async def test_a_larger_limit_of_the_application_changes_nothing() -> None:
    application = web.Application(middlewares=[guard(SECRET)], client_max_size=10 * LARGEST)
    body = b'{"a": "' + b"a" * LARGEST + b'"}'

    async def parts() -> AsyncIterator[bytes]:
        yield body

    async with TestClient(TestServer(application)) as client:
        headers = {"Content-Type": JSON, **Signer(SECRET).headers(body)}
        assert (await client.post(PATH, data=parts(), headers=headers)).status == 413


async def test_a_body_of_the_largest_size_gets_in(at_door: tuple[Door, ClientSession]) -> None:
    made, session = at_door
    body = b'{"a": "' + b"a" * (LARGEST - 9) + b'"}'
    assert len(body) == LARGEST
    assert await made.post(session, body, made.signed(body)) == 200
    assert made.seen == [JSON]


async def test_a_replay_is_refused_once_it_is_five_minutes_old() -> None:
    clock = JumpingClock()
    application = web.Application(middlewares=[guard(SECRET, clock=clock)])
    application.router.add_post(PATH, taken)
    headers = {"Content-Type": JSON, **Signer(SECRET, now=clock.now).headers(event())}
    async with TestClient(TestServer(application)) as client:
        statuses = []
        for _ in range(3):
            statuses.append((await client.post(PATH, data=event(), headers=headers)).status)
            clock.advance(AGE / 2 + 0.5)
        assert statuses == [200, 200, 401]


async def test_a_body_that_never_comes_is_waited_for_only_so_long(
    at_door: tuple[Door, ClientSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, _ = at_door
    monkeypatch.setattr(guarding, "PATIENCE", 0.01)
    answer = await _raw(made, f"Content-Type: {JSON}\r\nContent-Length: 100\r\n\r\n".encode() + b"{")
    assert answer.startswith(b"HTTP/1.1 408")
    assert made.reasons == ["too_slow"]


async def test_a_body_that_breaks_off_is_no_trouble(
    at_door: tuple[Door, ClientSession], caplog: pytest.LogCaptureFixture
) -> None:
    made, session = at_door
    await _raw(made, f"Content-Type: {JSON}\r\nContent-Length: 100\r\n\r\n".encode(), hang_up=True)
    assert await made.post(session, event(), made.signed(event())) == 200
    assert made.reasons == ["broken_off"]
    assert caplog.records == []


async def _raw(made: Door, rest: bytes, *, hang_up: bool = False) -> bytes:
    """Send bytes after the first lines of a request; the beginning of the answer."""
    address = urlsplit(made.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: x\r\n".encode() + rest)
    await writer.drain()
    if hang_up:
        writer.close()
        await writer.wait_closed()
        return b""
    async with asyncio.timeout(60):
        answer = await reader.read(200)
    writer.close()
    await writer.wait_closed()
    return answer


@pytest.mark.parametrize("secret", ["", "  "])
def test_an_empty_secret_stops_the_start(secret: str) -> None:
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET"):
        guard(secret)


async def test_of_a_thousand_hostile_requests_none_gets_in(
    at_door: tuple[Door, ClientSession], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    made, session = at_door
    chance = random.Random(1)
    statuses = []
    for _ in range(HOSTILE):
        body, headers = hostile(made, chance)
        statuses.append(await made.post(session, body, headers))
    assert made.seen == []
    assert {status // 100 for status in statuses} == {4}
    assert len(made.facts) == HOSTILE
    assert len(set(made.reasons)) >= 8
    assert MARKER not in caplog.text + json.dumps(made.facts)
