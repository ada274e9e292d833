"""The stages on the terminal: what is shown while a draft runs, and what stays."""

from __future__ import annotations

import io

from rich.console import Console

from bot.cli.progress import Progress
from core.graph.model import Violation
from core.pipeline.events import Checking, Drafting, Event, FileNote, Queued, Reading, Repairing
from tests.fakes.clock import JumpingClock

VIOLATION = Violation(severity="error", code="MISSING_NUMBERS", at="a::b", message="A link has no belief.")


def shown(*events: Event, files: int = 0, seconds: float = 0.0) -> str:
    """The last state of a live terminal, without its escape codes."""
    console = Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)
    clock = JumpingClock()
    progress = Progress(files=files, clock=clock, console=console)
    with progress:
        for event in events:
            progress.take(event)
        clock.advance(seconds)
    with console.capture() as capture:
        console.print(progress.renderable)
    return capture.get()


def test_at_first_the_stages_to_come_are_open() -> None:
    screen = shown(Queued())
    assert "● Starting" in screen
    assert "○ Draft" in screen
    assert "○ Check, analyse, draw" in screen


def test_files_are_counted_while_they_are_read() -> None:
    assert "● Reading 2 files" in shown(Queued(), files=2)
    assert "Reading · 1 of 2 files" in shown(Queued(), Reading(done=1, total=2), files=2)


def test_a_refused_file_stands_in_the_line_of_the_files() -> None:
    note = FileNote(name="scan.pdf", kind="", status="refused", message="it has no text layer")
    screen = shown(Reading(done=1, total=1, latest=note), files=1)
    assert "✓ Read 0 of 1 file (scan.pdf: it has no text layer)" in screen


def test_the_model_its_nodes_and_the_time_are_shown() -> None:
    drafting = Drafting(provider="anthropic", model="claude-sonnet-5-5", nodes=7)
    screen = shown(drafting, seconds=64.0)
    assert "● Drafting with claude-sonnet-5-5 · 7 nodes so far 1:04" in " ".join(screen.split())


def test_a_provider_that_gave_up_stays_on_the_screen() -> None:
    first = Drafting(provider="anthropic", model="claude-sonnet-5-5", nodes=2)
    second = Drafting(provider="template", model="template-1", nodes=0)
    screen = shown(first, second)
    assert "– Anthropic did not work out" in screen
    assert "● Drafting without a model" in screen


def test_a_repair_says_how_many_rules_are_broken() -> None:
    repairing = Repairing(violations=(VIOLATION,), nodes=3)
    screen = shown(Checking(nodes=1, edges=2), repairing)
    assert "✓ Drafted 1 node and 2 links" in screen
    assert "● Repairing: the draft breaks 1 rule, 3 nodes so far" in screen


def test_a_pipe_gets_one_line_a_finished_stage() -> None:
    out = io.StringIO()
    with Progress(files=0, clock=JumpingClock(), console=Console(file=out, width=80)) as progress:
        progress.take(Drafting(provider="template", model="template-1", nodes=0))
        progress.take(Checking(nodes=6, edges=8))
    assert out.getvalue() == "✓ Drafted 6 nodes and 8 links\n"
