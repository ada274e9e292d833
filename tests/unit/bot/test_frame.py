"""A run of the command line: however it ends, there is one sentence and an exit code."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.cli import EXIT_INPUT, EXIT_PROVIDER, EXIT_STOPPED, frame
from bot.cli.frame import Outcome
from bot.cli.given import Unusable
from bot.cli.progress import DRAFTING
from core.clock import SystemClock
from core.errors import BriefTooShort, InstructionMissing, ModelUnavailable
from core.pipeline.events import Done, Event, Queued


def ended(raised: BaseException | None = None, outcome: Outcome[str] | None = None) -> tuple[int, list[str]]:
    """The exit code of a run that ends so, and what it has shown."""
    shown: list[str] = []

    async def done() -> Outcome[str]:
        await asyncio.sleep(0)
        if raised is not None:
            raise raised
        return outcome or Outcome(result="made")

    return frame.run(done, lambda made: shown.append(made.result), stopped="Stopped."), shown


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (KeyboardInterrupt(), EXIT_STOPPED, "Stopped."),
        (Unusable("Name another folder."), EXIT_INPUT, "Name another folder."),
        (BriefTooShort(length=3, minimum=30), EXIT_INPUT, "30"),
        (InstructionMissing(), EXIT_INPUT, "."),
        (ModelUnavailable("anthropic", "down"), EXIT_PROVIDER, "Without a model: add --provider template."),
    ],
)
def test_whatever_stops_a_run_is_one_sentence_and_an_exit_code(
    raised: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(raised) == (code, [])
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert told.err.count("\n") == 1


def test_what_goes_wrong_before_anything_is_begun_is_told_the_same_way() -> None:
    def begin() -> frame.Begun[str]:
        raise Unusable("There is no file a.csv.")

    assert frame.run(begin, lambda _: None) == EXIT_INPUT


def test_what_was_made_is_shown_and_then_what_could_not_be_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ended() == (0, ["made"])
    assert capsys.readouterr().err == ""
    assert ended(outcome=Outcome(result="half", problem="No picture.")) == (0, ["half"])
    assert ended(outcome=Outcome(result="kept", problem="Disk full.", code=EXIT_INPUT)) == (
        EXIT_INPUT,
        ["kept"],
    )
    assert capsys.readouterr().err == "No picture.\nDisk full.\n"


async def test_work_that_ends_without_its_last_event_is_a_fault_of_ours() -> None:
    closed: list[bool] = []

    async def events() -> AsyncGenerator[Event]:
        try:
            yield Queued()
        finally:
            closed.append(True)

    with pytest.raises(AssertionError, match="Done"):
        await frame.followed(events(), Done, work=DRAFTING, clock=SystemClock())
    assert closed == [True]
    found = await frame.followed(events(), Queued, work=DRAFTING, clock=SystemClock())
    assert found == Queued()
    assert closed == [True, True]
