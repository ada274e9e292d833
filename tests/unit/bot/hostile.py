"""Requests as somebody sends them who knows how Slack does it, but not the secret."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable

from bot.guard import AGE, LARGEST
from bot.playground.slack.delivery.signing import Signer
from core.clock import SystemClock
from tests.unit.bot.guarded import FORM, JSON, MARKER, Door, command, event, interaction

Request = tuple[bytes, dict[str, str]]  # a body and its headers
Trick = Callable[[Door, bytes, dict[str, str], random.Random], Request]


def hostile(made: Door, chance: random.Random) -> Request:
    """A body with the marker in it: signed wrongly, long ago, not at all, or changed afterwards."""
    body, kind = chance.choice([(event(), JSON), (command(), FORM), (interaction() + MARKER.encode(), FORM)])
    headers = made.signed(body, kind)
    return chance.choice(_TRICKS)(made, body, headers, chance)


def _another_secret(_made: Door, body: bytes, headers: dict[str, str], _: random.Random) -> Request:
    return body, headers | Signer("a guess").headers(body)


def _replayed(made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    then = SystemClock().now() - chance.choice([AGE + 1, 86_400, -2 * AGE, 1e9])
    return body, headers | Signer(made.secret, now=lambda: then).headers(body)


def _cut(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    return body[: chance.randrange(len(body))], headers


def _flipped(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    place = chance.randrange(len(body))
    return body[:place] + bytes([body[place] ^ chance.randrange(1, 256)]) + body[place + 1 :], headers


def _noise(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    return chance.randbytes(chance.randrange(1, 2_000)) + body, headers


def _unsigned(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    del headers[chance.choice(["X-Slack-Signature", "X-Slack-Request-Timestamp"])]
    return body, headers


def _odd_time(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    return body, headers | {
        "X-Slack-Request-Timestamp": chance.choice(["", "x", "1e9", "0x1", "9" * 400, "-1"])
    }


def _odd_signature(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    right = headers["X-Slack-Signature"]
    return body, headers | {
        "X-Slack-Signature": chance.choice([right[:-1], right.upper(), "é", "v1" + right[2:]])
    }


def _odd_kind(_made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    kinds = ["text/html", "application/xml", f"{JSON}; charset=utf-16", "nonsense", "multipart/form-data"]
    return body, headers | {"Content-Type": chance.choice(kinds)}


def _packed(_made: Door, body: bytes, headers: dict[str, str], _: random.Random) -> Request:
    return zlib.compress(body), headers | {"Content-Encoding": "deflate"}


def _huge(made: Door, body: bytes, headers: dict[str, str], _: random.Random) -> Request:
    huge = body + b"a" * LARGEST
    return huge, headers | Signer(made.secret).headers(huge)


def _signed_nonsense(made: Door, body: bytes, headers: dict[str, str], chance: random.Random) -> Request:
    nonsense = chance.choice([b"{" + body, b"\xff" + body, b"[" + body, b'["' + MARKER.encode() + b'"]'])
    return nonsense, headers | {"Content-Type": JSON} | Signer(made.secret).headers(nonsense)


_TRICKS: tuple[Trick, ...] = (
    _another_secret,
    _replayed,
    _cut,
    _flipped,
    _noise,
    _unsigned,
    _odd_time,
    _odd_signature,
    _odd_kind,
    _packed,
    _huge,
    _signed_nonsense,
)
