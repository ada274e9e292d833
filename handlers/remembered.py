"""Model replies of a job, kept until it is done, so that a crash does not have them paid for twice."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence

from pydantic import TypeAdapter

from core.errors import ModelError
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.replay import request_key
from core.llm.usage import Usage
from core.llm.wrapping import Wrapper, opened
from core.telemetry import Emit
from handlers.steps import Steps

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


class Remembered(Wrapper):
    """A provider that asks once for each call of a job, however often the job is started.

    What was billed is written down once, whatever comes of the job: with the reply, in one transaction; where
    there is none, as the call fails, is stopped, or its draft is forgotten. Emits usage_failed.
    """

    def __init__(self, inner: Provider, *, steps: Steps, emit: Emit) -> None:
        super().__init__(inner)
        self._steps = steps
        self._emit = emit

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then the reply. Raises what the provider raises, and DraftForgotten."""
        name = f"reply/{request_key(call)}"
        kept = await self._steps.find(name)
        if kept is not None:
            yield _REPLY.validate_json(kept)
            return
        owed: tuple[Usage, ...] = ()
        try:
            async with opened(self._inner, call) as steps:
                async for step in steps:
                    owed = step.billed
                    if isinstance(step, Reply):
                        await self._steps.keep(name, _REPLY.dump_json(step), used=owed)
                        owed = ()
                    yield step
        except ModelError as error:
            owed = error.billed or owed
            raise
        finally:
            await self._write_down(owed)

    async def _write_down(self, owed: Sequence[Usage]) -> None:
        """Keep account of what brought no reply; a store that fails now does not change how the call ends."""
        try:
            await self._steps.spent(owed)
        except Exception as failure:  # noqa: BLE001  as above, whatever the failure
            self._emit("usage_failed", cause=type(failure).__name__)
