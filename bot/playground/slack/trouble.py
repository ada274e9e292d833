"""Trouble on demand: delays, refusals, floods, lost connections, for as many times as asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EVERYTHING = "*"  # every method of the Web API
UPLOAD = "upload"  # the bytes of a file on their way in
DOWNLOAD = "download"  # the bytes of a file on their way out
EVENT = "event"  # the next event that goes to the bot

Kind = Literal["delay", "throttle", "fail", "refuse", "drop", "drop_answer", "redirect", "repeat"]


@dataclass(slots=True, kw_only=True)
class Plan:
    """One kind of trouble, waiting for its next victims; `times` None is for good."""

    kind: Kind
    where: str
    times: int | None
    amount: float = 0.0
    word: str = ""
    every: int = 1
    met: dict[str, int] = field(default_factory=dict)  # by place: how often this was looked at

    def is_due(self, where: str) -> bool:
        """Whether it strikes now: at each `every`th look at this place."""
        self.met[where] = self.met.get(where, 0) + 1
        return self.met[where] % self.every == 0


class Trouble:
    """What shall go wrong. `where` is a method such as `chat.update`, or one of the names above."""

    def __init__(self) -> None:
        self._plans: list[Plan] = []

    def delay(self, seconds: float, where: str = EVERYTHING, *, times: int | None = None) -> None:
        """Answer only after so many seconds."""
        self._plans.append(Plan(kind="delay", where=where, times=times, amount=seconds))

    def throttle(self, where: str, *, retry_after: int = 30, times: int | None = 1, every: int = 1) -> None:
        """Answer each `every`th call with 429 and this Retry-After, in seconds."""
        self._plans.append(Plan(kind="throttle", where=where, times=times, amount=retry_after, every=every))

    def fail(self, where: str, *, status: int = 500, times: int | None = 1) -> None:
        """Answer with an HTTP error, having done nothing."""
        self._plans.append(Plan(kind="fail", where=where, times=times, amount=status))

    def refuse(self, where: str, error: str, *, times: int | None = 1) -> None:
        """Answer `ok: false` with this error, having done nothing."""
        self._plans.append(Plan(kind="refuse", where=where, times=times, word=error))

    def drop(self, where: str, *, done: bool = False, times: int | None = 1) -> None:
        """Cut the connection: before anything is done, or with `done` after all of it."""
        self._plans.append(Plan(kind="drop_answer" if done else "drop", where=where, times=times))

    def redirect_downloads(self, to: str, *, times: int | None = 1) -> None:
        """Answer a download with a redirect to another address."""
        self._plans.append(Plan(kind="redirect", where=DOWNLOAD, times=times, word=to))

    def repeat_events(self, *, times: int | None = 1) -> None:
        """Deliver the next events twice, under the same event_id."""
        self._plans.append(Plan(kind="repeat", where=EVENT, times=times))

    def clear(self) -> None:
        """No more trouble."""
        self._plans.clear()

    def take(self, kind: Kind, where: str) -> Plan | None:
        """The trouble of this kind that is due here, used up by one."""
        is_method = "." in where
        for plan in self._plans:
            meant = plan.where == where or (is_method and plan.where == EVERYTHING)
            if plan.kind == kind and meant and plan.is_due(where):
                if plan.times is not None:
                    plan.times -= 1
                    if plan.times == 0:
                        self._plans.remove(plan)
                return plan
        return None
