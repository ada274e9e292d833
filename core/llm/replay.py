"""A provider that gives a stored reply to a request it has answered before."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from typing import Protocol

from core.errors import ModelError
from core.ids import digest
from core.llm.provider import ModelCall, Progress, Provider, Reply
from core.llm.usage import Usage
from core.llm.wrapping import Wrapper, opened

REPLY_VERSION = "1"  # raise it when the stored form changes
TEMPLATE = "template"  # drafts in milliseconds: there is nothing to save


class ReplyCache(Protocol):
    """Where replies are kept; identical work in flight is joined, and the errors of `make` pass through."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The value of `key`, made by `make` when it is not there."""


def request_key(call: ModelCall, *names: str) -> str:
    """The SHA-256 of all that shapes a reply: the call's contents, and `names` (models, prompt, effort)."""
    return digest(
        REPLY_VERSION.encode(), json.dumps(asdict(call)).encode(), *(name.encode() for name in names)
    )


class Replay(Wrapper):
    """Stores whole replies; the same request then costs nothing, and is asked once when asked twice.

    A replayed reply has a usage of no tokens and a cost of 0.0, since nothing is billed for it; of all who
    wait for one call, only the first who gets its reply or its error sees what it cost. A degraded reply
    (with `skipped`) and one that was drafted without a model are handed to all who wait for them, and not
    stored. Everybody who waits sees the progress of the one call under way; one who leaves does not end it
    for the others.
    """

    def __init__(self, inner: Provider, *, cache: ReplyCache, names: Sequence[str] = ()) -> None:
        super().__init__(inner)
        self._cache = cache
        self._names = tuple(names)
        self._waiting: dict[str, list[asyncio.Queue[Progress | None]]] = {}
        self._bills: dict[str, tuple[Usage, ...]] = {}  # of calls that were made and that nobody has paid

    async def complete(self, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        """Yield progress at least once, then the reply, stored or new. Raises what the provider raises."""
        key = request_key(call, *self._names)
        steps: asyncio.Queue[Progress | None] = asyncio.Queue()
        self._waiting.setdefault(key, []).append(steps)
        # Ended below on every way out. A TaskGroup open across a yield would cancel the consumer instead.
        work = asyncio.ensure_future(self._find(key, call))
        work.add_done_callback(lambda _: steps.put_nowait(None))
        try:
            yield Progress(provider=self.name, model=self.name, nodes=0)
            while step := await steps.get():
                yield step
            reply = self._paid(key, work)
        finally:
            self._leave(key, steps)
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
        yield reply

    async def _find(self, key: str, call: ModelCall) -> Reply:
        """The stored reply, or the new one, as it is without its bill."""

        async def make() -> bytes:
            reply: Reply
            try:
                async with opened(self._inner, call) as steps:
                    async for step in steps:
                        if isinstance(step, Reply):
                            reply = step
                        else:
                            self._show(key, step)
            except ModelError as error:
                self._bill(key, error)
                raise
            self._bill(key, reply)
            return _kept(reply)

        try:
            fields = json.loads(await self._cache.get(key, make))
        except _NotKept as passed:
            free = _free(passed.reply.provider, passed.reply.model, call)
            return replace(passed.reply, usage=free, spent=())
        return Reply(**fields, usage=_free(fields["provider"], fields["model"], call))

    def _bill(self, key: str, result: Reply | ModelError) -> None:
        self._bills[key] = (*self._bills.get(key, ()), *result.billed)

    def _paid(self, key: str, work: asyncio.Future[Reply]) -> Reply:
        """What came of the work, with the bill if it was not paid yet. Raises what the work raised."""
        bill = self._bills.pop(key, ())
        try:
            reply = work.result()
        except ModelError as error:
            if bill or not error.billed:
                raise
            raise error.unbilled() from None
        return replace(reply, usage=bill[-1], spent=bill[:-1]) if bill else reply

    def _show(self, key: str, step: Progress) -> None:
        for waiting in self._waiting.get(key, ()):
            waiting.put_nowait(step)

    def _leave(self, key: str, steps: asyncio.Queue[Progress | None]) -> None:
        self._waiting[key].remove(steps)
        if not self._waiting[key]:
            del self._waiting[key]
            self._bills.pop(key, None)


class _NotKept(Exception):
    """Carries a reply past the cache to all who wait for it."""

    def __init__(self, reply: Reply) -> None:
        super().__init__("not kept")
        self.reply = reply


def _kept(reply: Reply) -> bytes:
    if reply.skipped or reply.provider == TEMPLATE:
        raise _NotKept(reply)
    fields = {
        "text": reply.text,
        "provider": reply.provider,
        "model": reply.model,
        "request_id": reply.request_id,
    }
    return json.dumps(fields).encode()


def _free(provider: str, model: str, call: ModelCall) -> Usage:
    return Usage(provider=provider, model=model, task=call.task.value, cost=0.0)
