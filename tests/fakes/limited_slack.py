"""A Slack that keeps the port SlackMessages, takes its time, counts calls and says no."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from core.clock import Clock
from core.errors import DeliveryLimited, MessageGone
from handlers.view import View
from tests.fakes.virtual_time import VirtualClock

# https://docs.slack.dev/apis/web-api/rate-limits; no burst is let pass here
UPDATES = 50  # in any minute, by workspace, counted when the call arrives
POSTS = 1  # in any second, by channel, counted when the call is made


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One call; `view` is None for a search."""

    method: str
    workspace: str
    view: View | None = None


Answer = Callable[[Attempt], Exception | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One call that Slack said yes to, and when (monotonic seconds)."""

    method: str
    workspace: str
    ts: str
    view: View
    at: float


@dataclass(kw_only=True)
class Post:
    channel: str
    thread_ts: str | None
    job: str
    views: list[View] = field(default_factory=list)


def yes(_: Attempt) -> None:
    """Say no to nothing."""


class Refusals:
    """Says no to calls of one method, in the order of the list, and then to none."""

    def __init__(self, method: str, *errors: Exception) -> None:
        self._method = method
        self._errors = list(errors)

    def __call__(self, attempt: Attempt) -> Exception | None:
        return self._errors.pop(0) if attempt.method == self._method and self._errors else None


@dataclass(kw_only=True)
class LimitedSlack:
    """All workspaces. `fault` is asked before a call takes effect, `lost` after it; either may say no.

    A message that was once said to be gone stays so, and is found only if it was not deleted.
    """

    clock: Clock = field(default_factory=VirtualClock)
    random: Random = field(default_factory=lambda: Random(0))
    latency: tuple[float, float] = (0.05, 0.3)  # seconds, each way
    fault: Answer = yes
    lost: Answer = yes
    remembers: bool = True
    taken: list[Taken] = field(default_factory=list)
    refused: list[tuple[float, Attempt]] = field(default_factory=list)
    messages: dict[tuple[str, str], Post] = field(default_factory=dict)
    gone: dict[tuple[str, str], bool] = field(default_factory=dict)  # whether it was deleted
    under_way: set[str] = field(default_factory=set)  # jobs whose message has a call under way
    calls: int = 0
    throttled: int = 0  # calls over a limit, not counting faults
    overlaps: int = 0  # calls made while another one for the same message was under way
    _counted: dict[tuple[str, ...], deque[float]] = field(default_factory=lambda: defaultdict(deque))

    async def connect(self, workspace: str) -> SlackOfWorkspace:
        return SlackOfWorkspace(self, workspace)

    def shown(self, job: str) -> list[View]:
        """Everything the messages of a job have looked like, one message after the other."""
        return [view for post in self.messages.values() if post.job == job for view in post.views]

    def times(self, method: str, workspace: str) -> list[float]:
        return [call.at for call in self.taken if (call.method, call.workspace) == (method, workspace)]

    def enter(self, job: str) -> None:
        self.calls += 1
        self.overlaps += job in self.under_way
        self.under_way.add(job)

    def count(self, key: tuple[str, ...], most: int, seconds: float) -> None:
        """Raises DeliveryLimited when this would be one too many in any `seconds`."""
        now, counted = self.clock.monotonic(), self._counted[key]
        while counted and counted[0] <= now - seconds + 1e-6:
            counted.popleft()
        if len(counted) >= most:
            self.throttled += 1
            raise DeliveryLimited("ratelimited", retry_after=max(1.0, counted[0] + seconds - now))
        counted.append(now)

    async def travel(self) -> None:
        await self.clock.sleep(self.random.uniform(*self.latency))

    def ask(self, answer: Answer, attempt: Attempt) -> None:
        error = answer(attempt)
        if error is not None:
            self.refused.append((self.clock.monotonic(), attempt))
            raise error

    def took(self, attempt: Attempt, ts: str) -> None:
        view = attempt.view
        if self.remembers and view is not None:
            self.messages[attempt.workspace, ts].views.append(view)
            at = self.clock.monotonic()
            self.taken.append(
                Taken(method=attempt.method, workspace=attempt.workspace, ts=ts, view=view, at=at)
            )


@dataclass(frozen=True)
class SlackOfWorkspace:
    slack: LimitedSlack
    name: str

    async def post(self, *, channel: str, thread_ts: str | None, view: View, job: str) -> str:
        slack, attempt = self.slack, Attempt(method="post", workspace=self.name, view=view)
        slack.enter(job)
        try:
            slack.count((self.name, channel), POSTS, 1.0)
            await slack.travel()
            slack.ask(slack.fault, attempt)
            ts = f"{len(slack.messages) + 1}.000000"
            slack.messages[self.name, ts] = Post(channel=channel, thread_ts=thread_ts, job=job)
            slack.took(attempt, ts)
            await slack.travel()
            slack.ask(slack.lost, attempt)
        finally:
            slack.under_way.discard(job)
        return ts

    async def update(self, *, channel: str, ts: str, view: View) -> None:
        slack, attempt = self.slack, Attempt(method="update", workspace=self.name, view=view)
        message = slack.messages[self.name, ts]
        assert channel == message.channel
        assert (self.name, ts) not in slack.gone, "it was said to be gone, and is edited all the same"
        slack.enter(message.job)
        try:
            await slack.travel()
            slack.count((self.name,), UPDATES, 60.0)
            slack.ask(slack.fault, attempt)
            slack.took(attempt, ts)
            await slack.travel()
            slack.ask(slack.lost, attempt)
        except MessageGone as error:
            slack.gone[self.name, ts] = error.deleted
            raise
        finally:
            slack.under_way.discard(message.job)

    async def find(
        self,
        *,
        channel: str,
        thread_ts: str | None,
        job: str,
        since: float,  # noqa: ARG002  the port's; here nothing is too old to be found
    ) -> str | None:
        slack = self.slack
        slack.enter(job)
        try:
            await slack.travel()
            slack.ask(slack.fault, Attempt(method="find", workspace=self.name))
        finally:
            slack.under_way.discard(job)
        for (workspace, ts), post in slack.messages.items():
            place = (workspace, post.channel, post.thread_ts, post.job)
            if place == (self.name, channel, thread_ts, job) and not slack.gone.get((workspace, ts)):
                return ts
        return None
