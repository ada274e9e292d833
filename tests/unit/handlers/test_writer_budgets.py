"""What we take of Slack is less than what Slack gives."""

from __future__ import annotations

import pytest

from core.pacing.limits import Budget, Priority
from handlers import budgets

WORKSPACE, CHANNEL = budgets.posts("T1", "C1")


# https://docs.slack.dev/apis/web-api/rate-limits, per minute
@pytest.mark.parametrize(
    ("budget", "given"),
    [
        (budgets.edits("T1")[0], 50),
        (budgets.looks("T1", in_thread=True)[0], 50),
        (budgets.looks("T1", in_thread=False)[0], 50),
        (budgets.files("T1")[0], 100),
        (CHANNEL, 61),
        (WORKSPACE, 300),
    ],
    ids=lambda value: " ".join(value.key) if isinstance(value, Budget) else str(value),
)
def test_a_minute_of_calls_is_within_what_slack_gives(budget: Budget, given: int) -> None:
    limit = budget.limit
    evenly = limit.burst + 60 * limit.calls / limit.seconds
    assert min(evenly, limit.most(Priority.TERMINAL)) <= given


def test_each_workspace_and_each_method_has_a_budget_of_its_own() -> None:
    teams = [[*budgets.edits(t), *budgets.posts(t, "C1"), *budgets.files(t)] for t in ("T1", "T2")]
    looks = [*budgets.looks("T1", in_thread=True), *budgets.looks("T1", in_thread=False)]
    keys = [budget.key for budget in [*teams[0], *teams[1], *looks]]
    assert len(set(keys)) == len(keys)
