"""Puts a finished draft into the store: its revision, its documents, what it cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from core.graph.sources import Document
from core.pipeline.events import Draft, FileNote
from core.store.records import DraftState, KeptDocument, Revision
from core.store.store import Store
from handlers.orders import Ordered

CAUSE = "draft"  # of a revision that was drafted from a brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """How a revision came about: what a message tells beside its graph."""

    brief: Document
    files: tuple[FileNote, ...]
    skipped: tuple[tuple[str, str], ...]
    dangling_citations: int
    elapsed: float


_CIRCUMSTANCES: TypeAdapter[Circumstances] = TypeAdapter(Circumstances)


class Archive:
    """Stores drafts; a job that is run again after a crash stores its own once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, ordered: Ordered, result: Draft) -> Revision:
        """Store a draft, and return its revision. Raises DraftForgotten."""
        key = ordered.draft.key
        before = await self._store.revisions.latest(key)
        await self._store.documents.add(key, list(_documents(ordered, result)))
        revision = await self._store.revisions.add(
            key,
            result.assessment.graph,
            job=ordered.job,
            author=ordered.order.user,
            cause=CAUSE,
            extra=_CIRCUMSTANCES.dump_json(_circumstances(result)).decode(),
        )
        if before is None or before.job != ordered.job:
            await self._store.usage.add(ordered.workspace, result.usage, person=ordered.order.user)
        await self._store.drafts.update(key, state=DraftState.DONE)
        return revision


def _documents(ordered: Ordered, result: Draft) -> Iterator[KeptDocument]:
    read = iter(result.documents)
    for file, note in zip(ordered.order.files, result.files, strict=True):
        yield KeptDocument(
            file=file.id,
            name=note.name,
            kind=note.kind,
            status=note.status,
            message=note.message,
            document=None if note.status == "refused" else next(read),
        )


def _circumstances(result: Draft) -> Circumstances:
    return Circumstances(
        brief=result.brief,
        files=result.files,
        skipped=result.skipped,
        dangling_citations=result.dangling_citations,
        elapsed=result.elapsed,
    )
