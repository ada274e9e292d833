"""The stages of a draft, live on standard error; one line a stage where that is no terminal."""

from __future__ import annotations

from types import TracebackType
from typing import NamedTuple, Self

from rich.console import Console, RenderableType
from rich.live import Live
from rich.table import Table
from rich.text import Text

from core.clock import Clock
from core.pipeline.events import (
    Checking,
    Critiqued,
    Done,
    Drafting,
    Event,
    FileNote,
    Queued,
    Reading,
    Repairing,
    Revised,
    Suggested,
)
from handlers.errors import provider_name

DONE, FAILED, RUNNING, WAITING = "✓", "–", "●", "○"
LAST = "Check, analyse, draw"


class Work(NamedTuple):
    """What is being done, in the words of its lines."""

    coming: str = "Draft"
    now: str = "Drafting"
    done: str = "Drafted"
    thing: str = "draft"
    item: str = "node"
    last: tuple[str, ...] = (LAST,)


DRAFTING = Work()
REVISING = Work("Revise", "Revising", "Revised to", "revision")
CRITIQUING = Work("Look it over", "Looking it over", "Looked it over", "critique", "finding", ())
SUGGESTING = Work("Think of options", "Thinking of options", "Found", "list", "option", ())


class Progress:
    """Follows the events of a draft, or of other `work`. `files` is how many came with it."""

    def __init__(
        self, *, files: int, clock: Clock, console: Console | None = None, work: Work = DRAFTING
    ) -> None:
        self._work = work
        self._files = files
        self._clock = clock
        self._console = console or Console(stderr=True, highlight=False)
        self._started = clock.monotonic()
        self._refused: list[FileNote] = []
        self._past: list[tuple[str, str]] = []
        self._now = "Starting"
        self._provider = ""
        self._next: tuple[str, ...] = (work.coming, *work.last)
        self._live = Live(get_renderable=lambda: self.renderable, console=self._console, refresh_per_second=8)

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the last state on the screen."""
        if self._console.is_terminal:
            self._live.stop()

    def take(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Queued():
                if self._files:
                    self._now = f"Reading {_count(self._files, 'file')}"
            case Reading():
                self._read(event)
            case Drafting():
                self._begin_drafting(event)
            case Checking():
                self._finish(
                    f"{self._work.done} {_count(event.nodes, 'node')} and {_count(event.edges, 'link')}"
                )
                self._now, self._next = LAST, ()
            case Repairing():
                count = _count(len(event.violations), "rule")
                so_far = f", {_count(event.nodes, 'node')} so far" if event.nodes else ""
                self._now = f"Repairing: the {self._work.thing} breaks {count}{so_far}"
            case Done() | Revised():
                self._finish("Checked and analysed")
                self._now = ""
            case Critiqued(findings=items) | Suggested(suggestions=items):
                self._found(len(items))

    def _found(self, count: int) -> None:
        """The end of work that makes no graph."""
        self._finish(f"{self._work.done}: {_count(count, self._work.item)}")
        self._now, self._next = "", ()

    def _read(self, event: Reading) -> None:
        if event.latest is not None and event.latest.status == "refused":
            self._refused.append(event.latest)
        self._now = f"Reading · {event.done} of {_count(event.total, 'file')}"
        if event.done == event.total:
            good = event.total - len(self._refused)
            why = "; ".join(f"{note.name}: {note.message}" for note in self._refused)
            self._finish(f"Read {good} of {_count(event.total, 'file')}" + (f" ({why})" if why else ""))

    def _begin_drafting(self, event: Drafting) -> None:
        if self._provider not in {"", event.provider}:
            self._finish(f"{provider_name(self._provider)} did not work out", FAILED)
        self._provider, self._next = event.provider, self._work.last
        who = f"with {event.model}" if event.provider != "template" else "without a model"
        self._now = f"{self._work.now} {who}" + (
            f" · {_count(event.nodes, self._work.item)} so far" if event.nodes else ""
        )

    def _finish(self, line: str, mark: str = DONE) -> None:
        self._past.append((mark, line))
        if not self._console.is_terminal:
            self._console.print(Text(f"{mark} {line}"))

    @property
    def renderable(self) -> RenderableType:
        """The stages as they stand: done, running with its time, still to come."""
        seconds = int(self._clock.monotonic() - self._started)
        grid = Table.grid(expand=False, padding=(0, 1))
        for mark, line in self._past:
            grid.add_row(Text(mark, style="green" if mark == DONE else "dim"), Text(line), "")
        if self._now:
            grid.add_row(Text(RUNNING), Text(self._now, style="bold"), f"{seconds // 60}:{seconds % 60:02}")
        for line in self._next:
            grid.add_row(Text(WAITING, style="dim"), Text(line, style="dim"), "")
        return grid


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
