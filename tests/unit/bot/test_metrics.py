"""What Prometheus reads once facts have come in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prometheus_client import Counter
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from bot import series
from bot.metrics import Metrics
from bot.series import MOST, PLAIN, Spec
from core.llm.metering import UNPRICED
from core.telemetry import Scalar

DOCS = Path(__file__).parents[3] / "docs" / "metrics.md"

EVENTS = st.sampled_from(sorted(Metrics()._rules))
KEYS = st.from_regex(
    r"job|workspace|user|text|brief|attempt|waited|seconds|outcome|reason|running|waiting|stage|kind|provider"
    r"|model|task|input|cache_read|cache_write_1h|output|cost|space|hit|code|resident|limit",
    fullmatch=True,
)
CALL: Mapping[str, Scalar] = {
    "provider": "anthropic",
    "model": "claude-sonnet-5-5",
    "task": "draft",
    "outcome": "ok",
    "seconds": 3.0,
    "input": 100,
    "cache_read": 40,
    "cache_write_5m": 0,
    "cache_write_1h": 7,
    "output": 20,
    "reasoning": 0,
    "cost": 0.5,
}

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


def samples(metrics: Metrics) -> list[Sample]:
    families = text_string_to_metric_families(metrics.render().decode())
    return [sample for family in families for sample in family.samples]


class Bench:
    def __init__(self) -> None:
        self.metrics = Metrics()
        self.tell = self.metrics.observe

    def value(self, name: str, **labels: str) -> float | None:
        """A series' value; None when there is none."""
        found = [
            sample.value
            for sample in samples(self.metrics)
            if sample.name == f"crossroads_{name}" and sample.labels == labels
        ]
        return found[0] if found else None


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_jobs_are_counted_by_state(bench: Bench) -> None:
    bench.tell("job_started", job="J1", workspace="T1", attempt=1, waited=2.5)
    bench.tell("job_started", job="J2", workspace="T1", attempt=1, waited=0.5)
    bench.tell("job_ran", job="J1", workspace="T1", attempt=1, seconds=6.0)
    bench.tell("job_ended", job="J1", workspace="T1", outcome="done", reason="")
    bench.tell("job_ended", job="J3", workspace="T1", outcome="expired", reason="max_wait")
    bench.tell("queue_load", running=9, waiting=4)
    assert bench.value("jobs", state="running") == 1
    assert bench.value("jobs", state="waiting") == 4
    assert bench.value("jobs_ended_total", outcome="done") == 1
    assert bench.value("jobs_ended_total", outcome="expired") == 1
    assert (bench.value("job_seconds_count"), bench.value("job_seconds_sum")) == (1, 6.0)
    assert (bench.value("queue_wait_seconds_count"), bench.value("queue_wait_seconds_sum")) == (2, 3.0)


def test_before_anything_happens_nothing_runs_and_nothing_waits(bench: Bench) -> None:
    assert bench.value("jobs", state="waiting") == 0
    assert bench.value("jobs", state="running") == 0


def test_the_wait_for_a_process_to_come_back_is_no_wait_in_the_queue(bench: Bench) -> None:
    bench.tell("job_started", attempt=2, waited=4_000.0)
    assert bench.value("queue_wait_seconds_count") == 0
    assert bench.value("jobs", state="running") == 1


def test_stages_are_timed_by_their_names(bench: Bench) -> None:
    bench.tell("stage", stage="reading", seconds=0.2)
    bench.tell("stage", stage="drafting", seconds=3.0)
    bench.tell("stage", stage="drafting", seconds=5.0)
    assert bench.value("stage_seconds_sum", stage="drafting") == 8.0
    assert bench.value("stage_seconds_bucket", stage="drafting", le="4.0") == 1
    assert bench.value("stage_seconds_count", stage="reading") == 1


