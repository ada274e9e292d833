"""The writer loop of one live message: one call at a time, the latest payload wins, the last one arrives."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from math import inf
from random import Random
from typing import Generic

from core.clock import Clock
from core.errors import DeliveryError, DeliveryLimited, DeliveryUnavailable, MessageGone, ViewRefused
from core.pacing.gate import Gate
from core.pacing.limits import Budget, Priority
from core.pacing.outlet import Outlet, P
from core.pacing.slot import Slot
from core.pacing.spacing import Spacing
from core.telemetry import Emit, Scalar

FIRST_WAIT = 1.0  # seconds after a call that failed for the moment; it doubles with every failure in a row
LONGEST_WAIT = 30.0  # seconds
WAIT_JITTER = 1.0  # seconds, at most, on top of either
LATE = 30.0  # seconds after which a call that was given up has taken effect, or never will


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What all live messages of a process share."""

    gate: Gate
    spacing: Spacing
    clock: Clock
    random: Random
    emit: Emit


class Live(Generic[P]):
    """One live message. Whoever writes to it holds it; its loop ends when nobody does and all is shown.

    A call that got no answer may take effect after the end of the message was shown. So the end is shown once
    more, LATE seconds after; whoever waits for it is told at the first time. So it is, a little sooner, where
    another process may still write to the message (`doubt`).
    It is its own claim at the gate. Emits `edit` with its outcome: `sent`; `coalesced`, when a payload was
    never sent because a newer one took its place, the message looked like that already, or it came late;
    `refused`, when the other side said no.
    """

    def __init__(self, outlet: Outlet[P], *, workspace: str, around: Surroundings) -> None:
        self.over = False
        self._outlet = outlet
        self._workspace = workspace
        self._around = around
        self._slot: Slot[P] = Slot()
        self._filled = asyncio.Event()
        self._filled_at = -inf
        self._called_at = -inf
        self._not_before = -inf
        self._wait = FIRST_WAIT
        self._is_doubtful = False  # whether a call is on its way that was given up, or is not our own
        self._late = 0.0  # seconds after which it has taken effect, or never will
        self._repeats = False  # whether what is held was shown already
        self._holders = 1
        self._end: asyncio.Future[bool] | None = None

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """What the next call counts against; nothing when there is nothing new to show."""
        return self._outlet.budgets if self._slot.is_news else ()

    @property
    def priority(self) -> Priority:
        """The most urgent of what was put since the last call."""
        return self._slot.priority

    @property
    def earliest(self) -> float:
        """The moment the next call is due."""
        if not self._slot.is_news:
            return -inf
        return self._due(self.priority)

    def takes_tick(self, within: float) -> bool:
        """Whether a tick that is put now may go out within so many seconds, or is put in vain."""
        return self._due(Priority.TICK) <= self._around.clock.monotonic() + within

    def _due(self, priority: Priority) -> float:
        around = self._around
        interval = around.spacing.interval(priority, self._workspace, replicas=around.gate.replicas)
        return max(self._called_at + interval, self._not_before)

    def hold(self) -> None:
        """Keep the loop going until `leave`; whoever made the message holds it already."""
        self._holders += 1

    def leave(self) -> None:
        """Let go. The last to leave takes progress along that was not sent; a terminal payload arrives."""
        self._holders -= 1
        if not self._holders:
            self._slot.forget_progress()
            self._filled.set()
            self._around.gate.nudge(self._workspace)

    def forget_progress(self) -> None:
        """Leave unsaid what is no end and was not sent yet."""
        self._slot.forget_progress()
        self._around.gate.nudge(self._workspace)

    def doubt(self, late: float) -> None:
        """Somebody else may still show something here, for so many seconds after the end was shown."""
        self._is_doubtful, self._late = True, max(self._late, late)

    def put(self, payload: P) -> None:
        """Show this next, in the place of whatever was not sent yet. Never waits."""
        replaces, urgent = not self._slot.is_empty, self.priority
        if not self._slot.put(payload):
            self._tell("coalesced", payload, cause="late")
            return
        if replaces:
            self._tell("coalesced", payload, cause="newer")
        repeated, self._repeats = self._repeats, False
        if repeated:
            self._is_doubtful, self._not_before = True, -inf  # the newer one goes out now, and is repeated
        if not replaces or self.priority < urgent:
            self._filled_at = self._around.clock.monotonic()
        self._filled.set()
        if repeated or self.priority < urgent or not self._slot.is_news:
            self._around.gate.nudge(self._workspace)

    async def finish(self, payload: P) -> bool:
        """Put a terminal payload; return True once it, or a newer one, is shown, False when it will not be.

        False, too, when the loop was ended from outside. A caller that stops waiting takes nothing along.
        """
        if self.over:
            return False
        if self._end is None or self._end.done():
            self._end = asyncio.get_running_loop().create_future()
        self.put(payload)
        return await asyncio.shield(self._end)

    async def run(self) -> None:
        """Show what is put, until nobody holds the message and nothing is left to show."""
        writers = self._around.spacing.writers
        writers[self._workspace] += 1
        try:
            while self._holders or not self._slot.is_empty:
                self._filled.clear()
                if self._slot.is_empty:
                    await self._filled.wait()
                else:
                    await self._step()
        finally:
            writers[self._workspace] -= 1
            self.over = True
            self._conclude(shown=False)

    async def _step(self) -> None:
        async with self._around.gate.turn(self) as counted:
            if self._slot.is_news and counted:
                await self._call(self._slot.take(), counted[0])
            elif not self._slot.is_news and not self._slot.is_empty:
                payload = self._slot.take()
                self._tell("coalesced", payload, cause="unchanged")
                await self._settle(payload, shown=True)

    async def _call(self, payload: P, budget: Budget) -> None:
        self._called_at = self._around.clock.monotonic()
        try:
            is_shown = await self._outlet.send(payload)
        except Exception as error:  # noqa: BLE001  whatever fails, the loop of this message goes on
            await self._failed(payload, budget, error)
            return
        self._wait = FIRST_WAIT
        if is_shown:
            self._slot.shows(payload)
            self._tell("sent", payload, waited=self._called_at - self._filled_at)
            if self._is_doubtful and payload.priority is Priority.TERMINAL:
                self._repeat(payload)
            else:
                self._repeats = False
                await self._settle(payload, shown=True)
        else:
            self._call_again(payload)

    async def _failed(self, payload: P, budget: Budget, error: Exception) -> None:
        cause = error.code if isinstance(error, DeliveryError) else type(error).__name__
        self._tell("refused", payload, cause=cause)
        match error:
            case DeliveryLimited():
                self._around.gate.freeze(budget, error.retry_after)
                self._put_back(payload)
            case MessageGone():
                self._slot.shows(None)
                self._slot.close()
                self._call_again(payload)
            case ViewRefused():
                await self._settle(payload, shown=False)
            case DeliveryError() if not isinstance(error, DeliveryUnavailable):
                self._slot.close()  # but a terminal payload still gets a call of its own
                await self._settle(payload, shown=False)
            case _:
                if _may_come_late(error):
                    self.doubt(LATE)
                self._slot.shows(None)  # it may have arrived all the same
                self._back_off()
                self._put_back(payload)

    def _back_off(self) -> None:
        around = self._around
        self._not_before = around.clock.monotonic() + self._wait + around.random.uniform(0, WAIT_JITTER)
        self._wait = min(2 * self._wait, LONGEST_WAIT)

    def _repeat(self, payload: P) -> None:
        """Show the end once more, later, unless a newer one came meanwhile: that is the one to repeat."""
        if self._slot.is_empty:
            self._is_doubtful, self._repeats = False, True
            self._slot.shows(None)
            self._slot.put_back(payload)
            self._not_before = self._around.clock.monotonic() + self._late
            self._conclude(shown=True)

    def _call_again(self, payload: P) -> None:
        self._called_at = -inf  # nothing was shown, so there is nothing to keep a distance from
        self._put_back(payload)

    def _put_back(self, payload: P) -> None:
        if self._holders or payload.priority is Priority.TERMINAL:
            self._slot.put_back(payload)

    async def _settle(self, payload: P, *, shown: bool) -> None:
        if payload.priority is Priority.TERMINAL:
            await self._outlet.settled(payload)
            if self._slot.is_empty:  # else a newer terminal payload came meanwhile
                self._conclude(shown=shown)

    def _conclude(self, *, shown: bool) -> None:
        if self._end is not None and not self._end.done():
            self._end.set_result(shown)

    def _tell(self, outcome: str, payload: P, **facts: Scalar) -> None:
        kind = payload.priority.name.lower()
        self._around.emit("edit", outcome=outcome, workspace=self._workspace, kind=kind, **facts)


def _may_come_late(error: Exception) -> bool:
    return isinstance(error, DeliveryUnavailable) and error.reached and not error.answered
