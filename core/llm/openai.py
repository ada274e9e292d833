"""OpenAI, and servers that speak its protocols, as a provider."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from core.errors import ModelError
from core.llm.headers import retry_after, should_retry
from core.llm.lazy import Lazy
from core.llm.openai_chat import Chat
from core.llm.openai_codes import kind_of
from core.llm.openai_rehearsal import rehearse
from core.llm.openai_responses import Responses
from core.llm.prompting import Prompt, render
from core.llm.provider import ModelCall, Progress, Reply
from core.llm.received import NO_EVENT, Received

if TYPE_CHECKING:
    import openai

Mode = Literal["responses", "chat", "chat_json_object"]

NAME = "openai"
BASE_URL = "https://api.openai.com/v1"
CONNECT_TIMEOUT = 5.0  # seconds
IDLE_TIMEOUT = 30.0  # seconds without a byte
_NO_KEY = "none"  # a local server asks for none, the library does

Event = TypeVar("Event")


class Dialect(Protocol[Event]):
    """One of the protocols of OpenAI: how to ask, and how to read the answer."""

    async def open(self, client: openai.AsyncOpenAI, prompt: Prompt) -> openai.AsyncStream[Event]:
        """Send the prompt. Raises what the library raises."""

    def received(self, task: str) -> Received[Event]:
        """An empty reply to fill from the stream."""


class OpenAIProvider:
    """Streams one reply per call; safe for concurrent calls, one client for all.

    `mode` is the protocol: `responses` is OpenAI's own, with its prompt cache; `chat` is what other
    servers speak; `chat_json_object` is for those that take a schema only beside `json_object`.
    `effort` is for `responses`. `max_tokens` includes reasoning; `idle_timeout` and `connect_timeout` are
    in seconds. Nothing is retried here.
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
        mode: Mode = "responses",
        idle_timeout: float = IDLE_TIMEOUT,
        connect_timeout: float = CONNECT_TIMEOUT,
    ) -> None:
        self.model = model
        self._dialect: Dialect[Any] = (
            Responses(provider=NAME, model=model, effort=effort, max_tokens=max_tokens)
            if mode == "responses"
            else Chat(
                provider=NAME, model=model, max_tokens=max_tokens, json_object=mode == "chat_json_object"
            )
        )

        def build() -> openai.AsyncOpenAI:
            import openai  # noqa: PLC0415  takes 0.6 s; only who uses it pays

            logger = logging.getLogger("openai")
            logger.setLevel(max(logger.level, logging.INFO))  # at DEBUG it would log whole prompts
            client = openai.AsyncOpenAI(
                api_key=api_key or _NO_KEY,
                base_url=base_url or BASE_URL,
                timeout=openai.Timeout(idle_timeout, connect=connect_timeout),
                max_retries=0,
            )
            _ = client.responses, client.chat.completions  # imported here rather than on the event loop
            if mode == "responses":
                rehearse()
            return client

        self._client = Lazy(build)

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Progress when the stream opens and whenever a node is finished, then the reply.

        Raises ModelUnavailable, ModelRejected, ModelDeclined or ReplyTruncated; with usage where the
        provider reported any before it failed.
        """
        client = await self._client.get()
        received = self._dialect.received(call.task.value)
        prompt = render(call)
        with _translated(received):
            stream = await self._dialect.open(client, prompt)
            async with stream:
                received.request_id = stream.response.headers.get("x-request-id")
                yield received.progress()
                async for event in stream:
                    if received.take(event):
                        yield received.progress()
        yield received.reply()

    async def probe(self) -> None:
        """Ask whether the key and the model are accepted. Free. Raises ModelUnavailable, ModelRejected."""
        client = await self._client.get()
        with _translated(self._dialect.received("probe")):
            await client.models.retrieve(self.model)

    async def aclose(self) -> None:
        """Close the connections; the provider opens new ones if it is used again."""
        client = await self._client.take()
        if client is not None:
            await client.close()


@contextmanager
def _translated(received: Received[Any]) -> Iterator[None]:
    """Turn what the library raises into our errors.

    Not chained: its errors quote the server, and may hold a text or part of a key.
    """
    import httpx2  # noqa: PLC0415  loaded by now
    import openai  # noqa: PLC0415  the same

    try:
        yield
    except openai.APIStatusError as error:
        raise _refused(error, received) from None
    except openai.APIConnectionError as error:
        raise received.unreachable(error) from None
    except openai.APIError as error:  # an error among the chunks of a stream
        code = error.code or error.type
        raise received.failed(kind_of(code), code or "error") from None
    except (openai.OpenAIError, httpx2.RequestError, *NO_EVENT) as error:
        raise received.unreachable(error) from None


def _refused(error: openai.APIStatusError, received: Received[Any]) -> ModelError:
    """The error for an HTTP status that is no success."""
    status, headers = error.status_code, error.response.headers
    received.request_id = error.request_id
    return received.failed(
        kind_of(error.code, transient=should_retry(status, headers)),
        f"{status} {error.code or error.type or 'error'}",
        status=status,
        retry_after=retry_after(headers),
    )
