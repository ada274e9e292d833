"""The finished steps of one job: what they gave is in the store, under the names that checkpoints carry."""

from __future__ import annotations

from core.jobs.checkpoints import checkpoint
from core.store.records import DraftKey
from core.store.results import Results


class Steps:
    """What a job has done that costs time or money, found again by every attempt at it.

    The row comes before its checkpoint, and is what is looked for: a crash between the two loses nothing.
    """

    def __init__(self, results: Results, *, draft: DraftKey, job: str) -> None:
        self._results = results
        self._draft = draft
        self._job = job

    async def find(self, name: str) -> bytes | None:
        """What a step gave; None when it has not finished yet."""
        return await self._results.get(self._draft, job=self._job, name=name)

    async def keep(self, name: str, body: bytes) -> None:
        """Keep what a step gave. Raises DraftForgotten."""

        async def kept() -> str:
            await self._results.keep(self._draft, job=self._job, name=name, body=body)
            return name

        await checkpoint(name, kept)

    async def drop(self) -> None:
        """Let go of all of it: the job is done."""
        await self._results.drop(self._draft, job=self._job)
