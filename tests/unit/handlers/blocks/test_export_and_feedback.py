"""The forms of an export and of feedback, the message of an export, and the thumbs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.export.formats import Format
from handlers.blocks import export_form, feedback
from handlers.blocks.exported import Exported, exported
from handlers.blocks.feedback import Side, side_of, thumbs
from handlers.blocks.reference import Reference
from tests.unit.handlers.blocks.checking import check, check_modal, words
from tests.unit.handlers.hostile import texts

REFERENCE = Reference(job="message:T1:C1:1.0", revision=2)


def test_every_format_can_be_chosen_and_comes_back() -> None:
    modal = export_form.form(REFERENCE)
    check_modal(modal)
    (block,) = modal["blocks"]
    values = [option["value"] for option in block["element"]["options"]]
    assert export_form.chosen(values) == tuple(Format)
    initial = [option["value"] for option in block["element"]["initial_options"]]
    assert export_form.chosen(initial) == (Format.MARKDOWN, Format.PDF)


@pytest.mark.parametrize("places", [(), ("10",), ("-1", "x", "")])
def test_what_is_no_format_is_passed_over(places: tuple[str, ...]) -> None:
    assert export_form.chosen(places) == ()


def test_an_export_names_its_files_and_what_is_missing() -> None:
    done = Exported(
        revision=2, files=["a-r2.md", "a-r2.csv"], missing=[("SVG picture", "It could not be drawn.")]
    )
    assert words(exported(done)) == (
        "*Exported*\na-r2.md\na-r2.csv\n"
        "*Missing* SVG picture: It could not be drawn.\n"
        "(2 files of revision 2 are in this thread.)"
    )


def test_an_export_of_nothing_says_so() -> None:
    done = Exported(revision=2, files=(), missing=[("PDF", "It could not be drawn.")])
    assert "*Not exported*\nRevision 2 could not be exported." in words(exported(done))


@settings(max_examples=40, deadline=None)
@given(st.lists(texts.filter(str.strip), max_size=10), st.lists(st.tuples(texts, texts), max_size=10))
def test_slack_takes_the_message_of_any_export(files: list[str], missing: list[tuple[str, str]]) -> None:
    check(exported(Exported(revision=2, files=files, missing=missing)))


def test_a_thumb_says_which_way_it_points() -> None:
    (buttons,) = thumbs(REFERENCE)["elements"]
    assert side_of(buttons["positive_button"]["value"]) == (Side.UP, REFERENCE.dumps())
    assert side_of(buttons["negative_button"]["value"]) == (Side.DOWN, REFERENCE.dumps())


def test_a_thumb_of_an_earlier_version_points_nowhere() -> None:
    with pytest.raises(ValueError, match="not a valid Side"):
        side_of(REFERENCE.dumps())


def test_slack_takes_the_form_of_feedback() -> None:
    check_modal(feedback.form(REFERENCE))
