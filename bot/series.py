"""Every metric: its name, and what it takes of which fact."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from core.telemetry import Scalar

MOST = 200  # label sets a metric: a server that invents names of models must not fill the memory
LARGEST = 1e18  # of the numbers that are taken

WORK = (0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600)  # seconds
LAG = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)  # seconds

UNKNOWN, OTHER = "unknown", "other"

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@-]{0,63}")
_SLACK_ID = re.compile(r"[A-Z][A-Z0-9]{7,}")  # of a workspace, a person, a channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A metric. `amount` and `labels` name what it takes of its `events`; without an amount it counts."""

    kind: type[Counter | Gauge | Histogram] = Counter
    events: tuple[str, ...] = ()
    name: str
    about: str
    amount: str = ""
    labels: tuple[str, ...] = ()
    buckets: tuple[float, ...] = WORK


class Metric:
    """A metric whose labels are few and short: whatever else comes is counted under "other"."""

    def __init__(self, spec: Spec, registry: CollectorRegistry) -> None:
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
PLAIN = (
    Spec(
        events=("job_ended",),
        name="jobs_ended",
        about="Jobs that have ended",
        labels=("outcome",),
    ),
    Spec(
        kind=Histogram,
        events=("job_ran",),
        name="job_seconds",
        about="How long a job ran",
        amount="seconds",
    ),
    Spec(
        kind=Histogram,
        events=("stage",),
        name="stage_seconds",
        about="How long a stage of a job took",
        amount="seconds",
        labels=("stage",),
    ),
    Spec(
        events=("edit",),
        name="edits",
        about="Edits of live messages: sent, coalesced (a newer one took its place) or refused",
        labels=("outcome", "kind"),
    ),
    Spec(
        events=("request_refused",),
        name="requests_refused",
        about="Requests that were turned away at the door",
        labels=("reason",),
    ),
    Spec(
        kind=Histogram,
        events=("model_call",),
        name="model_call_seconds",
        about="How long a model call took",
        amount="seconds",
        labels=("provider", "task", "outcome"),
    ),
    Spec(
        events=("model_call",),
        name="cost_dollars",
        about="What model calls cost, in US dollars, where the price is known",
        amount="cost",
        labels=("provider", "model"),
    ),
    Spec(
        events=("model_retry",),
        name="model_retries",
        about="Model calls that were made again",
        labels=("provider",),
    ),
    Spec(
        events=("model_retry_denied",),
        name="model_retries_denied",
        about="Model calls that were not made again, to spare the provider",
        labels=("provider",),
    ),
    Spec(
        events=("file_read",),
        name="files_read",
        about="Files that were read",
        labels=("kind",),
    ),
    Spec(
        events=("file_refused", "file_not_fetched"),
        name="files_refused",
        about="Files that could not be read",
        labels=("code",),
    ),
    Spec(
        events=("feedback",),
        name="feedback",
        about="Thumbs under drafts: up or down",
        labels=("side",),
    ),
    Spec(
        kind=Gauge,
        events=("memory",),
        name="memory_bytes",
        about="Memory that this process and its children hold",
        amount="resident",
    ),
    Spec(
        kind=Gauge,
        events=("memory",),
        name="memory_limit_bytes",
        about="Memory that they may hold",
        amount="limit",
    ),
    Spec(
        kind=Histogram,
        events=("loop_lag",),
        name="event_loop_lag_seconds",
        about="How late the event loop is",
        amount="seconds",
        buckets=LAG,
    ),
)
# What takes a thought.
JOBS = Spec(
    kind=Gauge,
    name="jobs",
    about="Jobs that run here, and jobs that wait in all",
    labels=("state",),
)
WAIT = Spec(kind=Histogram, name="queue_wait_seconds", about="How long a job waited before it first ran")
TOKENS = Spec(name="tokens", about="Tokens that were billed", labels=("kind", "provider", "model"))
UNPRICED = Spec(
    name="unpriced_calls",
    about="Billed model calls whose price is not known",
    labels=("provider", "model"),
)
SAVED = Spec(
    name="cache_saved_dollars",
    about="What reading prompts from the provider's cache saved, in US dollars, against plain input",
    labels=("provider", "model"),
)
SURCHARGE = Spec(
    name="cache_surcharge_dollars",
    about="What writing prompts to the provider's cache cost on top of plain input, in US dollars",
    labels=("provider", "model"),
)
CACHE = Spec(name="cache_lookups", about="Looks into the cache: hit or miss", labels=("space", "result"))


def _make(spec: Spec, registry: CollectorRegistry) -> Counter | Gauge | Histogram:
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
