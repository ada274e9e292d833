"""Where a job stands, event by event."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graph.model import Violation
from core.pipeline.events import Checking, Done, Drafting, Event, FileNote, Queued, Reading, Repairing
from handlers.presenter import present
from handlers.standing import Behind, Standing, after, begin, later, taken_up
from handlers.view import Kind
from tests.unit.handlers.blocks.checking import check, words
from tests.unit.handlers.drafts import SCAN, drafted, notes

RULE = Violation(severity="error", code="X", at="", message="wrong")
SONNET = "claude-sonnet-5-5"

events = st.one_of(
    st.just(Behind()),
    st.builds(Queued, place=st.integers(min_value=0, max_value=9)),
    st.builds(
        Reading,
        done=st.integers(min_value=0, max_value=3),
        total=st.integers(min_value=1, max_value=3),
        latest=st.none() | notes,
    ),
    st.builds(
        Drafting,
        provider=st.sampled_from(["anthropic", "openai", "template", "<!channel>"]),
        model=st.sampled_from([SONNET, "", "<!here>"]),
        nodes=st.integers(min_value=0, max_value=12),
    ),
    st.builds(Checking, nodes=st.integers(0, 12), edges=st.integers(0, 24)),
    st.builds(Repairing, violations=st.lists(st.just(RULE), max_size=3).map(tuple), nodes=st.integers(0, 12)),
    st.just(Done(draft=drafted())),
)


def told(story: Sequence[Event | Behind], *, files: int = 0, at: float = 3.0) -> Standing:
    standing = begin("J1", files=files)
    for event in story:
        standing = after(standing, event, at)
    return standing


def shown(story: Sequence[Event | Behind], *, files: int = 0) -> str:
    return words(present(told(story, files=files), 4.0))


@given(st.lists(events, max_size=12), st.integers(min_value=0, max_value=5), st.floats(0, 1e5))
def test_slack_takes_what_any_story_tells(story: list[Event | Behind], files: int, elapsed: float) -> None:
    check(present(told(story, files=files), elapsed))


def test_before_anything_happened_all_is_to_come() -> None:
    assert shown([], files=2) == (
        "*Queued* · 0:04\n● Waiting for a turn\n○ Read 2 files\n○ Draft\n○ Check, analyse, draw\n[Stop]"
    )


def test_a_place_in_line_is_shown_and_remembered_as_the_wait_it_was() -> None:
    assert shown([Queued(place=3)]).startswith("*Queued* · place 3 in line · 0:04\n● Waiting for a turn\n")
    assert shown([Queued(place=3), Queued()]).startswith(
        "*Drafting* · 0:04\n✓ Waited 3.0 s in line\n● Drafting\n"
    )


def test_what_runs_at_once_has_not_waited() -> None:
    assert "Waited" not in shown([Queued()])


def test_a_follow_up_waits_for_the_draft_before_it() -> None:
    assert "● Waiting for the work before it in this thread\n" in shown([Queued(place=2), Behind()])


def test_files_are_counted_while_they_are_read() -> None:
    assert shown([Queued()], files=3).startswith(
        "*Reading* · 0 of 3 files · 0:04\n● Reading 3 files\n○ Draft\n"
    )
    assert shown([Queued(), Reading(done=1, total=3)], files=3).startswith(
        "*Reading* · 1 of 3 files · 0:04\n"
    )


@pytest.mark.parametrize(
    ("refused", "line"),
    [
        ([], "Read 4 files"),
        ([SCAN], "Read 3 of 4 files, not scan.pdf: no text layer (a scan?)"),
        ([FileNote(name="a", kind="", status="refused")], "Read 3 of 4 files, not a"),
        ([SCAN, SCAN], "Read 2 of 4 files, not scan.pdf, scan.pdf"),
        ([SCAN] * 4, "Read none of 4 files, not scan.pdf, scan.pdf, scan.pdf, 1 more"),
    ],
)
def test_what_was_read_is_said_in_one_line(refused: list[FileNote], line: str) -> None:
    latest = [*refused, *[None] * (4 - len(refused))]
    story = [Reading(done=i, total=4, latest=note) for i, note in enumerate(latest, start=1)]
    assert told(story, files=4).past == (line,)


def test_drafting_names_the_model_and_counts_its_nodes() -> None:
    assert shown([Queued(), Drafting(provider="anthropic", model=SONNET, nodes=7)]) == (
        "*Drafting* · 7 nodes so far · 0:04\n"
        "● Drafting with claude-sonnet-5-5\n"
        "○ Check, analyse, draw\n"
        "[Stop]"
    )
    assert "● Drafting without a model\n" in shown([Drafting(provider="template", model="", nodes=0)])


def test_a_model_that_starts_over_is_not_hidden() -> None:
    story = [Drafting(provider="anthropic", model=SONNET, nodes=n) for n in (5, 0)]
    assert shown(story).startswith("*Drafting* · starting over · 0:04\n")


def test_a_provider_that_did_not_work_out_is_named() -> None:
    story = [
        Drafting(provider="anthropic", model=SONNET, nodes=5),
        Drafting(provider="openai", model="gpt", nodes=0),
    ]
    assert shown(story).startswith("*Drafting* · 0:04\n✓ Anthropic did not work out\n● Drafting with gpt\n")


def test_a_repair_is_one_stage_however_long_it_takes() -> None:
    story: list[Event] = [Checking(nodes=7, edges=1)]
    story += [Repairing(violations=(RULE,), nodes=n) for n in (0, 3)]
    assert shown(story) == (
        "*Repairing* · 3 nodes so far · 0:04\n"
        "✓ Drafted 7 nodes and 1 link\n"
        "✓ Checked: the draft breaks 1 rule\n"
        "● Repairing\n"
        "○ Analyse, draw\n"
        "[Stop]"
    )


def test_what_is_done_cannot_be_stopped_any_more() -> None:
    assert shown([Checking(nodes=7, edges=9), Done(draft=drafted())]) == (
        "*Drawing* · 0:04\n✓ Drafted 7 nodes and 9 links\n✓ Checked and analysed\n● Drawing the picture"
    )


def test_a_change_of_stage_matters_more_than_progress_within_it() -> None:
    kinds = []
    standing = begin("J1", files=2)
    for event in (
        Queued(place=2),
        Queued(),
        Reading(done=1, total=2),
        Reading(done=2, total=2),
        Drafting(provider="anthropic", model=SONNET, nodes=1),
        Checking(nodes=1, edges=1),
    ):
        standing = after(standing, event, 1.0)
        kinds.append(standing.kind)
    tick, stage = Kind.TICK, Kind.STAGE
    assert kinds == [tick, stage, tick, stage, tick, stage]
    assert later(standing).kind is tick
    assert present(later(standing), 9.0).kind is tick


def test_a_job_goes_on_from_where_it_waited_unless_it_has_been_dealt_other_work() -> None:
    waited = after(begin("J1", task="refine"), Queued(place=2), 1.0)
    assert taken_up(waited, begin("J1", task="refine")) == waited
    assert taken_up(None, begin("J1", task="undo")) == begin("J1", task="undo")
    other = taken_up(waited, begin("J1", task="refine", files=1))
    assert (other.files, other.coming, other.has_waited) == (
        1,
        begin("J1", task="refine", files=1).coming,
        True,
    )
