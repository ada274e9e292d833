"""The messages of one workspace, over slack_sdk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from core.errors import DeliveryLimited
from handlers.slack_refusals import FAILURES, delivery_error
from handlers.view import View

EVENT_TYPE = "crossroads_job"  # of the metadata that a message carries
CLOCK_SKEW = 60.0  # seconds that Slack's clock may be behind ours
PAGES = 5  # of as many messages as Slack gives by itself: 100, or 15 to apps it restricts


class SlackWebMessages:
    """Keeps the port SlackMessages. `timeout` of a call is that of `session`, which the caller owns.

    None of the SDK's retry handlers is used: one that repeats a post would post twice, and one that waits
    out a 429 would wait for one message only. https://github.com/slackapi/python-slack-sdk, http_retry
    """

    def __init__(
        self,
        *,
        token: str,
        session: aiohttp.ClientSession | None = None,
        base_url: str = AsyncWebClient.BASE_URL,
    ) -> None:
        self._client = AsyncWebClient(token=token, session=session, base_url=base_url, retry_handlers=[])

    async def post(self, *, channel: str, thread_ts: str | None, view: View, job: str) -> str:
        """Post a view with its job's id as metadata, and return its ts. Raises DeliveryError."""
        with _failures():
            answer = await self._client.chat_postMessage(
                channel=channel,
                thread_ts=thread_ts,
                text=view.text,
                blocks=_blocks(view),
                metadata={"event_type": EVENT_TYPE, "event_payload": {"job": job}},
                unfurl_links=False,
                unfurl_media=False,
            )
        return str(answer["ts"])

    async def update(self, *, channel: str, ts: str, view: View) -> None:
        """Edit a message; blocks that are not in the view are taken away. Raises DeliveryError."""
        with _failures():
            await self._client.chat_update(channel=channel, ts=ts, text=view.text, blocks=_blocks(view))

    async def find(self, *, channel: str, thread_ts: str | None, job: str, since: float) -> str | None:
        """The ts of the message with this job's metadata, None when there is none. Raises DeliveryError.

        An app that may read once a minute reads the newest page alone: it would never come to the second.
        """
        client = self._client
        read = (
            partial(client.conversations_replies, ts=thread_ts) if thread_ts else client.conversations_history
        )
        oldest = f"{max(0.0, since - CLOCK_SKEW):.6f}"
        with _failures():
            answer = await read(channel=channel, oldest=oldest, include_all_metadata=True)
        pages = 0
        with suppress(DeliveryLimited), _failures():
            async for page in answer:
                for message in page["messages"]:
                    if _job_of(message) == job:
                        return str(message["ts"])
                pages += 1
                if pages == PAGES:
                    break
        return None


def _blocks(view: View) -> list[dict[str, Any]]:
    return [dict(block) for block in view.blocks]


def _job_of(message: dict[str, Any]) -> str | None:
    metadata = message.get("metadata", {})
    return metadata.get("event_payload", {}).get("job") if metadata.get("event_type") == EVENT_TYPE else None


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except FAILURES as failure:
        raise delivery_error(failure) from failure
