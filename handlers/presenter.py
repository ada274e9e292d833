"""Where a job stands, and how it ended, as views; pure."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import CrossroadsError, DraftForgotten, InputError, NothingDrafted
from core.jobs.model import Ending, Outcome
from handlers.blocks.buttons import try_again
from handlers.blocks.parts import Button
from handlers.blocks.problem import problem
from handlers.blocks.progress import Progress, progress
from handlers.blocks.text import duration
from handlers.errors import Problem, explain
from handlers.standing import Standing
from handlers.view import View

_ANEW = "Try again starts it anew."
_FAILURES = {
    "timeout": Problem(
        what="It took longer than a draft may take, and was ended.",
        next_step="Try again, with fewer files or a narrower brief.",
    ),
    "ShortOfMemory": Problem(
        what="The server is short of memory, and that did not ease in the time that a job may wait.",
        next_step="Try again in a few minutes.",
    ),
    "crashed": Problem(
        what="The work on it was cut off several times.",
        next_step="Try again; if it happens twice, tell whoever runs Crossroads.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Somebody stopped the job."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """The job got no turn within `waited` seconds."""

    waited: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The job ended without a draft. `again` tells whether another attempt may end otherwise.

    `kept` tells whether there is something that is still there.
    """

    problem: Problem
    again: bool = True
    kept: bool = True


End = Stopped | Expired | Failed


def failure(error: CrossroadsError) -> Failed:
    """The end that an error puts to a job."""
    return Failed(
        problem=explain(error),
        again=not isinstance(error, InputError),
        kept=not isinstance(error, (DraftForgotten, NothingDrafted)),
    )


def end_of(ending: Ending, *, waited: float) -> End:
    """The end that the queue tells of; `waited` is how long (seconds) a job may wait there."""
    if ending.outcome is Outcome.CANCELLED:
        return Stopped()
    if ending.outcome is Outcome.EXPIRED:
        return Expired(waited=waited)
    return Failed(problem=_FAILURES.get(ending.reason, explain(CrossroadsError())))


def present(standing: Standing, elapsed: float) -> View:
    """The message while the work goes on, `elapsed` seconds after it began."""
    shown = Progress(
        stage=standing.stage,
        detail=standing.detail,
        elapsed=elapsed,
        past=standing.past,
        now=standing.now,
        coming=standing.coming,
        stop=standing.job if standing.can_stop else None,
    )
    return progress(shown, standing.kind)


def ended(standing: Standing, end: End, elapsed: float, *, offers: tuple[Button, ...] = ()) -> View:
    """The message of a job that ended without a result; `offers` are buttons besides Try again."""
    again = (try_again(standing.job), *offers)
    words = standing.words
    kept = words.kept or _kept(standing.files)
    match end:
        case Stopped():
            told = Problem(what=f"This {words.noun} was stopped after {duration(elapsed)}.", next_step=_ANEW)
            return problem("Stopped", told, kept=kept, buttons=again)
        case Expired():
            told = Problem(
                what=f"No turn came free within {duration(end.waited)}.",
                next_step="Try again now, or in a minute, when fewer drafts are waiting.",
            )
            return problem("Not started", told, kept=kept, buttons=again)
        case Failed():
            buttons = again if end.again else offers
            return problem(words.failed, end.problem, kept=kept if end.kept else "", buttons=buttons)


def forgotten(standing: Standing) -> View:
    """The message of a draft that was deleted while it was worked on."""
    return ended(standing, failure(DraftForgotten()), 0.0)


def _kept(files: int) -> str:
    if not files:
        return "Your brief is kept."
    return f"Your brief and the {'file' if files == 1 else f'{files} files'} beside it are kept."
