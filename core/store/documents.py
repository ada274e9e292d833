"""The files of a draft, with the passages that were chosen for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from pydantic import TypeAdapter

from core.graph.sources import Document
from core.store.connections import Connections, hold_draft, of_draft
from core.store.records import DraftKey, KeptDocument
from core.store.tables import documents

_DOCUMENT: TypeAdapter[Document] = TypeAdapter(Document)


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents of every draft."""

    db: Connections

    async def add(self, key: DraftKey, kept: Sequence[KeptDocument]) -> None:
        """Put documents after those the draft has; a file it already has stays as it is.

        The passages a draft was made from are thereby frozen: its citations go on standing.
        Raises DraftForgotten.
        """

        def work(connection: sa.Connection) -> None:
            hold_draft(connection, key)
            count = sa.select(sa.func.count()).select_from(documents).where(of_draft(documents, key))
            start = connection.execute(count).scalar_one()
            rows = [_values(key, start + place, document) for place, document in enumerate(kept)]
            if rows:
                connection.execute(self.db.insert(documents).on_conflict_do_nothing(), rows)

        await self.db.change(work)

    async def of(self, key: DraftKey) -> tuple[KeptDocument, ...]:
        """The documents of a draft, in the order in which they came."""
        query = sa.select(documents).where(of_draft(documents, key)).order_by(documents.c.place)

        def work(connection: sa.Connection) -> tuple[KeptDocument, ...]:
            return tuple(_kept(row) for row in connection.execute(query))

        return await self.db.look(work)


def _values(key: DraftKey, place: int, kept: KeptDocument) -> dict[str, object]:
    return {
        "workspace": key.workspace,
        "draft": key.id,
        "file": kept.file,
        "place": place,
        "name": kept.name,
        "kind": kept.kind,
        "status": kept.status,
        "message": kept.message,
        "document": None if kept.document is None else _DOCUMENT.dump_json(kept.document).decode(),
    }


def _kept(row: sa.Row[*tuple[object, ...]]) -> KeptDocument:
    return KeptDocument(
        file=row.file,
        name=row.name,
        kind=row.kind,
        status=row.status,
        message=row.message,
        document=None if row.document is None else _DOCUMENT.validate_json(row.document),
    )
