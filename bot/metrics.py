"""Facts in, Prometheus metrics out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_PLAIN_0_0_4,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

from core.llm.metering import UNPRICED
from core.telemetry import Scalar

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
MOST = 200  # label sets a metric: a server that invents names of models must not fill the memory
LARGEST = 1e18  # of the numbers that are taken

WORK = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600)  # seconds
LAG = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)  # seconds

TOKENS = ("input", "cache_read", "cache_write_5m", "cache_write_1h", "output", "reasoning")
UNKNOWN, OTHER = "unknown", "other"

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,63}")
_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{7,}")  # of a workspace, a person, a channel

Facts = Mapping[str, Scalar]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spec:
    """A metric. `amount` and `labels` name what it takes of its `events`; without an amount it counts."""

    kind: type[Counter | Gauge | Histogram] = Counter
    events: tuple[str, ...] = ()
    name: str
    about: str
    amount: str = ""
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = WORK


class _Metric:
    """A metric whose labels are few and short: whatever else comes is counted under "other"."""

    def __init__(self, spec: _Spec, registry: CollectorRegistry) -> None:
        self._metric = _make(spec, registry)
        self._seen: set[tuple[str, ...]] = set()

    def take(self, amount: Scalar, *values: Scalar) -> None:
        """Add, set or observe an amount; one that is no number from 0 up is passed over."""
        if isinstance(amount, bool | str | None) or not 0 <= amount <= LARGEST:
            return
        metric = self._metric.labels(*self._bounded(values)) if values else self._metric
        match metric:
            case Counter():
                metric.inc(amount)
            case Gauge():
                metric.set(amount)
            case _:
                metric.observe(amount)

    def _bounded(self, values: tuple[Scalar, ...]) -> tuple[str, ...]:
        labels = tuple(map(_label, values))
        if labels not in self._seen and len(self._seen) >= MOST:
            return (OTHER,) * len(labels)
        self._seen.add(labels)
        return labels


# What is read from a fact as it stands.
_PLAIN = (
    _Spec(
        events=("job_ended",),
        name="jobs_ended",
        about="Jobs that have ended",
        labels=("outcome",),
    ),
    _Spec(
        kind=Histogram,
        events=("job_ran",),
        name="job_seconds",
        about="How long a job ran",
        amount="seconds",
    ),
    _Spec(
        kind=Histogram,
        events=("stage",),
        name="stage_seconds",
        about="How long a stage of a job took",
        amount="seconds",
        labels=("stage",),
    ),
    _Spec(
        events=("edit",),
        name="edits",
        about="Edits of live messages: sent, coalesced (a newer one took its place) or refused",
        labels=("outcome", "kind"),
    ),
    _Spec(
        events=("request_refused",),
        name="requests_refused",
        about="Requests that were turned away at the door",
        labels=("reason",),
    ),
    _Spec(
        kind=Histogram,
        events=("model_call",),
        name="model_call_seconds",
        about="How long a model call took",
        amount="seconds",
        labels=("provider", "task", "outcome"),
    ),
    _Spec(
        events=("model_call",),
        name="cost_dollars",
        about="What model calls cost, in US dollars, where the price is known",
        amount="cost",
        labels=("provider", "model"),
    ),
    _Spec(
        events=("model_retry",),
        name="model_retries",
        about="Model calls that were made again",
        labels=("provider",),
    ),
    _Spec(
        events=("model_retry_denied",),
        name="model_retries_denied",
        about="Model calls that were not made again, to spare the provider",
        labels=("provider",),
    ),
    _Spec(
        events=("file_read",),
        name="files_read",
        about="Files that were read",
        labels=("kind",),
    ),
    _Spec(
        events=("file_refused", "file_not_fetched"),
        name="files_refused",
        about="Files that could not be read",
        labels=("code",),
    ),
    _Spec(
        kind=Gauge,
        events=("memory",),
        name="memory_bytes",
        about="Memory that this process and its children hold",
        amount="resident",
    ),
    _Spec(
        kind=Gauge,
        events=("memory",),
        name="memory_limit_bytes",
        about="Memory that they may hold",
        amount="limit",
    ),
    _Spec(
        kind=Histogram,
        events=("loop_lag",),
        name="event_loop_lag_seconds",
        about="How late the event loop is",
        amount="seconds",
        buckets=LAG,
    ),
)
# What takes a thought.
_JOBS = _Spec(
    kind=Gauge,
    name="jobs",
    about="Jobs that run here, and jobs that wait in all",
    labels=("state",),
)
_WAIT = _Spec(kind=Histogram, name="queue_wait_seconds", about="How long a job waited before it first ran")
_TOKENS = _Spec(name="tokens", about="Tokens that were billed", labels=("kind", "provider", "model"))
_UNPRICED = _Spec(
    name="unpriced_calls",
    about="Billed model calls whose price is not known",
    labels=("provider", "model"),
)
_CACHE = _Spec(name="cache_lookups", about="Looks into the cache: hit or miss", labels=("space", "result"))


class Metrics:
    """`observe` is an Emit: it takes every fact and counts those it knows. No label is an id or a text."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._rules: defaultdict[str, list[Callable[[Facts], None]]] = defaultdict(list)
        for spec in _PLAIN:
            rule = self._plain(spec)
            for event in spec.events:
                self._rules[event].append(rule)
        self._jobs = _Metric(_JOBS, self._registry)
        self._wait = _Metric(_WAIT, self._registry)
        self._tokens = _Metric(_TOKENS, self._registry)
        self._unpriced = _Metric(_UNPRICED, self._registry)
        self._lookups = _Metric(_CACHE, self._registry)
        self._rules["job_started"].append(self._started)
        self._rules["job_ran"].append(self._ran)
        self._rules["queue_load"].append(self._load)
        self._rules["model_call"].append(self._called)
        self._rules["cache"].append(self._looked)
        self._running = 0
        self._jobs.take(0, "running")
        self._jobs.take(0, "waiting")

    def observe(self, event: str, /, **facts: Scalar) -> None:
        """Take one fact."""
        for rule in self._rules.get(event, ()):
            rule(facts)

    def render(self) -> bytes:
        """Everything, in Prometheus' text format; its media type is CONTENT_TYPE."""
        return generate_latest(self._registry)

    def _plain(self, spec: _Spec) -> Callable[[Facts], None]:
        metric = _Metric(spec, self._registry)

        def rule(facts: Facts) -> None:
            amount = facts.get(spec.amount) if spec.amount else 1
            metric.take(amount, *(facts.get(label) for label in spec.labels))

        return rule

    def _started(self, facts: Facts) -> None:
        self._run(1)
        if facts.get("attempt") == 1:  # a later one waited for the process to come back, too
            self._wait.take(facts.get("waited"))

    def _ran(self, _: Facts) -> None:
        self._run(-1)

    def _run(self, more: int) -> None:
        self._running += more
        self._jobs.take(self._running, "running")

    def _load(self, facts: Facts) -> None:
        """`running` is counted job by job, and so is never late."""
        self._jobs.take(facts.get("waiting"), "waiting")

    def _called(self, facts: Facts) -> None:
        who = facts.get("provider"), facts.get("model")
        for kind in TOKENS:
            if facts.get(kind):
                self._tokens.take(facts[kind], kind, *who)
        if facts.get("cost") == UNPRICED:
            self._unpriced.take(1, *who)

    def _looked(self, facts: Facts) -> None:
        self._lookups.take(1, facts.get("space"), "hit" if facts.get("hit") else "miss")


def _make(spec: _Spec, registry: CollectorRegistry) -> Counter | Gauge | Histogram:
    name = f"crossroads_{spec.name}"
    if spec.kind is Histogram:
        return Histogram(name, spec.about, spec.labels, registry=registry, buckets=spec.buckets)
    return spec.kind(name, spec.about, spec.labels, registry=registry)


def _label(value: Scalar) -> str:
    """A short word as it is; nothing is "unknown", and all else "other"."""
    if value is None or value == "":
        return UNKNOWN
    text = str(value)
    return text if _WORD.fullmatch(text) and not _SLACK_ID.fullmatch(text) else OTHER