def test_edits_are_counted_by_outcome(bench: Bench) -> None:
    bench.tell("edit", outcome="sent", workspace="T1", kind="stage", waited=0.1)
    bench.tell("edit", outcome="coalesced", workspace="T1", kind="tick", cause="newer")
    bench.tell("edit", outcome="coalesced", workspace="T2", kind="tick", cause="unchanged")
    bench.tell("edit", outcome="refused", workspace="T1", kind="terminal", cause="ratelimited")
    assert bench.value("edits_total", outcome="sent", kind="stage") == 1
    assert bench.value("edits_total", outcome="coalesced", kind="tick") == 2
    assert bench.value("edits_total", outcome="refused", kind="terminal") == 1


def test_tokens_and_cost_are_counted_by_provider_and_model(bench: Bench) -> None:
    bench.tell("model_call", **CALL)
    bench.tell("model_call", **CALL)
    who = {"provider": "anthropic", "model": "claude-sonnet-5-5"}
    assert bench.value("tokens_total", kind="input", **who) == 200
    assert bench.value("tokens_total", kind="cache_read", **who) == 80
    assert bench.value("tokens_total", kind="cache_write_1h", **who) == 14
    assert bench.value("tokens_total", kind="output", **who) == 40
    assert bench.value("tokens_total", kind="reasoning", **who) is None
    assert bench.value("cost_dollars_total", **who) == 1.0
    assert bench.value("unpriced_calls_total", **who) is None
    seconds = bench.value("model_call_seconds_sum", provider="anthropic", task="draft", outcome="ok")
    assert seconds == 6.0


def test_a_call_without_a_price_is_counted_as_such_and_not_as_free(bench: Bench) -> None:
    bench.tell("model_call", **{**CALL, "cost": UNPRICED})
    who = {"provider": "anthropic", "model": "claude-sonnet-5-5"}
    assert bench.value("unpriced_calls_total", **who) == 1
    assert bench.value("cost_dollars_total", **who) in {None, 0.0}


def test_what_caching_saved_and_what_it_cost_on_top_are_counted_in_dollars(bench: Bench) -> None:
    who = {"provider": "anthropic", "model": "claude-sonnet-5-5"}
    bench.tell("model_call", **{**CALL, "cache_read": 1_000_000, "cache_write_1h": 0})
    assert bench.value("tokens_total", kind="cache_read", **who) == 1_000_000
    plain, read, hour, minutes = 2.0, 0.1, 4.0, 2.5  # dollars a million tokens
    assert bench.value("cache_saved_dollars_total", **who) == pytest.approx(plain - read)
    assert bench.value("cache_surcharge_dollars_total", **who) is None
    bench.tell(
        "model_call",
        **{**CALL, "cache_read": 0, "cache_write_1h": 1_000_000, "cache_write_5m": 1_000_000},
    )
    assert bench.value("cache_saved_dollars_total", **who) == pytest.approx(plain - read)
    assert bench.value("cache_surcharge_dollars_total", **who) == pytest.approx(hour + minutes - 2 * plain)


def test_what_caching_saves_at_an_unknown_price_is_not_guessed(bench: Bench) -> None:
    bench.tell("model_call", **{**CALL, "cost": UNPRICED})
    bench.tell("model_call", **{**CALL, "model": "made-up"})
    saved = {sample.name for sample in samples(bench.metrics) if "cache_s" in sample.name}
    assert "crossroads_cache_saved_dollars_total" not in saved


def test_every_series_stands_in_the_docs_with_its_labels() -> None:
    rows = re.findall(r"^\| `crossroads_(\w+)` \| ([\w, ]*?) ?\|", DOCS.read_text(), re.MULTILINE)
    specs = [*PLAIN, *(spec for spec in vars(series).values() if isinstance(spec, Spec))]
    told = {spec.name + "_total" * (spec.kind is Counter): ", ".join(spec.labels) for spec in specs}
    assert dict(rows) == told


def test_a_call_that_was_never_billed_has_seconds_and_nothing_else(bench: Bench) -> None:
    bench.tell("model_call", provider="openai", model="", task="draft", outcome="unavailable", seconds=1.0)
    labels = {"provider": "openai", "task": "draft", "outcome": "unavailable"}
    assert bench.value("model_call_seconds_count", **labels) == 1
    assert not [sample for sample in samples(bench.metrics) if sample.name == "crossroads_tokens_total"]


