"""Chat Completions, the protocol of OpenAI-compatible servers: the request, and the chunks of its stream."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.errors import ModelDeclined, ModelUnavailable, ReplyTruncated
from core.llm.openai_responses import SCHEMA_NAME
from core.llm.prompting import Prompt
from core.llm.provider import Reply
from core.llm.received import Received
from core.llm.usage import Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream
    from openai.types import CompletionUsage
    from openai.types.chat import ChatCompletionChunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """How to ask, and how to read the answer, in the parts of the protocol that all servers share.

    `json_object` is for servers that take a schema only beside that type of format.
    """

    provider: str
    model: str
    max_tokens: int
    json_object: bool

    async def open(self, client: AsyncOpenAI, prompt: Prompt) -> AsyncStream[ChatCompletionChunk]:
        """Send the prompt. Raises what the library raises."""
        return await client.chat.completions.create(
            model=self.model,
            stream=True,
            stream_options={"include_usage": True},
            max_tokens=self.max_tokens,
            messages=[
                {"role": "system", "content": prompt.system},
                {"role": "user", "content": "\n\n".join([*prompt.documents, *prompt.later, prompt.task])},
            ],
            # Beside the typed parameters, which do not know a schema in json_object.
            extra_body={"response_format": self._form(prompt.schema)},
        )

    def _form(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        if self.json_object:
            return {"type": "json_object", "schema": schema}
        return {
            "type": "json_schema",
            "json_schema": {"name": SCHEMA_NAME, "strict": True, "schema": schema},
        }

    def received(self, task: str) -> ReceivedCompletion:
        """An empty reply to fill from the stream."""
        return ReceivedCompletion(provider=self.provider, model=self.model, task=task)


class ReceivedCompletion(Received["ChatCompletionChunk"]):
    """What a stream of Chat Completions has brought so far."""

    _finish: str | None = None
    _declined = False

    def take(self, event: ChatCompletionChunk) -> bool:
        """Take one chunk; the one with the usage has no choices."""
        self.model = event.model or self.model
        if event.usage:
            self.usage = self._usage(event.usage)
        finished = False
        for choice in event.choices or ():
            self._declined = self._declined or bool(choice.delta.refusal)
            self._finish = choice.finish_reason or self._finish
            finished = self.text.feed(choice.delta.content or "") or finished
        return finished

    def reply(self) -> Reply:
        """The reply; a stream without a finish reason ended early, though the library raises nothing."""
        if self._finish is None:
            raise self.failed(ModelUnavailable, "the stream ended early")
        if self._declined or self._finish == "content_filter":
            raise self.failed(ModelDeclined, "refusal" if self._declined else self._finish)
        if self._finish != "stop":
            raise self.failed(ReplyTruncated, self._finish)
        return self.complete()

    def _usage(self, reported: CompletionUsage) -> Usage:
        """Prompt tokens include those read from and written to the cache; ours do not overlap."""
        details = reported.prompt_tokens_details
        read = (details.cached_tokens or 0) if details else 0
        written = (details.cache_write_tokens or 0) if details else 0
        output = reported.completion_tokens_details
        return Usage(
            provider=self.provider,
            model=self.model,
            task=self.task,
            input=max(0, reported.prompt_tokens - read - written),
            cache_read=read,
            cache_write_5m=written,
            output=reported.completion_tokens,
            reasoning=(output.reasoning_tokens or 0) if output else 0,
        )
