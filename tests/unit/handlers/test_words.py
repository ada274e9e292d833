"""What is said in a draft's thread, as what it asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graph.export.formats import Format
from handlers.blocks.buttons import Entry
from handlers.tasks import (
    ClarifyTask,
    CompareTask,
    CritiqueTask,
    ExportTask,
    OptionsTask,
    RefineTask,
    Task,
    UndoTask,
    WhyTask,
)
from handlers.words import Word, meant


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("critique", CritiqueTask()),
        ("Options", OptionsTask()),
        ("CLARIFY!", ClarifyTask()),
        ("why?", WhyTask()),
        ("  undo.  ", UndoTask()),
        ("compare", CompareTask()),
        ("compare 3", CompareTask(revision=3)),
        ("compare with revision 12", CompareTask(revision=12)),
        ("export", ExportTask()),
        ("export png, SVG and pdf", ExportTask(formats=("png", "svg", "pdf"))),
        ("export as draw.io md md", ExportTask(formats=("drawio", "markdown"))),
        ("refine", RefineTask(instruction="")),
        ("stop", Word.STOP),
        ("edit", Word.EDIT),
        ("Forget.", Word.FORGET),
        ("help", Word.HELP),
    ],
)
def test_a_word_is_the_button_that_it_names(text: str, asked: Task | Word) -> None:
    assert meant(text) == asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "drop option B",
        "undo the last change of the budget",
        "stop counting contractors twice",
        "compare A with B in more detail",
        "export png and quality",
        "options should be cheaper",
        "why is B more expensive than A?",
    ],
)
def test_anything_else_is_an_instruction_word_for_word(text: str) -> None:
    assert meant(text) == RefineTask(instruction=text)


@given(st.text(max_size=40))
def test_no_text_is_lost(text: str) -> None:
    asked = meant(text)
    if isinstance(asked, RefineTask):
        assert asked.instruction in {text, ""}


@pytest.mark.parametrize("format_", Format)
def test_every_format_has_its_name_and_its_suffix(format_: Format) -> None:
    for name in (format_.value, format_.suffix.removeprefix(".")):
        assert meant(f"export {name}") == ExportTask(formats=(format_.value,))


@pytest.mark.parametrize("entry", Entry)
def test_every_entry_of_the_menu_has_its_word(entry: Entry) -> None:
    assert not isinstance(meant(entry.value), RefineTask)
