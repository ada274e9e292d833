"""What the headers of a provider's answer say: whether to try again, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

_MILLISECONDS = 1000  # in a second


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds the server asks to wait, never negative; None when it does not say.

    `retry-after-ms` is finer and wins over `retry-after`, which is either seconds or an HTTP date; a date
    is measured from the answer's own `date`, so that no clock of ours is needed (RFC 9110, 10.2.3).
    """
    for name, unit in (("retry-after-ms", _MILLISECONDS), ("retry-after", 1)):
        try:
            seconds = float(headers[name]) / unit
        except (KeyError, ValueError):
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    try:
        until = parsedate_to_datetime(headers["retry-after"])
        sent = parsedate_to_datetime(headers["date"])
    except (KeyError, ValueError):
        return None
    return max(0.0, (until.replace(tzinfo=UTC) - sent.replace(tzinfo=UTC)).total_seconds())


def should_retry(status: int, headers: Mapping[str, str]) -> bool:
    """Whether an HTTP status is worth another attempt: 408, 409, 429, 5xx, or what the server says itself.

    Both providers overrule the status with `x-should-retry: true` or `false`.
    """
    said = headers.get("x-should-retry")
    if said in {"true", "false"}:
        return said == "true"
    return status in {408, 409, 429} or status >= 500  # noqa: PLR2004  the class of server errors
