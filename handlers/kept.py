"""What live messages need to have remembered, in the store."""

from __future__ import annotations

from collections.abc import Sequence

from core.clock import Clock
from core.store.records import DraftKey, PostedKind, Posting
from core.store.records import View as Row
from core.store.store import Store
from handlers.target import Kept, Target
from handlers.view import View


class StoredViews:
    """Keeps the ports Places and KeptViews.

    `grace` is how long (seconds) a view that was kept is left to whoever kept it: another replica may be
    sending it right now.
    """

    def __init__(self, store: Store, *, clock: Clock, grace: float = 0.0) -> None:
        self._store = store
        self._clock = clock
        self._grace = grace

    async def takes(self, target: Target) -> bool:
        """Whether a message may be posted for this job: not once its draft was forgotten."""
        return not await self._store.forgettings.has(_draft(target))

    async def posted(self, target: Target) -> None:
        """The message of this job stands at `target.ts`; so that it can be deleted, each is noted.

        One that begins a thread is remembered with the draft, by whoever had it posted.
        """
        assert target.ts is not None  # noqa: S101  it was posted
        await self._store.postings.note(
            Posting(draft=_draft(target), kind=PostedKind.MESSAGE, channel=target.channel, id=target.ts)
        )
        if target.thread_ts is None:
            return
        await self._store.views.posted(
            _draft(target), job=target.job, channel=target.channel, message=target.ts
        )

    async def save(self, target: Target, view: View) -> None:
        """Store the view this job's message ends with. Raises DraftForgotten."""
        await self._store.views.keep(
            _draft(target), job=target.job, channel=target.channel, body=view.dumps()
        )

    async def settled(self, target: Target, view: View) -> None:
        """Slack has this view, or will never take it."""
        await self._store.views.sent(target.workspace, target.job, body=view.dumps())

    async def unsent(self) -> Sequence[Kept]:
        """What was saved and is not settled, oldest first."""
        rows = await self._store.views.unsent(kept_before=self._clock.now() - self._grace)
        return [kept for row in rows if (kept := await self._kept(row)) is not None]

    async def _kept(self, row: Row) -> Kept | None:
        draft = await self._store.drafts.get(row.draft)
        if draft is None or row.body is None:
            return None
        target = Target(
            workspace=row.draft.workspace,
            channel=row.channel,
            draft=row.draft.id,
            job=row.job,
            thread_ts=draft.thread.ts,
            ts=row.message,
            since=draft.created,
        )
        return Kept(target=target, view=View.loads(row.body))


def _draft(target: Target) -> DraftKey:
    return DraftKey(workspace=target.workspace, id=target.draft)
