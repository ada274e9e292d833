"""Model replies of a job, kept until it has ended, so that a crash does not have them paid for twice."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from pydantic import TypeAdapter

from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.replay import request_key
from core.llm.wrapping import Wrapper, opened
from core.store.records import DraftKey
from core.store.replies import Replies

_REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)


class Remembered(Wrapper):
    """A provider that asks once for each call of a job, however often the job is started.

    The reply is kept in the store and not with the job, whose records may hold no text.
    """

    def __init__(self, inner: Provider, *, replies: Replies, draft: DraftKey, job: str) -> None:
        super().__init__(inner)
        self._replies = replies
        self._draft = draft
        self._job = job

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress, then the reply. Raises what the provider raises, and DraftForgotten."""
        name = request_key(call)
        kept = await self._replies.get(self._draft, job=self._job, name=name)
        if kept is not None:
            yield _REPLY.validate_json(kept)
            return
        async with opened(self._inner, call) as steps:
            async for step in steps:
                if isinstance(step, Reply):
                    body = _REPLY.dump_json(step).decode()
                    await self._replies.keep(self._draft, job=self._job, name=name, body=body)
                yield step
