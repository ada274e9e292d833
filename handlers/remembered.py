"""Model replies of a job, kept until it is done, so that a crash does not have them paid for twice."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from pydantic import TypeAdapter

from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.replay import request_key
from core.llm.wrapping import Wrapper, opened
from handlers.steps import Steps

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


class Remembered(Wrapper):
    """A provider that asks once for each call of a job, however often the job is started."""

    def __init__(self, inner: Provider, *, steps: Steps) -> None:
        super().__init__(inner)
        self._steps = steps

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then the reply. Raises what the provider raises, and DraftForgotten."""
        name = f"reply/{request_key(call)}"
        kept = await self._steps.find(name)
        if kept is not None:
            yield _REPLY.validate_json(kept)
            return
        async with opened(self._inner, call) as steps:
            async for step in steps:
                if isinstance(step, Reply):
                    await self._steps.keep(name, _REPLY.dump_json(step))
                yield step
