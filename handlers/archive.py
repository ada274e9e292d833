"""Puts what came of a job into the store, and finds again what the next one starts from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from core.errors import NothingDrafted
from core.graph.sources import REPLY_KIND, Document
from core.pipeline.events import Draft, FileNote, Revised
from core.pipeline.revise import Basis
from core.store.records import DraftKey, DraftState, KeptDocument, Revision
from core.store.store import Store
from handlers.orders import Ordered

FIRST = "draft"  # the cause of a revision that was drafted from a brief
REPLY = "reply:"  # begins the name under which a reply is kept among the documents


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """How a revision came about: what a message tells beside its graph.

    `documents` are the ids of those that the thread's first draft was shown. `stands_for` is the number of
    the revision whose graph this one brought back; 0 for one that is new.
    """

    brief: Document
    files: tuple[FileNote, ...]
    skipped: tuple[tuple[str, str], ...]
    dangling_citations: int
    elapsed: float
    documents: tuple[str, ...] = ()
    stands_for: int = 0


_CIRCUMSTANCES: TypeAdapter[Circumstances] = TypeAdapter(Circumstances)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The newest revision of a draft, and what another one starts from."""

    revision: Revision
    circumstances: Circumstances
    basis: Basis


class Archive:
    """Stores drafts and revisions; a job that is run again after a crash stores its own once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add_draft(self, ordered: Ordered, result: Draft) -> Revision:
        """Store a first draft with its documents, and return its revision. Raises DraftForgotten."""
        await self._store.documents.add(
            ordered.draft.key, list(_documents(ordered, result, result.documents))
        )
        return await self._add(ordered, result, cause=FIRST)

    async def add_revision(
        self, ordered: Ordered, revised: Revised, *, cause: str, stands_for: int = 0
    ) -> Revision:
        """Store a revision with what came for it, and return it. Raises DraftForgotten."""
        await self._keep_documents(ordered, revised.draft)
        return await self._add(ordered, revised.draft, cause=cause, stands_for=stands_for)

    async def add_evidence(self, ordered: Ordered, result: Draft) -> None:
        """Store what came for a revision that changed nothing. Raises DraftForgotten."""
        await self._keep_documents(ordered, result)

    async def newest(self, key: DraftKey, *, apart_from: str = "") -> Newest:
        """The newest revision. Raises NothingDrafted where there is none.

        `apart_from` is a job that is run again after a crash: what it had stored by then is left out, so
        that it starts once more from what it started from.
        """
        revision = await self._store.revisions.latest(key)
        if revision is not None and revision.job == apart_from:
            revision = await self._store.revisions.get(key, revision.number - 1)
        if revision is None:
            raise NothingDrafted
        circumstances = self.circumstances(revision)
        stored = await self._store.documents.of(key)
        kept = [k.document for k in stored if k.document is not None and not _came_with(k, apart_from)]
        basis = Basis(
            graph=revision.graph,
            brief=circumstances.brief,
            documents=tuple(d for d in kept if d.id in circumstances.documents),
            later=tuple(d for d in kept if d.id not in circumstances.documents),
        )
        return Newest(revision=revision, circumstances=circumstances, basis=basis)

    async def made_by(self, ordered: Ordered) -> Newest | None:
        """The newest revision where it is this job's, else None."""
        revision = await self._store.revisions.latest(ordered.draft.key)
        return await self.newest(ordered.draft.key) if revision and revision.job == ordered.job else None

    def circumstances(self, revision: Revision) -> Circumstances:
        """How a stored revision came about."""
        return _CIRCUMSTANCES.validate_json(revision.extra)

    async def _keep_documents(self, ordered: Ordered, result: Draft) -> None:
        """Store the files and replies that are new with this job."""
        stored = await self._store.documents.of(ordered.draft.key)
        known = {kept.document.id for kept in stored if kept.document and not _came_with(kept, ordered.job)}
        new = [document for document in result.later if document.id not in known]
        files = [document for document in new if document.kind != REPLY_KIND]
        kept = [
            *_documents(ordered, result, files, again=ordered.job),
            *(_reply(document, ordered.job) for document in new if document.kind == REPLY_KIND),
        ]
        await self._store.documents.add(ordered.draft.key, kept)

    async def _add(self, ordered: Ordered, result: Draft, *, cause: str, stands_for: int = 0) -> Revision:
        key = ordered.draft.key
        circumstances = Circumstances(
            brief=result.brief,
            files=result.files,
            skipped=result.skipped,
            dangling_citations=result.dangling_citations,
            elapsed=result.elapsed,
            documents=tuple(document.id for document in result.documents),
            stands_for=stands_for,
        )
        revision = await self._store.revisions.add(
            key,
            result.assessment.graph,
            job=ordered.job,
            author=ordered.order.user,
            cause=cause,
            extra=_CIRCUMSTANCES.dump_json(circumstances).decode(),
        )
        await self._store.drafts.update(key, state=DraftState.DONE)
        return revision


def _documents(
    ordered: Ordered, result: Draft, read: Sequence[Document], *, again: str = ""
) -> Iterator[KeptDocument]:
    """The files of an order. One that comes `again` with a later job is another document."""
    passages = iter(read)
    for file, note in zip(ordered.order.files, result.files, strict=True):
        yield KeptDocument(
            file=f"{file.id}/{again}" if again else file.id,
            name=note.name,
            kind=note.kind,
            status=note.status,
            message=note.message,
            document=None if note.status == "refused" else next(passages),
        )


def _reply(document: Document, job: str) -> KeptDocument:
    return KeptDocument(
        file=f"{REPLY}{document.id}/{job}",
        name=document.name,
        kind=document.kind,
        status="read",
        document=document,
    )


def _came_with(kept: KeptDocument, job: str) -> bool:
    """Whether a document came with a revision that this job made."""
    return bool(job) and kept.file.endswith(f"/{job}")
