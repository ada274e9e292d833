"""What a workspace can choose, and what holds where it chose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.store.records import Tier, Watch, Workspace
from handlers.choices import RETENTION, choices_of, retention_days, retentions
from handlers.operation import Operation

DAYS = st.integers(1, 3_650)


def operation(*, days: int = 90, risks: bool = False) -> Operation:
    return Operation(version="1", drafters=(), memory=lambda: None, risks=risks, retention_days=days)


@pytest.mark.parametrize(
    ("longest", "offered"),
    [
        (90, (7, 30, 90)),
        (365, (7, 30, 90, 180, 365)),
        (45, (7, 30, 45)),
        (3, (3,)),
        (400, (7, 30, 90, 180, 365, 400)),
    ],
)
def test_nothing_is_offered_that_is_longer_than_whoever_runs_the_bot_keeps(
    longest: int, offered: tuple[int, ...]
) -> None:
    assert retentions(longest) == offered


@given(DAYS, DAYS)
def test_what_holds_is_among_what_is_offered_and_never_longer(chosen: int, longest: int) -> None:
    workspace = Workspace(id="T1", settings={RETENTION: str(chosen)})
    choices = choices_of(workspace, [], operation(days=longest))
    assert choices.days == min(chosen, longest)
    assert choices.days in choices.offered
    assert max(choices.offered) == longest
    assert sorted(choices.offered) == list(choices.offered)


@pytest.mark.parametrize("stored", ["", "0", "soon", "-7"])
def test_what_is_no_number_of_days_is_no_choice(stored: str) -> None:
    assert retention_days(Workspace(id="T1", settings={RETENTION: stored}), 90) == 90


@pytest.mark.parametrize("default", [True, False])
def test_risks_are_as_chosen_and_else_as_for_all(*, default: bool) -> None:
    everywhere = operation(risks=default)
    assert choices_of(Workspace(id="T1"), [], everywhere).risks is default
    assert choices_of(Workspace(id="T1", risks=not default), [], everywhere).risks is not default


def test_watched_channels_and_the_tier_are_as_stored() -> None:
    watch = Watch(workspace="T1", channel="C1", author="U1", created=0)
    found = choices_of(Workspace(id="T1", tier=Tier.PREMIUM), [watch], operation())
    assert (found.tier, found.watched) == (Tier.PREMIUM, ("C1",))
