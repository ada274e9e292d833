"""One live message in Slack: found or posted once, then edited."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol

from core.errors import DeliveryError, DeliveryUnavailable, MessageGone, PlaceClosed, ViewRefused
from core.telemetry import Emit
from handlers import budgets
from handlers.target import KeptViews, Places, Target
from handlers.view import View

FORGOTTEN = "forgotten"  # why nothing is posted for a draft any more


class SlackMessages(Protocol):
    """The messages of one workspace. Every method raises DeliveryError."""

    async def post(self, *, channel: str, thread_ts: str | None, view: View, job: str) -> str:
        """Post a view that carries its job's id, and return its ts."""

    async def update(self, *, channel: str, ts: str, view: View) -> None:
        """Edit a message."""

    async def find(self, *, channel: str, thread_ts: str | None, job: str, since: float) -> str | None:
        """The ts of the message that carries this job's id, written after `since` (Unix seconds)."""


Connect = Callable[[str], Awaitable[SlackMessages]]  # by workspace; raises PlaceClosed when not installed


class SlackOutlet:
    """Keeps the port of core.pacing's writer loop. `target.ts` is where the message stands.

    `answered` is set once there is a message or a refusal, and `refused` is the newest of those.
    Emits edit (refused) where a smaller rendering is tried next, and message_unrecorded when the store
    failed: then a restart looks for the message, or shows once more what is shown already.
    """

    def __init__(
        self, target: Target, *, connect: Connect, places: Places, kept: KeptViews, emit: Emit
    ) -> None:
        self.target = target
        self.refused: DeliveryError | None = None
        self.answered = asyncio.Event()
        self._connect = connect
        self._places = places
        self._kept = kept
        self._emit = emit
        self._look = target.maybe_posted and target.ts is None
        self._shrunk: tuple[View, View] | None = None  # a view that was refused, and what to show instead
        if target.ts is not None:
            self.answered.set()

    @property
    def budgets(self) -> budgets.Budgets:
        """What the next call counts against."""
        target = self.target
        if target.ts is not None:
            return budgets.edits(target.workspace)
        if self._look:
            return budgets.looks(target.workspace, in_thread=target.thread_ts is not None)
        return budgets.posts(target.workspace, target.channel)

    async def send(self, view: View) -> bool:
        """Make the next call for this view; True once it is shown. Raises DeliveryError."""
        rendering = self._shrunk[1] if self._shrunk and self._shrunk[0] is view else view
        try:
            slack = await self._connect(self.target.workspace)
            return await self._call(slack, rendering)
        except MessageGone as error:
            self._move_on(error)
            raise
        except ViewRefused as error:
            return self._shrink(view, rendering, error)
        except PlaceClosed as error:
            self._refuse(error)
            raise

    async def settled(self, view: View) -> None:
        """Note that Slack has this view, or will never take it."""
        await self._record(self._kept.settled(self.target, view))

    async def _call(self, slack: SlackMessages, view: View) -> bool:
        if self.target.ts is not None:
            await slack.update(channel=self.target.channel, ts=self.target.ts, view=view)
            return True
        if self._look:
            await self._find(slack)
            return False
        await self._post(slack, view)
        return True

    async def _find(self, slack: SlackMessages) -> None:
        target = self.target
        try:
            ts = await slack.find(
                channel=target.channel, thread_ts=target.thread_ts, job=target.job, since=target.since
            )
        except PlaceClosed:
            ts = None  # we may write there and not read: better a second message than none
        self._look = False
        if ts is not None:
            await self._stands_at(ts)

    async def _post(self, slack: SlackMessages, view: View) -> None:
        target = self.target
        if not await self._places.takes(target):
            raise PlaceClosed(FORGOTTEN)
        self._look = True  # until Slack has answered, the message may stand there or not
        try:
            ts = await slack.post(
                channel=target.channel, thread_ts=target.thread_ts, view=view, job=target.job
            )
        except DeliveryUnavailable as error:
            self._look = error.reached  # and what is found, or posted anew, is not changed by a late answer
            raise DeliveryUnavailable(error.code, reached=error.reached) from error
        except DeliveryError:
            self._look = False
            raise
        self._look = False
        await self._stands_at(ts)

    async def _stands_at(self, ts: str) -> None:
        self.target = replace(self.target, ts=ts)
        self.answered.set()
        await self._record(self._places.posted(self.target))

    def _move_on(self, error: MessageGone) -> None:
        """Forget the message; the next one is a reply where the old one was, or to it where it still is."""
        old = self.target
        thread = old.thread_ts or (None if error.deleted else old.ts)
        self.target = replace(old, ts=None, thread_ts=thread)
        self.answered.clear()

    def _shrink(self, view: View, rendering: View, error: ViewRefused) -> bool:
        smaller = rendering.next_smaller
        if smaller is None:
            self._refuse(error)
            raise error
        self._shrunk = (view, smaller)
        workspace = self.target.workspace
        self._emit("edit", outcome="refused", workspace=workspace, kind=view.kind.value, cause=error.code)
        return False

    def _refuse(self, error: DeliveryError) -> None:
        self.refused = error
        self.answered.set()

    async def _record(self, note: Awaitable[None]) -> None:
        try:
            await note
        except Exception as error:  # noqa: BLE001  whatever a store does, the message is where it is
            self._emit("message_unrecorded", job=self.target.job, cause=type(error).__name__)
