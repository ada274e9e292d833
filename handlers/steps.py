"""The finished steps of one job: what they gave is in the store, under the names that checkpoints carry."""

from __future__ import annotations

from collections.abc import Sequence

from core.jobs.checkpoints import checkpoint
from core.llm.usage import Usage
from core.store.store import Store
from handlers.orders import Ordered


class Steps:
    """What a job has done that costs time or money, found again by every attempt at it.

    The row comes before its checkpoint, and is what is looked for: a crash between the two loses nothing.
    """

    def __init__(self, store: Store, ordered: Ordered) -> None:
        self._results = store.results
        self._usage = store.usage
        self._draft = ordered.draft.key
        self._job = ordered.job
        self._person = ordered.order.user

    async def find(self, name: str) -> bytes | None:
        """What a step gave; None when it has not finished yet."""
        return await self._results.get(self._draft, job=self._job, name=name)

    async def keep(self, name: str, body: bytes, *, used: Sequence[Usage] = ()) -> None:
        """Keep what a step gave, and what it used. Raises DraftForgotten."""

        async def kept() -> str:
            await self._results.keep(
                self._draft, job=self._job, name=name, body=body, used=used, person=self._person
            )
            return name

        await checkpoint(name, kept)

    async def spent(self, used: Sequence[Usage]) -> None:
        """Write down what a step used that came to nothing, or whose draft was forgotten meanwhile."""
        await self._usage.add(self._draft.workspace, used, person=self._person)

    async def drop(self) -> None:
        """Let go of all of it: the job is done."""
        await self._results.drop(self._draft, job=self._job)
