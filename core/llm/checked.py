"""A provider whose replies were looked at before anybody relies on them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable

from core.errors import ReplyUnusable
from core.llm.discarded import Discarded
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.wrapping import Wrapper, opened
from core.telemetry import Emit

ATTEMPTS = 2  # the same model seldom writes the same wrong reply twice, and a third costs as much again

Check = Callable[[Reply, ModelCall], None]


class Checked(Wrapper):
    """Asks once more when `check` raises ReplyUnusable, then passes that error on, with what was billed.

    It stands between Failover and the wrappers of one provider: Failover then only sees errors, and
    every attempt is metered, limited and retried like any other call. Emits model_reply_unusable.
    """

    def __init__(self, inner: Provider, *, check: Check, emit: Emit, attempts: int = ATTEMPTS) -> None:
        super().__init__(inner)
        self._check = check
        self._emit = emit
        self._attempts = attempts

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then a reply that passed the check. Raises ReplyUnusable."""
        discarded = Discarded()
        with discarded.told_with_errors():
            for attempt in range(1, self._attempts + 1):
                async with opened(self._inner, call) as steps:
                    async for step in steps:
                        if not isinstance(step, Reply):
                            yield discarded.told_with(step)
                            continue
                        unusable = self._judge(step, call, attempt)
                        if unusable is None:
                            yield discarded.told_with(step)
                            return
                        if attempt == self._attempts:
                            raise unusable
                        discarded.add(step)
                        yield discarded.told_with(Progress(provider=step.provider, model=step.model, nodes=0))

    def _judge(self, reply: Reply, call: ModelCall, attempt: int) -> ReplyUnusable | None:
        try:
            self._check(reply, call)
        except ReplyUnusable as error:
            self._emit(
                "model_reply_unusable",
                provider=reply.provider,
                model=reply.model,
                attempt=attempt,
                cause=error.cause,
                request_id=reply.request_id,
            )
            return ReplyUnusable(
                reply.provider,
                error.cause,
                request_id=reply.request_id,
                usage=reply.usage,
                spent=reply.spent,
            )
        return None
