"""What Slack, or the way there, answers instead of a result: each as one of our errors."""

from __future__ import annotations

import asyncio

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from core.errors import (
    DeliveryError,
    DeliveryLimited,
    DeliveryUnavailable,
    MessageGone,
    PlaceClosed,
    ViewRefused,
)

FAILURES = (SlackApiError, aiohttp.ClientError, OSError)  # a timeout is an OSError

RETRY_AFTER = 30.0  # seconds, where Slack names none; it always should
# Seconds that Slack may take over a question that an acknowledgement waits for. There are two at most, and
# Slack waits for three seconds: https://docs.slack.dev/interactivity/handling-user-interaction
ANSWERED_WITHIN = 1.2
TOO_MANY = 429
SERVER_ERROR = 500

# https://docs.slack.dev/reference/methods/chat.update and chat.postMessage, "Errors"
_LIMITED = {"ratelimited", "rate_limited"}
_TRANSIENT = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
_GONE = {"message_not_found": True, "cant_update_message": False, "edit_window_closed": False}
_TOO_MUCH = {"msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"}


def in_time() -> asyncio.Timeout:
    """Around a question that an acknowledgement waits for: what comes too late is one of FAILURES."""
    return asyncio.timeout(ANSWERED_WITHIN)


def delivery_error(failure: Exception) -> DeliveryError:
    """The error behind one of FAILURES. A word of Slack's that nobody has met closes the place."""
    if isinstance(failure, SlackApiError):
        return _answered(failure.response)
    code = type(failure).__name__
    reached = not isinstance(failure, aiohttp.ClientConnectorError)
    return DeliveryUnavailable(code, reached=reached, answered=False)


def _answered(response: AsyncSlackResponse | aiohttp.ClientResponse) -> DeliveryError:
    """By its HTTP status, then by the word in its body; no word at all is a proxy's answer, not Slack's.

    Where the body is broken JSON, the SDK hands over aiohttp's response.
    """
    if isinstance(response, aiohttp.ClientResponse):
        status, data = response.status, None
    else:
        status, data = response.status_code, response.data
    code = data.get("error") if isinstance(data, dict) else None
    if status == TOO_MANY or code in _LIMITED:
        return DeliveryLimited(code or "ratelimited", retry_after=_retry_after(response))
    if status >= SERVER_ERROR or code is None or code in _TRANSIENT:
        return DeliveryUnavailable(code or f"http_{status}")
    if code in _GONE:
        return MessageGone(code, deleted=_GONE[code])
    if code in _TOO_MUCH:
        return ViewRefused(code)
    return PlaceClosed(code)


def _retry_after(response: AsyncSlackResponse | aiohttp.ClientResponse) -> float:
    try:
        return max(0.0, float(int(response.headers["Retry-After"])))
    except (KeyError, ValueError):
        return RETRY_AFTER
