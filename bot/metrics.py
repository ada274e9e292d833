"""Facts in, Prometheus metrics out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4, CollectorRegistry, generate_latest

from bot.series import (
    CACHE,
    JOBS,
    MOST,
    PLAIN,
    SAVED,
    SURCHARGE,
    TOKENS,
    UNPRICED,
    WAIT,
    Metric,
    Spec,
)
from core.llm import metering
from core.llm.prices import CACHED, SAMPLE, saving
from core.llm.usage import Usage
from core.telemetry import Scalar

CONTENT_TYPE = CONTENT_TYPE_PLAIN_0_0_4
KINDS = ("input", "cache_read", "cache_write_5m", "cache_write_1h", "output", "reasoning")  # of tokens

Facts = Mapping[str, Scalar]


class Metrics:
    """`observe` is an Emit: it takes every fact and counts those it knows. No label is an id or a text."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._rules: defaultdict[str, list[Callable[[Facts], None]]] = defaultdict(list)
        for spec in PLAIN:
            rule = self._plain(spec)
            for event in spec.events:
                self._rules[event].append(rule)
        self._jobs = Metric(JOBS, self._registry)
        self._wait = Metric(WAIT, self._registry)
        self._tokens = Metric(TOKENS, self._registry)
        self._unpriced = Metric(UNPRICED, self._registry)
        self._saved = Metric(SAVED, self._registry)
        self._surcharge = Metric(SURCHARGE, self._registry)
        self._lookups = Metric(CACHE, self._registry)
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

    def _plain(self, spec: Spec) -> Callable[[Facts], None]:
        metric = Metric(spec, self._registry)

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
        for kind in KINDS:
            if facts.get(kind):
                self._tokens.take(facts[kind], kind, *who)
        if facts.get("cost") == metering.UNPRICED:
            self._unpriced.take(1, *who)
        elif facts.get("cost"):  # so the price list knows the model, and is at hand
            for kind in CACHED:
                self._cached(kind, facts.get(kind), *who)

    def _cached(self, kind: str, tokens: Scalar, provider: Scalar, model: Scalar) -> None:
        """Two series, since a counter never falls: the price of writing is not taken from what it saves."""
        if not isinstance(tokens, int) or not tokens:
            return
        dollars = _saving(str(provider), str(model), kind) * tokens
        (self._saved if dollars > 0 else self._surcharge).take(abs(dollars), provider, model)

    def _looked(self, facts: Facts) -> None:
        self._lookups.take(1, facts.get("space"), "hit" if facts.get("hit") else "miss")


@lru_cache(maxsize=MOST)
def _saving(provider: str, model: str, kind: str) -> float:
    """Dollars that one token of a kind saves against plain input; 0 where no price is known."""
    tokens: dict[str, Any] = {kind: SAMPLE}
    return (saving(Usage(provider=provider, model=model, task="", **tokens)) or 0.0) / SAMPLE
