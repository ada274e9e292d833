"""The writer: opens live messages, and sends again what a restart left unsent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from core.pacing.live import Live
from core.pacing.writers import Writers
from core.telemetry import Emit
from handlers.outlet import Connect, SlackOutlet
from handlers.target import KeptViews, Places, Target
from handlers.view import Kind, View

HANDED_OVER = 4.0  # seconds in which whoever had a message before notices that it is somebody else's
SWEEP_AT = 64  # messages that are remembered before those that are over are looked for


class Message:
    """A live message, in the hands of whoever works on its job."""

    def __init__(self, live: Live[View], outlet: SlackOutlet, kept: KeptViews) -> None:
        self._live = live
        self._outlet = outlet
        self._kept = kept

    @property
    def target(self) -> Target:
        """The message as it stands now."""
        return self._outlet.target

    def show(self, view: View) -> None:
        """Show this next, in the place of whatever was not sent yet; nothing comes after a terminal view."""
        if view.kind is Kind.TERMINAL:
            raise ValueError("a terminal view has to be kept first: await finish(view)")
        self._live.put(view)

    def takes_tick(self, within: float) -> bool:
        """Whether a tick that is shown now may be seen within so many seconds, or is not worth drawing up."""
        return self._live.takes_tick(within)

    def forget_progress(self) -> None:
        """Do not show what was not sent yet: the message may be somebody else's by now."""
        self._live.forget_progress()

    async def finish(self, view: View) -> bool:
        """Keep a terminal view, send it, and return True once Slack has it; False when it will not take it.

        A caller that is cancelled, or stops waiting, does not keep it from being sent. A second call
        replaces the first, as when the picture came late. False, too, when the writer is closed first;
        `resend` sends it then. Raises what KeptViews.save raises, and sends nothing then.
        """
        if view.kind is not Kind.TERMINAL:
            raise ValueError("only a terminal view ends a message: show(view)")
        await self._kept.save(self.target, view)
        return await self._live.finish(view)

    async def farewell(self, view: View) -> bool:
        """Send a terminal view, as `finish` does, and keep nothing: the draft is forgotten."""
        return await self._live.finish(view)

    async def placed(self) -> Target:
        """Wait until the message stands. Raises PlaceClosed or ViewRefused when Slack does not take it."""
        await self._outlet.answered.wait()
        if self._outlet.target.ts is None and self._outlet.refused is not None:
            raise self._outlet.refused
        return self._outlet.target


class Writer:
    """Live messages over Slack. `alone` tells that no other process writes to any of them."""

    def __init__(
        self,
        writers: Writers,
        *,
        connect: Connect,
        places: Places,
        kept: KeptViews,
        emit: Emit,
        alone: bool = True,
    ) -> None:
        self._writers = writers
        self._connect = connect
        self._places = places
        self._kept = kept
        self._emit = emit
        self._alone = alone
        self._messages: dict[tuple[str, str], tuple[Live[View], Message]] = {}
        self._sweep_at = SWEEP_AT

    @asynccontextmanager
    async def open(self, target: Target) -> AsyncIterator[Message]:
        """Write to a job's message. Whoever opens it again meanwhile writes to the same one.

        Leaving drops progress that was not sent; a terminal view is sent until Slack has it.
        """
        live, message = self._hold(target)
        try:
            yield message
        finally:
            live.leave()

    async def resend(self) -> int:
        """Begin to send what was kept and has not arrived, unless it is under way here; return how many."""
        begun = 0
        for kept in await self._kept.unsent():
            if self._find(kept.target) is None:
                live, _ = self._hold(replace(kept.target, maybe_posted=True))
                live.put(kept.view)
                live.leave()
                begun += 1
        return begun

    def _find(self, target: Target) -> tuple[Live[View], Message] | None:
        found = self._messages.get((target.workspace, target.job))
        return found if found is not None and not found[0].over else None

    def _sweep(self) -> None:
        """Forget the messages that are over, once as many may be as are not."""
        if len(self._messages) >= self._sweep_at:
            self._messages = {key: found for key, found in self._messages.items() if not found[0].over}
            self._sweep_at = max(SWEEP_AT, 2 * len(self._messages))

    def _hold(self, target: Target) -> tuple[Live[View], Message]:
        found = self._find(target)
        if found is not None:
            found[0].hold()
            return found
        outlet = SlackOutlet(
            target, connect=self._connect, places=self._places, kept=self._kept, emit=self._emit
        )
        live = self._writers.start(target.workspace, outlet)
        if not self._alone and (target.ts is not None or target.maybe_posted):
            live.doubt(HANDED_OVER)  # whoever posted it told a place in line, and may be doing so right now
        message = Message(live, outlet, self._kept)
        self._sweep()
        self._messages[target.workspace, target.job] = live, message
        return live, message