def test_retries_are_counted_apart_from_those_that_were_denied(bench: Bench) -> None:
    bench.tell("model_retry", provider="openai", attempt=1, wait=1.2, cause="overloaded")
    bench.tell("model_retry", provider="openai", attempt=2, wait=2.2, cause="overloaded")
    bench.tell("model_retry_denied", provider="openai", attempt=1, cause="overloaded")
    assert bench.value("model_retries_total", provider="openai") == 2
    assert bench.value("model_retries_denied_total", provider="openai") == 1


def test_cache_hits_and_misses_are_counted_by_space(bench: Bench) -> None:
    for hit in (True, False, False):
        bench.tell("cache", space="documents", hit=hit)
    assert bench.value("cache_lookups_total", space="documents", result="hit") == 1
    assert bench.value("cache_lookups_total", space="documents", result="miss") == 2


def test_files_are_counted_by_kind_or_by_why_they_were_not_read(bench: Bench) -> None:
    bench.tell("file_read", kind="pdf", passages=40, characters=5_000, warnings=0)
    bench.tell("file_refused", code="locked", cause="")
    bench.tell("file_not_fetched", code="gone")
    assert bench.value("files_read_total", kind="pdf") == 1
    assert bench.value("files_refused_total", code="locked") == 1
    assert bench.value("files_refused_total", code="gone") == 1


def test_memory_is_what_it_was_at_the_last_look(bench: Bench) -> None:
    bench.tell("memory", resident=900, limit=1_000, share=0.9, accepting=True)
    bench.tell("memory", resident=300, limit=1_000, share=0.3, accepting=True)
    assert (bench.value("memory_bytes"), bench.value("memory_limit_bytes")) == (300, 1_000)


def test_lag_and_refused_requests_are_there(bench: Bench) -> None:
    bench.tell("loop_lag", seconds=0.03)
    bench.tell("request_refused", reason="stale", status=401)
    assert bench.value("event_loop_lag_seconds_bucket", le="0.05") == 1
    assert bench.value("requests_refused_total", reason="stale") == 1


def test_a_server_that_invents_names_of_models_does_not_fill_the_memory(bench: Bench) -> None:
    for number in range(MOST + 50):
        bench.tell("model_call", **{**CALL, "model": f"model-{number}"})
    models = {
        sample.labels["model"]
        for sample in samples(bench.metrics)
        if sample.name == "crossroads_cost_dollars_total"
    }
    assert len(models) == MOST + 1
    other = {"provider": "other", "model": "other"}
    assert bench.value("cost_dollars_total", **other) == pytest.approx(50 * 0.5)


@pytest.mark.parametrize(
    "value",
    ["T0123ABCDE", "U0123ABCDE", "Should we hire?", "a" * 65, "日本", "one\ntwo", '"}', 3.5e300],
)
def test_what_is_no_short_word_is_counted_under_other(bench: Bench, value: Scalar) -> None:
    bench.tell("file_refused", code=value)
    assert bench.value("files_refused_total", code="other") == 1


@settings(max_examples=25)  # each is rendered and read back
@given(facts=st.lists(st.tuples(EVENTS, st.dictionaries(KEYS, scalars, max_size=8)), max_size=8))
def test_whatever_comes_is_taken_and_read_back(facts: list[tuple[str, dict[str, Scalar]]]) -> None:
    metrics = Metrics()
    for event, keys in facts:
        metrics.observe(event, **keys)
    found = samples(metrics)
    assert found
    for sample in found:
        assert not {"workspace", "user", "job", "text", "brief"} & set(sample.labels)
        assert all(label.isascii() and len(label) <= 64 for label in sample.labels.values())


def test_a_fact_that_nobody_counts_leaves_no_trace(bench: Bench) -> None:
    before = values(bench.metrics)
    bench.tell("serving", port=3000, provider="anthropic", seconds=1.0)
    assert values(bench.metrics) == before


def values(metrics: Metrics) -> list[Sample]:
    """All but the moments at which series were made."""
    return [sample for sample in samples(metrics) if not sample.name.endswith("_created")]
