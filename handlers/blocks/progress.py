"""The message while the work goes on: the stage and its detail, what is done, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.blocks.buttons import stop
from handlers.blocks.parts import actions, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import clock, one_line
from handlers.view import Kind, View

DONE, RUNNING, WAITING = "✓", "●", "○"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a job is. `past`, `now` and `coming` are lines; `stop` is the job to stop, None for none."""

    stage: str
    detail: str = ""
    elapsed: float
    past: tuple[str, ...] = ()
    now: str = ""
    coming: tuple[str, ...] = ()
    stop: str | None = None


def progress(shown: Progress, kind: Kind) -> View:
    """The message as it stands now."""
    parts = [shown.stage, *([shown.detail] if shown.detail else [])]
    marked = [(DONE, line) for line in shown.past]
    marked += [(RUNNING, shown.now)] if shown.now else []
    marked += [(WAITING, line) for line in shown.coming]
    head = " ".join(f"· {part}" for part in (*parts[1:], clock(shown.elapsed)))
    told = "\n".join((head, *(f"{mark} {one_line(line)}" for mark, line in marked)))
    blocks = [section(told, title=shown.stage, beside=True)]
    if shown.stop is not None:
        blocks.append(actions([stop(shown.stop)]))
    return chain(kind, Rendering(text=" · ".join(parts), blocks=blocks))
