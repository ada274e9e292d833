"""What was told of one job, added up."""

from __future__ import annotations

import re

from core.llm.metering import UNPRICED
from core.telemetry import Scalar

KEYS = 60  # of one job; a new kind of fact may not make its line endless

# Keys of the line, by the event and its fact. Those that are added up:
_SUMS = {
    "file_fetched": {"bytes": "file_bytes"},
    "job_ran": {"seconds": "ran"},
    "model_call": {
        "seconds": "model_seconds",
        "input": "input_tokens",
        "cache_read": "cache_read_tokens",
        "cache_write_5m": "cache_write_5m_tokens",
        "cache_write_1h": "cache_write_1h_tokens",
        "output": "output_tokens",
        "reasoning": "reasoning_tokens",
        "cost": "cost",
    },
}
# those of which the newest counts:
_NEWEST = {
    "job_started": {"attempt": "attempt", "waited": "waited"},
    "job_ended": {"outcome": "outcome", "reason": "reason"},
    "job_failed": {"cause": "cause", "at": "at"},
    "model_call": {"provider": "provider", "model": "model"},
}
# and those that say how often it happened. Other events count under their own names.
_COUNTS = {
    "model_call": "model_calls",
    "model_retry": "model_retries",
    "model_failover": "model_failovers",
    "file_fetched": "files_fetched",
    "file_not_fetched": "files_refused",
    "file_read": "files_read",
    "file_refused": "files_refused",
}
_UNCOUNTED = frozenset({"job_started", "job_ran", "job_ended", "job_failed", "stage"})
_WORD = re.compile(r"[a-z][a-z_]{0,29}")


class Gathered:
    """The facts of one job. `began` and `touched` are monotonic seconds; `holders` work in its context."""

    __slots__ = ("began", "facts", "has_run", "holders", "is_over", "is_running", "touched")

    def __init__(self, *, now: float) -> None:
        self.began = self.touched = now
        self.holders = 0
        self.is_running = self.has_run = self.is_over = False
        self.facts: dict[str, Scalar] = {}

    @property
    def is_busy(self) -> bool:
        """Whether more is to be told here."""
        return self.is_running or self.holders > 0

    def take(self, event: str, facts: dict[str, Scalar], *, now: float) -> None:
        """Add one fact."""
        self.touched = now
        self._follow(event)
        if isinstance(facts.get("workspace"), str):
            self._put("workspace", facts["workspace"])
        for fact, key in _NEWEST.get(event, {}).items():
            if facts.get(fact) not in {None, ""}:
                self._put(key, facts[fact])
        for fact, key in _SUMS.get(event, {}).items():
            self._add(key, facts.get(fact))
        if event == "stage":
            self._add(_key(facts.get("stage"), "seconds"), facts.get("seconds"))
        if facts.get("cost") == UNPRICED:
            self._add("unpriced_calls", 1)
        if event not in _UNCOUNTED:
            self._add(_counted(event, facts), 1)

    def _follow(self, event: str) -> None:
        match event:
            case "job_started":
                self.is_running = self.has_run = True
            case "job_ran":
                self.is_running = False
            case "job_ended":
                self.is_over = True

    def _add(self, key: str, amount: Scalar) -> None:
        before = self.facts.get(key, 0)
        if isinstance(amount, int | float) and amount and isinstance(before, int | float):
            self._put(key, before + amount)

    def _put(self, key: str, value: Scalar) -> None:
        if _WORD.fullmatch(key) and (key in self.facts or len(self.facts) < KEYS):
            self.facts[key] = value


def _counted(event: str, facts: dict[str, Scalar]) -> str:
    if event == "cache":
        return "cache_hits" if facts.get("hit") else "cache_misses"
    if event == "edit":
        return _key("edits", facts.get("outcome"))
    return _COUNTS.get(event, event)


def _key(*words: Scalar) -> str:
    return "_".join(map(str, words))
