from __future__ import annotations

import pytest

from core.llm.headers import retry_after, should_retry

DATE = "Sun, 22 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after-ms": "250", "retry-after": "3"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:00 GMT", "date": DATE}, 60.0),
        ({"retry-after": "Sun, 22 Nov 2026 09:00:00 GMT", "date": DATE}, 0.0),
        ({"retry-after": "Sun, 22 Nov 2026 10:01:00 GMT"}, None),
    ],
)
def test_the_wait_is_read_as_seconds_milliseconds_or_a_date(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after(headers) == seconds


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503, 529])
def test_what_passes_is_worth_another_attempt(status: int) -> None:
    assert should_retry(status, {})
    assert not should_retry(status, {"x-should-retry": "false"})


@pytest.mark.parametrize("status", [400, 401, 404, 422])
def test_what_stays_is_not(status: int) -> None:
    assert not should_retry(status, {})
    assert not should_retry(status, {"x-should-retry": "maybe"})
    assert should_retry(status, {"x-should-retry": "true"})
