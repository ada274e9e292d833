from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.llm.budget import ALLOWANCE, SHARE, WINDOW, RetryBudget
from tests.fakes.clock import JumpingClock


def test_a_lone_call_may_retry() -> None:
    budget = RetryBudget(clock=JumpingClock())
    budget.request()
    assert budget.take()
    assert budget.take()


def test_retries_end_with_the_allowance_and_a_tenth_of_the_requests() -> None:
    budget = RetryBudget(clock=JumpingClock())
    for _ in range(50):
        budget.request()
    assert sum(budget.take() for _ in range(1_000)) == 25


def test_a_calm_window_later_the_allowance_is_whole_again() -> None:
    clock = JumpingClock()
    budget = RetryBudget(clock=clock)
    while budget.take():
        pass
    clock.advance(WINDOW)
    assert sum(budget.take() for _ in range(1_000)) == ALLOWANCE


def test_requests_that_left_the_window_are_forgotten_without_any_retry() -> None:
    clock = JumpingClock()
    budget = RetryBudget(clock=clock)
    for _ in range(1_000):
        budget.request()
        clock.advance(WINDOW / 10)
    assert len(budget._requests) <= 10


@given(st.lists(st.tuples(st.floats(min_value=0, max_value=90), st.integers(0, 4))))
def test_no_retry_is_granted_beyond_what_the_requests_of_its_window_earn(
    steps: list[tuple[float, int]],
) -> None:
    clock = JumpingClock()
    budget = RetryBudget(clock=clock)
    requests: list[float] = []
    retries: list[float] = []
    for pause, wanted in steps:
        clock.advance(pause)
        budget.request()
        requests.append(clock.monotonic())
        granted = [clock.monotonic() for _ in range(wanted) if budget.take()]
        retries += granted
        since = clock.monotonic() - WINDOW
        recent = sum(t > since for t in retries)
        assert not granted or recent <= ALLOWANCE + SHARE * sum(t > since for t in requests)
