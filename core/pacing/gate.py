"""The one way out: every call waits here for its budgets, the more urgent ones first."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from math import inf
from random import Random
from types import TracebackType
from typing import Protocol, Self

from core.clock import Clock
from core.pacing.bucket import Bucket
from core.pacing.limits import Budget, Key, Priority
from core.telemetry import Emit

FREEZE_JITTER = 1.0  # seconds, at most, on top of what the other side asked for
SWEEP_AT = 1_000  # buckets; a channel's bucket is of no use a second after its last call


class Claim(Protocol):
    """What waits at the gate; read anew whenever something changes."""

    @property
    def budgets(self) -> tuple[Budget, ...]:
        """What the call counts against; nothing, when there is no call to make any more.

        They may change while it waits, but all belong to one account: the first part of their keys.
        """

    @property
    def priority(self) -> Priority:
        """How urgent it is."""

    @property
    def earliest(self) -> float:
        """The moment (monotonic seconds) before which it does not want to go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A claim for a single call, as soon as may be."""

    budgets: tuple[Budget, ...]
    priority: Priority = Priority.STAGE
    earliest: float = -inf


class Gate:
    """Lets calls through as their budgets allow. Open it with `async with`; it owns one alarm.

    Budgets are divided by `replicas`, the number of processes that call for the same account.
    """

    def __init__(self, *, clock: Clock, random: Random, emit: Emit, replicas: int = 1) -> None:
        self.replicas = replicas
        self._clock = clock
        self._random = random
        self._emit = emit
        self._buckets: dict[Key, Bucket] = {}
        self._waiting: defaultdict[str, list[_Waiter]] = defaultdict(list)  # by account
        self._back_at: dict[str, float] = {}  # when the next one of an account may go
        self._tasks = asyncio.TaskGroup()
        self._alarm: asyncio.Task[None] | None = None
        self._alarm_at = inf

    async def __aenter__(self) -> Self:
        """Begin."""
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the alarm; whoever still waits here waits in vain.

        An error of the body goes on as it is, not inside a group.
        """
        if self._alarm is not None:
            self._alarm.cancel()
        if isinstance(error, asyncio.CancelledError):
            await self._tasks.__aexit__(kind, error, trace)
        else:
            await self._tasks.__aexit__(None, None, None)

    @asynccontextmanager
    async def turn(self, claim: Claim) -> AsyncIterator[tuple[Budget, ...]]:
        """Wait until the claim may make its call; the call is over when the context is left.

        Yields the budgets it was counted against. The claim may have changed since.
        """
        waiter = _Waiter(claim)
        self._waiting[waiter.account].append(waiter)
        self.nudge(waiter.account)
        try:
            yield await waiter.granted
        finally:
            self._leave(waiter)

    def nudge(self, account: str | None = None) -> None:
        """Look again: let through who may go now, and be back when the next one may.

        What happens to one account changes nothing for the others; without a name, all are looked at.
        """
        now = self._clock.monotonic()
        for each in tuple(self._waiting) if account is None else (account,):
            self._look(each, now)
        self._be_back()

    def _look(self, account: str, now: float) -> None:
        """Let through whoever of an account may go.

        Within a priority, who came first goes first. Nobody overtakes by this: a budget that has nothing
        for one claim has nothing for a claim of the same or of a lower priority.
        """
        back_at = inf
        for waiter in sorted(self._waiting[account], key=_priority):
            ready_at = self._ready_at(waiter.claim, now)
            if ready_at > now:
                back_at = min(back_at, ready_at)
            elif not waiter.granted.done():  # done here means cancelled, and about to leave
                self._grant(waiter, now)
        self._back_at[account] = back_at
        if not self._waiting[account]:
            del self._waiting[account], self._back_at[account]

    def _be_back(self) -> None:
        back_at = min(self._back_at.values(), default=inf)
        if back_at < self._alarm_at:
            self._ring_at(back_at)

    def share(self, replicas: int) -> None:
        """Divide every budget by another number of processes."""
        self.replicas = replicas
        for bucket in self._buckets.values():
            bucket.share(replicas)
        self.nudge()

    def freeze(self, budget: Budget, seconds: float) -> None:
        """Let no call of this budget go for that long and a little longer, whoever asks."""
        wait = seconds + self._random.uniform(0, FREEZE_JITTER)
        now = self._clock.monotonic()
        self._bucket(budget, now).freeze(now + wait)
        self._emit("budget_frozen", budget=" ".join(budget.key), seconds=wait)

    def _ready_at(self, claim: Claim, now: float) -> float:
        ready = [self._bucket(budget, now).ready_at(claim.priority) for budget in claim.budgets]
        return max(claim.earliest, *ready) if ready else claim.earliest

    def _grant(self, waiter: _Waiter, now: float) -> None:
        self._waiting[waiter.account].remove(waiter)
        budgets = waiter.claim.budgets
        waiter.taken = [self._bucket(budget, now) for budget in budgets]
        for bucket in waiter.taken:
            bucket.take(now)
        waiter.granted.set_result(budgets)

    def _leave(self, waiter: _Waiter) -> None:
        if waiter in self._waiting[waiter.account]:
            self._waiting[waiter.account].remove(waiter)
        now = self._clock.monotonic()
        for bucket in waiter.taken:
            bucket.answered(now)
        self.nudge(waiter.account)

    def _bucket(self, budget: Budget, now: float) -> Bucket:
        bucket = self._buckets.get(budget.key)
        if bucket is None:
            if len(self._buckets) >= SWEEP_AT:
                self._buckets = {key: kept for key, kept in self._buckets.items() if not kept.is_idle(now)}
            bucket = self._buckets[budget.key] = Bucket(budget.limit, replicas=self.replicas)
        return bucket

    def _ring_at(self, moment: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm_at = moment
        self._alarm = self._tasks.create_task(self._ring(moment))

    async def _ring(self, moment: float) -> None:
        await self._clock.sleep(moment - self._clock.monotonic())
        self._alarm_at = inf
        self._alarm = None
        now = self._clock.monotonic()
        for account in [name for name, back_at in self._back_at.items() if back_at <= now]:
            self._look(account, now)
        self._be_back()


class _Waiter:
    """A claim at the gate, and the buckets it took from once it was let through."""

    __slots__ = ("account", "claim", "granted", "taken")

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.account = next((budget.key[0] for budget in claim.budgets), "")
        self.granted: asyncio.Future[tuple[Budget, ...]] = asyncio.get_running_loop().create_future()
        self.taken: list[Bucket] = []


def _priority(waiter: _Waiter) -> Priority:
    return waiter.claim.priority
