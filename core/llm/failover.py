"""A provider that is several: the first that answers."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace

from core.errors import ModelError, ModelRejected, ModelUnavailable, ReplyTruncated, ReplyUnusable
from core.llm.discarded import Discarded
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.wrapping import opened
from core.telemetry import Emit

_PASSED_ON = (ModelUnavailable, ModelRejected, ReplyTruncated, ReplyUnusable)


class Failover:
    """Asks the providers in order until one answers; a model that declines is not gone around.

    The reply's `skipped` names the providers before it, each with the cause of its error. When the next
    one starts, progress falls back to 0 nodes under its name, which stands for its model until that is
    known. When all fail, the last error is raised. Emits model_failover.
    """

    def __init__(self, providers: Sequence[Provider], *, emit: Emit) -> None:
        self._providers = tuple(providers)
        self._emit = emit

    @property
    def name(self) -> str:
        """The name of the first choice."""
        return self._providers[0].name

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then the first reply. Raises ModelDeclined, or the last provider's error."""
        skipped: list[tuple[str, str]] = []
        discarded = Discarded()
        with discarded.told_with_errors():
            for place, provider in enumerate(self._providers, start=1):
                if skipped:
                    yield discarded.told_with(Progress(provider=provider.name, model=provider.name, nodes=0))
                try:
                    async with opened(provider, call) as steps:
                        async for step in steps:
                            if isinstance(step, Reply):
                                reply = discarded.told_with(step)
                                yield replace(reply, skipped=(*skipped, *reply.skipped))
                                return
                            yield discarded.told_with(step)
                except _PASSED_ON as error:
                    if place == len(self._providers):
                        raise
                    discarded.add(error)
                    skipped.append((provider.name, error.cause))
                    self._tell(error, provider, self._providers[place])

    def _tell(self, error: ModelError, provider: Provider, following: Provider) -> None:
        self._emit(
            "model_failover",
            provider=provider.name,
            following=following.name,
            kind=type(error).__name__,
            cause=error.cause,
            status=error.status,
        )
