"""Claude as a provider, over Anthropic's own library."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from core.errors import ModelDeclined, ModelError, ModelRejected, ModelUnavailable, ReplyTruncated
from core.llm.headers import retry_after, should_retry
from core.llm.lazy import Lazy
from core.llm.prompting import Prompt, render
from core.llm.provider import ModelCall, Progress, Reply
from core.llm.received import NO_EVENT, Received
from core.llm.usage import Usage

if TYPE_CHECKING:
    import anthropic
    from anthropic.types import MessageDeltaUsage, RawMessageDeltaEvent, RawMessageStreamEvent
    from anthropic.types import Usage as StartUsage

NAME = "anthropic"
BASE_URL = "https://api.anthropic.com"
CONNECT_TIMEOUT = 5.0  # seconds
IDLE_TIMEOUT = 30.0  # seconds without a byte; the server pings in between
_FOR_AN_HOUR = {"cache_control": {"type": "ephemeral", "ttl": "1h"}}
_FOR_FIVE_MINUTES = {"cache_control": {"type": "ephemeral", "ttl": "5m"}}
_INSIDE_A_STREAM = 200  # the status that an error event has
_REQUEST_AT_FAULT = frozenset(
    {
        "invalid_request_error",
        "authentication_error",
        "billing_error",
        "permission_error",
        "not_found_error",
        "request_too_large",
    }
)


class AnthropicProvider:
    """Streams one reply per call; safe for concurrent calls, one client for all.

    The system text is cached for an hour, documents and brief for five minutes, both for whoever sends the
    same bytes to the same model with the same effort and schema. `max_tokens` includes thinking;
    `idle_timeout` and `connect_timeout` are in seconds. Nothing is retried here.
    """

    name = NAME

    def __init__(
        self,
        *,
        api_key: str,
        base_url: str | None = None,
        model: str,
        effort: str = "low",
        max_tokens: int = 16_000,
        idle_timeout: float = IDLE_TIMEOUT,
        connect_timeout: float = CONNECT_TIMEOUT,
    ) -> None:
        self.model = model
        self._effort = effort
        self._max_tokens = max_tokens

        def build() -> anthropic.AsyncAnthropic:
            import anthropic  # noqa: PLC0415  takes 1.4 s; only who uses it pays

            logger = logging.getLogger("anthropic")
            logger.setLevel(max(logger.level, logging.INFO))  # at DEBUG it would log whole prompts
            client = anthropic.AsyncAnthropic(
                api_key=api_key,
                base_url=base_url or BASE_URL,
                timeout=anthropic.Timeout(idle_timeout, connect=connect_timeout),
                max_retries=0,
                open_telemetry={},  # given, so that no variable can switch on the recording of content
            )
            client.messages  # noqa: B018  imports its types here rather than on the event loop
            return client

        self._client = Lazy(build)

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Progress when the stream opens and whenever a node is finished, then the reply.

        Raises ModelUnavailable, ModelRejected, ModelDeclined or ReplyTruncated; with usage where the
        provider reported any before it failed.
        """
        client = await self._client.get()
        received = _Received(provider=NAME, model=self.model, task=call.task.value)
        request = self._request(render(call))
        with _translated(received):
            stream = await client.messages.create(**request)
            async with stream:
                received.request_id = stream.response.headers.get("request-id")
                yield received.progress()
                async for event in stream:
                    if received.take(event):
                        yield received.progress()
        yield received.reply()

    async def probe(self) -> None:
        """Ask whether the key and the model are accepted. Free. Raises ModelUnavailable, ModelRejected."""
        client = await self._client.get()
        with _translated(_Received(provider=NAME, model=self.model, task="probe")):
            await client.models.retrieve(self.model)

    async def aclose(self) -> None:
        """Close the connections; the provider opens new ones if it is used again."""
        client = await self._client.take()
        if client is not None:
            await client.close()

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        return {
            "model": self.model,
            "max_tokens": self._max_tokens,
            "stream": True,
            "system": [{"type": "text", "text": prompt.system, **_FOR_AN_HOUR}],
            "messages": [{"role": "user", "content": _content(prompt)}],
            "output_config": {
                "effort": self._effort,
                "format": {"type": "json_schema", "schema": prompt.schema},
            },
        }


