"""The latest wins, and nothing comes after the end."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from core.pacing.limits import Priority
from core.pacing.slot import Slot


@dataclass(frozen=True)
class Line:
    fingerprint: str
    priority: Priority = Priority.TICK


lines = st.builds(Line, st.sampled_from("abc"), st.sampled_from(list(Priority)))


def test_a_tick_in_the_place_of_a_stage_is_as_urgent_as_the_stage() -> None:
    slot = Slot[Line]()
    slot.put(Line("a", Priority.STAGE))
    slot.put(Line("b"))
    priorities = [slot.priority]
    assert slot.take() == Line("b")
    slot.put(Line("c"))
    priorities.append(slot.priority)
    assert priorities == [Priority.STAGE, Priority.TICK]


def test_what_could_not_be_shown_is_as_urgent_as_before() -> None:
    slot = Slot[Line]()
    slot.put(Line("a", Priority.STAGE))
    slot.put(Line("b"))
    slot.put_back(slot.take())
    assert slot.priority is Priority.STAGE
    assert slot.take() == Line("b")


def test_what_could_not_be_shown_gives_way_to_what_came_meanwhile() -> None:
    slot = Slot[Line]()
    slot.put(Line("a", Priority.ERROR))
    failed = slot.take()
    slot.put(Line("b"))
    slot.put_back(failed)
    assert slot.priority is Priority.ERROR
    assert slot.take() == Line("b")
    assert slot.is_empty


def test_progress_that_could_not_be_shown_is_not_wanted_after_the_end() -> None:
    slot = Slot[Line]()
    slot.put(Line("a"))
    failed = slot.take()
    slot.close()
    slot.put_back(failed)
    assert slot.is_empty
    slot.put_back(Line("end", Priority.TERMINAL))
    assert slot.take().fingerprint == "end"


def test_forgetting_progress_keeps_the_end_and_lets_more_progress_come() -> None:
    slot = Slot[Line]()
    slot.put(Line("a"))
    slot.forget_progress()
    assert slot.is_empty
    assert slot.put(Line("b"))
    slot.put(Line("end", Priority.TERMINAL))
    slot.forget_progress()
    assert slot.take().fingerprint == "end"


@given(given_lines=st.lists(lines, min_size=1))
def test_after_an_end_only_ends_are_held(given_lines: list[Line]) -> None:
    slot = Slot[Line]()
    ends = [line for line in given_lines if line.priority is Priority.TERMINAL]
    taken = [slot.put(line) for line in given_lines]
    held = slot.take()
    assert held == (ends[-1] if ends else given_lines[-1])
    first_end = next(
        (i for i, line in enumerate(given_lines) if line.priority is Priority.TERMINAL), len(taken)
    )
    assert all(taken[:first_end])
    assert taken[first_end:] == [line.priority is Priority.TERMINAL for line in given_lines[first_end:]]


@given(shown=lines, held=lines)
def test_only_what_looks_different_is_news(shown: Line, held: Line) -> None:
    slot = Slot[Line]()
    assert not slot.is_news
    slot.shows(shown)
    slot.put(held)
    assert slot.is_news == (shown.fingerprint != held.fingerprint)
