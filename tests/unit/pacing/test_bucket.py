"""How many calls a bucket lets through, and when."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pacing.bucket import Bucket
from core.pacing.limits import Limit, Priority

EDITS = Limit(calls=45, seconds=60, burst=5, reserve=0.2, ceiling=50)
POSTS = Limit(calls=1, seconds=1)

priorities = st.sampled_from(list(Priority))
gaps = st.sampled_from([0.0, 0.0, 0.1, 1.0, 4 / 3, 5.0, 60.0])


def burst_of(bucket: Bucket, priority: Priority, *, now: float = 0.0) -> int:
    """How many calls go at one moment."""
    count = 0
    while bucket.ready_at(priority) <= now:
        bucket.take(now)
        bucket.answered(now)
        count += 1
    return count


def test_a_burst_then_an_even_spread() -> None:
    bucket = Bucket(EDITS)
    assert burst_of(bucket, Priority.TICK) == 5
    assert bucket.ready_at(Priority.TICK) == pytest.approx(60 / 45)
    assert burst_of(bucket, Priority.TICK, now=1.34) == 1


def test_a_fifth_of_the_budget_is_there_for_terminals_when_the_rest_is_spent() -> None:
    bucket = Bucket(EDITS)
    burst_of(bucket, Priority.TICK)
    assert burst_of(bucket, Priority.ERROR) == 0
    assert burst_of(bucket, Priority.TERMINAL) == 9


def test_without_a_burst_calls_are_an_interval_apart() -> None:
    bucket = Bucket(POSTS)
    assert burst_of(bucket, Priority.TERMINAL) == 1
    assert bucket.ready_at(Priority.TERMINAL) == 1.0


def test_a_full_ceiling_waits_for_answers_and_then_for_the_window() -> None:
    bucket = Bucket(Limit(calls=600, seconds=60, burst=100, ceiling=2))
    bucket.take(0.0)
    bucket.take(0.0)
    assert bucket.ready_at(Priority.TERMINAL) == inf
    bucket.answered(30.0)
    assert bucket.ready_at(Priority.TERMINAL) == 90.0
    bucket.take(90.0)
    bucket.answered(91.0)
    bucket.answered(92.0)
    assert bucket.ready_at(Priority.TERMINAL) == 151.0


def test_progress_leaves_a_fifth_of_the_ceiling_to_terminals() -> None:
    bucket = Bucket(Limit(calls=600, seconds=60, burst=100, reserve=0.2, ceiling=50))
    assert burst_of(bucket, Priority.TICK) == 40
    assert burst_of(bucket, Priority.TERMINAL) == 10


def test_progress_waits_until_as_many_are_out_of_the_window_as_it_takes() -> None:
    bucket = Bucket(Limit(calls=600, seconds=60, burst=100, reserve=0.2, ceiling=5))
    for now in (1.0, 2.0, 3.0, 4.0, 5.0):
        bucket.take(now)
        bucket.answered(now)
    assert bucket.ready_at(Priority.TERMINAL) == 61.0
    assert bucket.ready_at(Priority.TICK) == 62.0  # two of the five, since one place is reserved


def test_a_frozen_bucket_lets_one_terminal_out_first_and_progress_after_the_reserve_is_back() -> None:
    bucket = Bucket(EDITS)
    bucket.freeze(30.0)
    bucket.freeze(10.0)
    assert bucket.ready_at(Priority.TERMINAL) == 30.0
    assert bucket.ready_at(Priority.TICK) == pytest.approx(30.0 + 9 * 60 / 45)
    assert burst_of(bucket, Priority.TERMINAL, now=30.0) == 1


def test_a_replica_has_its_part_and_never_less_than_one_call() -> None:
    bucket = Bucket(EDITS, replicas=2)
    assert burst_of(bucket, Priority.TICK) == 2
    bucket.share(60)
    assert burst_of(bucket, Priority.TERMINAL, now=1000.0) == 1
    assert EDITS.shared(60).ceiling == 1


def test_a_bucket_is_idle_once_a_new_one_would_be_the_same() -> None:
    bucket = Bucket(EDITS)
    assert bucket.is_idle(0.0)
    bucket.take(0.0)
    assert not bucket.is_idle(50.0)
    bucket.answered(50.0)
    assert not bucket.is_idle(109.0)
    assert bucket.is_idle(110.0)
    bucket.freeze(200.0)
    assert not bucket.is_idle(199.0)
    assert not bucket.is_idle(200.0)
    assert bucket.is_idle(300.0)


@given(
    asked=st.lists(st.tuples(gaps, priorities), max_size=400), answers_after=st.sampled_from([0.0, 0.3, 30.0])
)
def test_no_window_holds_more_than_the_ceiling_wherever_calls_are_counted(
    asked: list[tuple[float, Priority]], answers_after: float
) -> None:
    bucket, now = Bucket(EDITS), 0.0
    sent: list[tuple[float, Priority]] = []
    unanswered: list[float] = []
    for gap, priority in asked:
        now += gap
        while unanswered and unanswered[0] <= now:
            bucket.answered(unanswered.pop(0))
        if bucket.ready_at(priority) <= now:
            bucket.take(now)
            sent.append((now, priority))
            unanswered.append(now + answers_after)
    for start, _ in sent:
        # A call may be counted anywhere between sending and answer: the worst case is all of them late.
        within = [priority for at, priority in sent if at < start + 60 and at + answers_after >= start]
        assert len(within) <= 50
        progress = [at for at, priority in sent if priority is not Priority.TERMINAL and 0 <= at - start < 60]
        assert len(progress) <= 40


@given(asked=st.lists(st.tuples(gaps, priorities), max_size=200))
def test_progress_keeps_to_the_even_spread_but_for_its_burst(asked: list[tuple[float, Priority]]) -> None:
    bucket, now, sent = Bucket(EDITS), 0.0, list[float]()
    for gap, priority in asked:
        now += gap
        if bucket.ready_at(priority) <= now:
            bucket.take(now)
            bucket.answered(now)
            if priority is not Priority.TERMINAL:
                sent.append(now)
    for first, start in enumerate(sent):
        for last, stop in enumerate(sent[first:], first):
            assert last - first + 1 <= 5 + (stop - start) * 45 / 60 + 1e-6


@given(priority=priorities, count=st.integers(0, 60))
def test_a_more_urgent_call_never_waits_longer(priority: Priority, count: int) -> None:
    bucket = Bucket(EDITS)
    for _ in range(count):
        bucket.take(0.0)
        bucket.answered(0.0)
    assert all(
        bucket.ready_at(urgent) <= bucket.ready_at(priority) for urgent in Priority if urgent <= priority
    )