@contextmanager
def _translated(received: _Received) -> Iterator[None]:
    """Turn what the library raises into our errors.

    Not chained: its errors quote the server, and may hold a text or part of a key.
    """
    import anthropic  # noqa: PLC0415  loaded by now
    import httpx2  # noqa: PLC0415  the same

    try:
        yield
    except anthropic.APIStatusError as error:
        raise _refused(error, received) from None
    except (anthropic.AnthropicError, httpx2.RequestError, *NO_EVENT) as error:
        raise received.unreachable(error) from None


def _content(prompt: Prompt) -> list[dict[str, Any]]:
    """Documents, brief, what came later, task.

    The breakpoints last five minutes: entries of an hour must come before them, and the system text does.
    """
    stable = [
        {"type": "text", "text": text, **(_FOR_FIVE_MINUTES if is_marked else {})}
        for text, is_marked in prompt.stable
    ]
    return [*stable, {"type": "text", "text": prompt.task}]


class _Received(Received["RawMessageStreamEvent"]):
    """What a stream of the Messages API has brought so far."""

    _start: StartUsage | None = None
    _end: RawMessageDeltaEvent | None = None

    def take(self, event: RawMessageStreamEvent) -> bool:
        """Take one event; thinking is not part of the text."""
        if event.type == "message_start":
            self.model = event.message.model
            self._start = event.message.usage
            self.usage = self._usage(event.message.usage)
            return True
        if event.type == "content_block_delta" and event.delta.type == "text_delta":
            return self.text.feed(event.delta.text)
        if event.type == "message_delta":
            self._end = event
            self.usage = self._usage(event.usage)
        return False

    def reply(self) -> Reply:
        """The reply; a stream without a stop reason ended early, though the library raises nothing."""
        end = self._end.delta if self._end else None
        if end is None or end.stop_reason is None:
            raise self.failed(ModelUnavailable, "the stream ended early")
        if end.stop_reason == "refusal":
            category = end.stop_details.category if end.stop_details else None
            raise self.failed(ModelDeclined, f"refusal ({category})" if category else "refusal")
        if end.stop_reason != "end_turn":
            raise self.failed(ReplyTruncated, end.stop_reason)
        return self.complete()

    def _usage(self, now: StartUsage | MessageDeltaUsage) -> Usage:
        """The totals so far. The end of a stream may leave out what its start said: then that stands."""
        start = self._start or now
        written = _first(now.cache_creation_input_tokens, start.cache_creation_input_tokens)
        split = self._start.cache_creation if self._start else None
        for_an_hour = split.ephemeral_1h_input_tokens if split else 0
        return Usage(
            provider=NAME,
            model=self.model,
            task=self.task,
            input=_first(now.input_tokens, start.input_tokens),
            cache_read=_first(now.cache_read_input_tokens, start.cache_read_input_tokens),
            cache_write_5m=max(0, written - for_an_hour),
            cache_write_1h=for_an_hour,
            output=now.output_tokens,
            reasoning=now.output_tokens_details.thinking_tokens if now.output_tokens_details else 0,
        )


def _first(*counts: int | None) -> int:
    """The first count that was reported; 0 when none was."""
    return next((count for count in counts if count is not None), 0)


def _refused(error: anthropic.APIStatusError, received: _Received) -> ModelError:
    """The error for an answer that is no reply: an HTTP status, or an error event inside the stream."""
    status, headers = error.status_code, error.response.headers
    if status == _INSIDE_A_STREAM:
        transient = error.type not in _REQUEST_AT_FAULT
    else:
        transient = should_retry(status, headers)
    received.request_id = error.request_id or received.request_id
    return received.failed(
        ModelUnavailable if transient else ModelRejected,
        f"{status} {error.type or 'error'}",
        status=status,
        retry_after=retry_after(headers),
    )
