"""Ends what somebody asked to forget: its jobs, its messages and files in Slack, what caches hold of it.

Its rows are gone by then. All that is left is known by ids, and is taken up again after a crash.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from core.errors import (
    CrossroadsError,
    DeliveryError,
    DeliveryLimited,
    DeliveryUnavailable,
    MessageGone,
)
from core.pacing.gate import Gate
from core.store.records import Forgetting, PostedKind, Posting
from core.store.store import Store
from core.telemetry import Emit
from handlers import budgets
from handlers.blocks.forgetting import done
from handlers.counted import counted
from handlers.desk import Jobs
from handlers.privately import Privately

FORGOTTEN = "forgotten"  # the reason that its jobs end with
LEASE = 90.0  # seconds that one replica has for its next step: a call of Slack's API may take 60

# What Slack says of something that is not there any more.
_GONE = {"message_not_found", "file_not_found", "file_deleted", "thread_not_found"}

Clients = Callable[[str], Awaitable[AsyncWebClient]]  # by workspace; raises PlaceClosed when not installed
Clear = Callable[[str], Awaitable[None]]  # the caches of a workspace
Shares = list[tuple[str, str]]  # channel and ts of the messages that show a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Eraser:
    """Does what is left of every forgetting. `lease` is 0 where there is one process alone."""

    store: Store
    jobs: Jobs
    clients: Clients
    gate: Gate
    clear: Clear
    privately: Privately
    emit: Emit
    lease: float = field(default=LEASE)

    async def look(self) -> None:
        """Do what can be done now. Emits forgotten once nothing is left, or forgetting_failed."""
        for forgetting in await self.store.forgettings.due(lease=self.lease):
            try:
                ended = await self._erase(forgetting)
            except Exception as failure:  # noqa: BLE001  one that fails must not keep the others from their end
                cause = failure.code if isinstance(failure, DeliveryError) else type(failure).__name__
                self.emit("forgetting_failed", workspace=forgetting.draft.workspace, cause=cause)
                ended = False
            if not ended:
                await self.store.forgettings.release(forgetting.draft)

    async def _erase(self, forgetting: Forgetting) -> bool:
        """Whether all of it is gone. Its jobs come first: they write to Slack and to the caches."""
        draft = forgetting.draft
        jobs = await self.store.forgettings.jobs(draft)
        for job in jobs:
            await self.jobs.cancel(job, FORGOTTEN)
        if not await self.jobs.ended(jobs):
            return False
        await self.clear(draft.workspace)
        await self.store.db.leave_no_trace()
        is_gone = [await self._delete(posting) for posting in await self.store.postings.of(draft)]
        if not all(is_gone):
            return False
        if forgetting.ended is None:
            await self._tell(forgetting)
            self.emit("forgotten", workspace=draft.workspace)
        await self.store.forgettings.end(draft)
        return True

    async def _tell(self, forgetting: Forgetting) -> None:
        now = await self.store.forgettings.get(forgetting.draft)
        await self.privately.tell(
            done(kept=now.kept if now else 0),
            workspace=forgetting.draft.workspace,
            user=forgetting.person,
            channel=forgetting.channel,
        )

    async def _delete(self, posting: Posting) -> bool:
        """Whether there is nothing more to do for it: it is gone, or Slack will never let it go."""
        await self.store.forgettings.hold(posting.draft, lease=self.lease)
        try:
            if posting.kind is PostedKind.FILE:
                await self._delete_file(posting)
            else:
                await self._delete_message(posting.draft.workspace, posting.channel, posting.id)
        except (DeliveryLimited, DeliveryUnavailable):
            return False
        except CrossroadsError as refused:
            cause = refused.code if isinstance(refused, DeliveryError) else type(refused).__name__
            self.emit("not_deleted", workspace=posting.draft.workspace, kind=posting.kind.value, cause=cause)
            await self.store.forgettings.keep(posting.draft)
        await self.store.postings.drop(posting)
        return True

    async def _delete_message(self, workspace: str, channel: str, ts: str) -> None:
        slack = await self.clients(workspace)
        await self._gone(
            budgets.deletions(workspace, "chat.delete"), lambda: slack.chat_delete(channel=channel, ts=ts)
        )

    async def _delete_file(self, posting: Posting) -> None:
        """A file that was shared stands in a message of its own, which goes first: it would stay, empty."""
        workspace, file = posting.draft.workspace, posting.id
        slack = await self.clients(workspace)
        answer = await self._gone(budgets.file_looks(workspace), lambda: slack.files_info(file=file))
        for channel, ts in _shares(answer):
            await self._delete_message(workspace, channel, ts)
        await self._gone(budgets.deletions(workspace, "files.delete"), lambda: slack.files_delete(file=file))

    async def _gone(
        self, budget: budgets.Budgets, call: Callable[[], Awaitable[AsyncSlackResponse]]
    ) -> AsyncSlackResponse | None:
        """Make a call about something that may be gone already: None then. Raises DeliveryError."""
        try:
            return await counted(self.gate, budget, call)
        except DeliveryError as refused:
            if refused.code in _GONE and not (isinstance(refused, MessageGone) and not refused.deleted):
                return None
            raise


def _shares(answer: AsyncSlackResponse | None) -> Shares:
    """Where a file is shown. https://docs.slack.dev/reference/objects/file-object, "shares"."""
    shares = answer["file"].get("shares", {}) if answer else {}
    return [
        (channel, place["ts"])
        for places in shares.values()
        for channel, shown in places.items()
        for place in shown
    ]
