"""A Provider that plays what it was given, one play a call."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass

from core.clock import Clock, SystemClock
from core.errors import ModelError, ModelUnavailable
from core.llm.provider import ModelCall, Progress, Reply
from core.llm.usage import Usage


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """The course of one call: progress, time passing, waiting, then a reply's text, a reply or an error.

    `end` None is a stream that ends without a reply.
    """

    end: str | Reply | Exception | None = "{}"
    progress: tuple[int, ...] = (1,)
    seconds: float = 0.0  # on the provider's clock, before the end
    until: asyncio.Event | None = None


class Scripted:
    """Takes plays, texts and errors; fails the test when it is called more often than it has plays.

    `calls` are the calls so far, `running` the streams open now, `peak` the most that were open at once;
    `holding` is set when a play first waits.
    """

    def __init__(
        self,
        plays: Iterable[Play | str | Reply | ModelError],
        *,
        name: str = "scripted",
        model: str = "scripted-1",
        clock: Clock | None = None,
    ) -> None:
        self.name = name
        self.model = model
        self.calls: list[ModelCall] = []
        self.running = 0
        self.peak = 0
        self.holding = asyncio.Event()
        self._plays = iter(plays)
        self._clock = clock or SystemClock()

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        self.calls.append(call)
        play = next(self._plays, None)
        assert play is not None, f"{self.name} was called {len(self.calls)} times"
        if not isinstance(play, Play):
            play = Play(end=play)
        self.running += 1
        self.peak = max(self.peak, self.running)
        try:
            for nodes in play.progress:
                yield Progress(provider=self.name, model=self.model, nodes=nodes)
            if play.seconds:
                await self._clock.sleep(play.seconds)
            if play.until is not None:
                self.holding.set()
                await play.until.wait()
            if isinstance(play.end, Exception):
                raise play.end
            if play.end is not None:
                yield self.reply(play.end, call) if isinstance(play.end, str) else play.end
        finally:
            self.running -= 1

    def reply(self, text: str, call: ModelCall) -> Reply:
        usage = Usage(provider=self.name, model=self.model, task=call.task, input=1_000, output=500)
        return Reply(text=text, provider=self.name, model=self.model, usage=usage, request_id="req_1")


def unavailable(name: str = "scripted", *, retry_after: float | None = None) -> ModelUnavailable:
    return ModelUnavailable(name, "overloaded", status=529, retry_after=retry_after)
