"""What one stream has brought so far, and the reply or the error that it ends in."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from core.errors import ModelError, ModelRejected, ModelUnavailable
from core.llm.provider import Progress, Reply
from core.llm.streaming import ItemCounter
from core.llm.tasks.shapes import shape_of
from core.llm.usage import Usage
from core.llm.wording import within

Event = TypeVar("Event")

MAX_SAID = 120  # characters of a model's name or a cause: a server may send anything

NO_EVENT = (json.JSONDecodeError, UnicodeDecodeError)  # what the libraries let through of a garbled stream


class Received(ABC, Generic[Event]):
    """Grows while a stream is read; each adapter teaches it the events of its provider.

    `model` is the one that was asked for until the provider names the one that answers. `usage` is what
    the provider has reported so far: None when it has said nothing.
    """

    def __init__(self, *, provider: str, model: str, task: str) -> None:
        self.provider = provider
        self.model = model
        self.task = task
        self.request_id: str | None = None
        self.usage: Usage | None = None
        self.text = ItemCounter(shape_of(task))

    @abstractmethod
    def take(self, event: Event) -> bool:
        """Take one event of the stream; True when it finished a node or an item, or says what is billed."""

    @abstractmethod
    def reply(self) -> Reply:
        """The complete reply once the stream has ended. Raises the ModelError that its end stands for."""

    @property
    def _named(self) -> str:
        """The model's name fit to be shown: what a server calls it ends on screens and in graphs."""
        return within(self.model, MAX_SAID)

    def progress(self) -> Progress:
        """How far the reply is."""
        return Progress(provider=self.provider, model=self._named, nodes=self.text.nodes, usage=self.usage)

    def complete(self) -> Reply:
        """The reply, for a stream that ended as it should."""
        return Reply(
            text=self.text.text,
            provider=self.provider,
            model=self._named,
            usage=self.usage or Usage(provider=self.provider, model=self.model, task=self.task),
            request_id=self.request_id,
        )

    def failed(
        self,
        kind: type[ModelError],
        cause: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> ModelError:
        """An error that carries what is known of the call: its request id, and what was billed."""
        return kind(
            self.provider,
            within(cause, MAX_SAID),
            status=status,
            retry_after=retry_after,
            request_id=self.request_id,
            usage=self.usage,
        )

    def unreachable(self, error: BaseException) -> ModelError:
        """The error for a connection that could not be made, broke or fell silent.

        `error` comes from a provider's library, which may wrap the one of httpx2 that tells more. Its
        text is left out: it can hold an address or a header.
        """
        import httpx2  # noqa: PLC0415  loaded by whoever raised the error

        cause = error.__cause__ or error
        ours = isinstance(cause, httpx2.LocalProtocolError | httpx2.UnsupportedProtocol)  # a bad key or URL
        return self.failed(ModelRejected if ours else ModelUnavailable, type(cause).__name__)
