"""What a store remembers of live messages, in memory: keeps the ports Places and KeptViews."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handlers.target import Kept, Target
from handlers.view import View


class KeptInMemory:
    """Raises ConnectionError from the methods named in `failing`."""

    def __init__(self, *, failing: Collection[str] = ()) -> None:
        self.places: dict[str, Target] = {}
        self.bodies: dict[str, str] = {}
        self.settled_jobs: set[str] = set()
        self.forgotten: set[str] = set()
        self._failing = failing

    async def takes(self, target: Target) -> bool:
        self._answer("takes")
        return target.draft not in self.forgotten

    async def posted(self, target: Target) -> None:
        self._answer("posted")
        self.places[target.job] = target

    async def save(self, target: Target, view: View) -> None:
        self._answer("save")
        self.places[target.job] = target
        self.bodies[target.job] = view.dumps()
        self.settled_jobs.discard(target.job)

    async def settled(self, target: Target, view: View) -> None:
        self._answer("settled")
        if self.bodies.get(target.job) == view.dumps():
            self.settled_jobs.add(target.job)

    async def unsent(self) -> Sequence[Kept]:
        return [
            Kept(target=self.places[job], view=View.loads(body))
            for job, body in self.bodies.items()
            if job not in self.settled_jobs
        ]

    def _answer(self, method: str) -> None:
        if method in self._failing:
            raise ConnectionError(method)
