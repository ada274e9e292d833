"""How far apart the edits of one message are."""

from __future__ import annotations

import pytest

from core.pacing.limits import Priority
from core.pacing.spacing import Spacing


@pytest.mark.parametrize(
    ("writers", "replicas", "expected"), [(0, 1, 1.2), (1, 1, 4 / 3), (3, 1, 4.0), (3, 2, 8.0)]
)
def test_the_ticks_of_a_workspace_share_its_rate(writers: int, replicas: int, expected: float) -> None:
    spacing = Spacing()
    spacing.writers["T1"] = writers
    spacing.writers["T2"] = 100
    assert spacing.interval(Priority.TICK, "T1", replicas=replicas) == pytest.approx(expected)


def test_the_end_waits_for_no_edit_before_it() -> None:
    spacing = Spacing()
    spacing.writers["T1"] = 100
    assert spacing.interval(Priority.TERMINAL, "T1", replicas=2) == 0.0


@pytest.mark.parametrize("priority", [Priority.ERROR, Priority.STAGE])
def test_what_outranks_a_tick_waits_for_its_own_message_only(priority: Priority) -> None:
    spacing = Spacing()
    spacing.writers["T1"] = 100
    assert spacing.interval(priority, "T1") == 1.2
