"""Slack's signature, version 0."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import Callable


class Signer:
    """Signs requests with the app's secret.

    The time in a signature is the machine's own, not the world's: whoever verifies it looks at a real clock.
    """

    def __init__(self, secret: str, now: Callable[[], float] = time.time) -> None:
        self._secret = secret.encode()
        self._now = now

    def headers(self, body: bytes) -> dict[str, str]:
        """The two headers that prove `body` came from Slack, just now."""
        moment = str(int(self._now()))
        base = b"v0:" + moment.encode() + b":" + body
        digest = hmac.new(self._secret, base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": moment, "X-Slack-Signature": f"v0={digest}"}
