"""One line a job, whatever is told of it, by whom and in which order."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import canonical
from bot.canonical import GONE, RAN, Canonical
from bot.gathering import KEYS
from bot.logs import JOB
from core.llm.metering import UNPRICED
from core.telemetry import Scalar
from tests.fakes.clock import JumpingClock
from tests.fakes.facts import Facts
from tests.unit.bot.logged import log

STARTED: dict[str, Any] = {"workspace": "T1", "attempt": 1, "waited": 0.5}
CALL: dict[str, Any] = {
    "provider": "anthropic",
    "model": "claude-sonnet-5-5",
    "task": "draft",
    "outcome": "ok",
    "seconds": 3.0,
    "input": 100,
    "output": 20,
    "cost": 0.25,
}


class Bench:
    def __init__(self) -> None:
        self.clock = JumpingClock()
        self.passed_on = Facts()
        self.tell = Canonical(self.passed_on, clock=self.clock)

    @property
    def lines(self) -> list[dict[str, Scalar]]:
        return [facts for event, facts in self.passed_on.seen if event == JOB]

    def run(self, job: str) -> None:
        """A job from its start to its end, in two seconds."""
        self.tell("job_started", job=job, **STARTED)
        self.clock.advance(2)
        self.tell("job_ran", job=job, workspace="T1", attempt=1, seconds=2.0)
        self.tell("job_ended", job=job, workspace="T1", outcome="done", reason="")


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_job_is_told_in_one_line_from_the_ack_to_the_last_edit(bench: Bench) -> None:
    tell = bench.tell
    with tell.job("J1"):
        tell("acked", kind="mention", seconds=0.1)
    bench.clock.advance(0.5)
    tell("job_started", job="J1", **STARTED)
    with tell.job("J1"):
        tell("file_fetched", bytes=3_000)
        tell("file_read", kind="csv", passages=12, characters=900, warnings=0)
        tell("file_not_fetched", code="gone")
        tell("stage", stage="reading", seconds=0.5)
        for cost in (0.25, UNPRICED):
            tell("model_call", **{**CALL, "cost": cost})
        tell("model_retry", provider="anthropic", attempt=1, wait=1.0, cause="overloaded")
        tell("stage", stage="drafting", seconds=4.0)
        tell("stage", stage="drafting", seconds=1.0)
        tell("cache", space="replies", hit=False)
        tell("cache", space="documents", hit=True)
        tell("edit", outcome="coalesced", workspace="T1", kind="tick", cause="newer")
        tell("picture_missing", cause="PictureFailed")
        for _ in range(2):
            tell("edit", outcome="sent", workspace="T1", kind="stage", waited=0.0)
    bench.clock.advance(6)
    tell("job_ran", job="J1", workspace="T1", attempt=1, seconds=6.0)
    assert bench.lines == []
    tell("job_ended", job="J1", workspace="T1", outcome="done", reason="")
    assert bench.lines == [
        {
            "job": "J1",
            "outcome": "done",
            "workspace": "T1",
            "acked": 1,
            "attempt": 1,
            "waited": 0.5,
            "ran": 6.0,
            "reading_seconds": 0.5,
            "drafting_seconds": 5.0,
            "files_fetched": 1,
            "file_bytes": 3_000,
            "files_read": 1,
            "files_refused": 1,
            "provider": "anthropic",
            "model": "claude-sonnet-5-5",
            "model_calls": 2,
            "model_retries": 1,
            "model_seconds": 6.0,
            "input_tokens": 200,
            "output_tokens": 40,
            "cost": 0.25,
            "unpriced_calls": 1,
            "cache_hits": 1,
            "cache_misses": 1,
            "edits_sent": 2,
            "edits_coalesced": 1,
            "picture_missing": 1,
            "seconds": 6.5,
        }
    ]


def test_facts_outside_of_a_job_are_passed_on_as_they_are(bench: Bench) -> None:
    bench.tell("cache", space="replies", hit=True)
    assert bench.passed_on.seen == [("cache", {"space": "replies", "hit": True})]


def test_facts_of_a_job_are_passed_on_with_its_id(bench: Bench) -> None:
    with bench.tell.job("J1"):
        bench.tell("cache", space="replies", hit=True)
        bench.tell("job_failed", job="J2", workspace="T1", cause="KeyError", at="draft.py:3")
    assert bench.passed_on.seen == [
        ("cache", {"space": "replies", "hit": True, "job": "J1"}),
        ("job_failed", {"job": "J2", "workspace": "T1", "cause": "KeyError", "at": "draft.py:3"}),
    ]


def test_a_job_that_failed_tells_why_and_where(bench: Bench) -> None:
    bench.tell("job_failed", job="J1", workspace="T1", cause="KeyError", at="draft.py:3")
    bench.tell("job_ended", job="J1", workspace="T1", outcome="failed", reason="KeyError")
    (line,) = bench.lines
    assert (line["outcome"], line["reason"], line["cause"], line["at"]) == (
        "failed",
        "KeyError",
        "KeyError",
        "draft.py:3",
    )


async def test_jobs_at_the_same_time_do_not_mix_and_tasks_belong_to_who_began_them(bench: Bench) -> None:
    async def edit() -> None:
        await asyncio.sleep(0)
        bench.tell("edit", outcome="sent", workspace="T1", kind="stage")

    async def work(job: str, edits: int) -> None:
        with bench.tell.job(job):
            async with asyncio.TaskGroup() as group:
                for _ in range(edits):
                    group.create_task(edit())
        bench.tell("job_ended", job=job, workspace="T1", outcome="done", reason="")

    async with asyncio.TaskGroup() as group:
        for edits in (1, 2, 3):
            group.create_task(work(f"J{edits}", edits))
    assert {line["job"]: line["edits_sent"] for line in bench.lines} == {"J1": 1, "J2": 2, "J3": 3}


def test_a_job_that_ended_waits_for_whoever_still_works_on_its_message(bench: Bench) -> None:
    with bench.tell.job("J1"):
        with bench.tell.job("J1"):
            bench.run("J1")
        assert bench.lines == []
        bench.tell("edit", outcome="sent", workspace="T1", kind="terminal")
    assert [line["edits_sent"] for line in bench.lines] == [1]


def test_what_comes_after_the_end_is_passed_on_and_makes_no_second_line(bench: Bench) -> None:
    bench.run("J1")
    with bench.tell.job("J1"):
        bench.tell("edit", outcome="sent", workspace="T1", kind="terminal")
    bench.clock.advance(10 * GONE)
    bench.tell("memory")
    bench.tell.close()
    assert len(bench.lines) == 1
    assert bench.passed_on.count("edit", job="J1") == 1


def test_a_job_that_ran_here_and_ends_elsewhere_is_told_once_it_is_quiet(bench: Bench) -> None:
    bench.tell("job_started", job="J1", **STARTED)
    bench.clock.advance(10 * GONE)
    bench.tell("memory")
    assert bench.lines == []
    bench.tell("job_ran", job="J1", workspace="T1", attempt=1, seconds=4.0)
    bench.clock.advance(RAN)
    bench.tell("memory")
    assert bench.lines == []
    bench.clock.advance(RAN)
    bench.tell("memory")
    assert [(line["outcome"], line["ran"]) for line in bench.lines] == [("elsewhere", 4.0)]


def test_a_job_that_was_only_acked_here_is_told_much_later(bench: Bench) -> None:
    with bench.tell.job("J1"):
        bench.tell("acked")
        bench.clock.advance(2 * GONE)
        bench.tell("job_started", job="J2", **STARTED)
        assert bench.lines == []  # somebody works in its context still
    bench.tell("memory")
    bench.clock.advance(GONE)
    bench.tell("memory")
    assert bench.lines == [{"job": "J1", "outcome": "elsewhere", "acked": 1, "seconds": 0.0}]


def test_a_job_nothing_was_told_of_has_no_line(bench: Bench) -> None:
    with bench.tell.job("J1"):
        pass
    bench.tell.close()
    assert bench.lines == []


def test_what_is_under_way_when_the_process_ends_is_told_as_interrupted(bench: Bench) -> None:
    bench.tell("job_started", job="J1", **STARTED)
    bench.tell.close()
    assert [line["outcome"] for line in bench.lines] == ["interrupted"]


def test_jobs_that_never_end_do_not_fill_the_memory(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "OPEN", 3)
    monkeypatch.setattr(canonical, "CLOSED", 3)
    with bench.tell.job("J0"):
        for number in range(5):
            bench.tell("job_started", job=f"J{number}", **STARTED)
    assert [line["job"] for line in bench.lines] == ["J0", "J1"]
    for number in range(10, 20):
        bench.run(f"J{number}")
    assert len(bench.tell._open) <= 3
    assert len(bench.tell._ended) == 3


EVENTS = st.sampled_from(
    ["job_started", "job_ran", "job_ended", "job_failed", "stage", "model_call", "cache", "edit"]
) | st.text(max_size=12)
FACTS = st.dictionaries(
    st.sampled_from(
        ["stage", "seconds", "outcome", "reason", "cost", "input", "provider", "hit", "workspace"]
    ),
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
)


@settings(max_examples=40)
@given(st.lists(st.tuples(EVENTS, FACTS, st.sampled_from(["J1", "J2"])), max_size=8))
def test_whatever_is_told_every_job_has_at_most_one_line_and_it_can_be_written(
    told: list[tuple[str, dict[str, Scalar], str]],
) -> None:
    with log("DEBUG") as written:
        tell = Canonical(written.emit, clock=JumpingClock())
        for event, facts, job in told:
            tell(event, **{**facts, "job": job})
        tell.close()
    lines = [line for line in written.lines if line["event"] == JOB]
    assert len(lines) == len({line["job"] for line in lines}) <= len({job for *_, job in told})


def test_the_line_of_a_job_has_an_end_whatever_is_invented(bench: Bench) -> None:
    for number in range(26 * 26):
        bench.tell(f"invented_{chr(97 + number // 26)}{chr(97 + number % 26)}", job="J1")
    bench.tell("stage", job="J1", stage="Should we hire?", seconds=1.0)
    bench.tell.close()
    assert len(bench.lines[0]) <= KEYS + 3
