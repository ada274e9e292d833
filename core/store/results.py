"""What finished steps of a job gave, so that a job that runs again after a crash does not repeat them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from core.llm.usage import Usage
from core.store.connections import Connections, hold_draft, of_draft
from core.store.records import DraftKey
from core.store.tables import results
from core.store.usage import UsageLedger


@dataclass(frozen=True, slots=True)
class Results:
    """The results of every job, by the name of the step: model replies, documents that were read."""

    db: Connections
    ledger: UsageLedger

    async def keep(
        self,
        draft: DraftKey,
        *,
        job: str,
        name: str,
        body: bytes,
        used: Sequence[Usage] = (),
        person: str = "",
    ) -> None:
        """Store what one step of a job gave; the newest counts. Raises DraftForgotten, and stores nothing.

        What it `used`, billed for this `person`, is written down with it: never one without the other.
        """
        new = self.db.insert(results).values(
            workspace=draft.workspace, draft=draft.id, job=job, name=name, body=body
        )

        def work(connection: sa.Connection) -> None:
            self.ledger.write(connection, draft.workspace, used, person=person)
            hold_draft(connection, draft)
            connection.execute(
                new.on_conflict_do_update(
                    index_elements=["workspace", "draft", "job", "name"], set_={"body": body}
                )
            )

        await self.db.change(work)

    async def get(self, draft: DraftKey, *, job: str, name: str) -> bytes | None:
        """What a step gave, or None when it never finished."""
        query = sa.select(results.c.body).where(
            of_draft(results, draft), results.c.job == job, results.c.name == name
        )
        return await self.db.look(lambda connection: connection.execute(query).scalar_one_or_none())

    async def drop(self, draft: DraftKey, *, job: str) -> None:
        """Let go of what a finished job had: nothing asks for it again."""
        mine = sa.and_(of_draft(results, draft), results.c.job == job)
        await self.db.change(lambda connection: connection.execute(sa.delete(results).where(mine)))
