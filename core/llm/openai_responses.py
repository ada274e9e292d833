"""OpenAI's Responses API: the request, and the events of its stream."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.errors import ModelDeclined, ModelUnavailable, ReplyTruncated
from core.llm.openai_codes import kind_of
from core.llm.prompting import PROMPT_VERSION, Prompt
from core.llm.provider import Reply
from core.llm.received import Received
from core.llm.usage import Usage

if TYPE_CHECKING:
    from openai import AsyncOpenAI, AsyncStream
    from openai.types.responses import Response, ResponseStreamEvent, ResponseUsage

SCHEMA_NAME = "decision_graph"
_BREAKPOINT = {"prompt_cache_breakpoint": {"mode": "explicit"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Responses:
    """How to ask, and how to read the answer. Nothing is stored at OpenAI's."""

    provider: str
    model: str
    effort: str
    max_tokens: int

    async def open(self, client: AsyncOpenAI, prompt: Prompt) -> AsyncStream[ResponseStreamEvent]:
        """Send the prompt. Raises what the library raises."""
        stream: AsyncStream[ResponseStreamEvent] = await client.responses.create(**self._request(prompt))
        return stream

    def received(self, task: str) -> ReceivedResponse:
        """An empty reply to fill from the stream."""
        return ReceivedResponse(provider=self.provider, model=self.model, task=task)

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        """Breakpoints after the system text and where the prompt has them; no implicit one.

        The system text is a message, as `instructions` cannot hold a breakpoint. An implicit breakpoint
        would pay for writing the task turn, which nobody reads again.
        """
        stable = [
            {"type": "input_text", "text": text, **(_BREAKPOINT if is_marked else {})}
            for text, is_marked in prompt.stable
        ]
        return {
            "model": self.model,
            "stream": True,
            "store": False,
            "max_output_tokens": self.max_tokens,
            "reasoning": {"effort": self.effort},
            "prompt_cache_key": f"crossroads-{PROMPT_VERSION}",
            "prompt_cache_options": {"mode": "explicit"},
            "input": [
                {
                    "role": "developer",
                    "content": [{"type": "input_text", "text": prompt.system, **_BREAKPOINT}],
                },
                {
                    "role": "user",
                    "content": [
                        *stable,
                        {"type": "input_text", "text": prompt.task},
                    ],
                },
            ],
            "text": {
                "format": {
                    "type": "json_schema",
                    "name": SCHEMA_NAME,
                    "strict": True,
                    "schema": prompt.schema,
                }
            },
        }


class ReceivedResponse(Received["ResponseStreamEvent"]):
    """What a stream of the Responses API has brought so far."""

    _final: Response | None = None
    _declined = False
    _error: str | None = None

    def take(self, event: ResponseStreamEvent) -> bool:
        """Take one event; reasoning is not part of the text."""
        if event.type == "response.output_text.delta":
            return self.text.feed(event.delta)
        if event.type in {"response.refusal.delta", "response.refusal.done"}:
            self._declined = True
        elif event.type == "error":
            self._error = event.code or "error"
        elif event.type in {"response.completed", "response.incomplete", "response.failed"}:
            self._final = event.response
            self.model = event.response.model
            self.usage = self._usage(event.response.usage) if event.response.usage else None
        return False

    def reply(self) -> Reply:
        """The reply; a stream without a final event ended early, though the library raises nothing."""
        if self._error is not None:
            raise self.failed(kind_of(self._error), self._error)
        if self._final is None:
            raise self.failed(ModelUnavailable, "the stream ended early")
        if self._final.status == "failed":
            code = self._final.error.code if self._final.error else None
            raise self.failed(kind_of(code), code or "failed")
        if self._final.status == "incomplete":
            details = self._final.incomplete_details
            reason = (details.reason if details else None) or "incomplete"
            raise self.failed(ModelDeclined if reason == "content_filter" else ReplyTruncated, reason)
        if self._declined:
            raise self.failed(ModelDeclined, "refusal")
        return self.complete()

    def _usage(self, reported: ResponseUsage) -> Usage:
        """Input tokens include those read from and written to the cache; ours do not overlap."""
        details = reported.input_tokens_details
        read = (details.cached_tokens or 0) if details else 0
        written = (getattr(details, "cache_write_tokens", 0) or 0) if details else 0
        output = reported.output_tokens_details
        return Usage(
            provider=self.provider,
            model=self.model,
            task=self.task,
            input=max(0, reported.input_tokens - read - written),
            cache_read=read,
            cache_write_5m=written,  # kept for 30 minutes and more; OpenAI has one price for writing
            output=reported.output_tokens,
            reasoning=(output.reasoning_tokens or 0) if output else 0,
        )
