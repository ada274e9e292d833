from __future__ import annotations

import pytest

from core.documents.refusals import Refused
from tests.fakes import files
from tests.unit.documents.here import labels, read_here, texts


def page(body: str) -> list[tuple[str, str]]:
    reading = read_here("a.html", f"<!doctype html><body>{body}</body>".encode())
    return list(zip(labels(reading), texts(reading), strict=True))


def test_blocks_are_paragraphs_and_sentences_passages() -> None:
    reading = read_here("a.html", files.html(["One & two. Three.", "Four"], title="Costs"))
    assert list(zip(labels(reading), texts(reading), strict=True)) == [
        ("paragraph 1", "Costs"),
        ("paragraph 2", "One & two."),
        ("paragraph 2", "Three."),
        ("paragraph 3", "Four"),
    ]


def test_what_the_screen_does_not_show_is_not_read() -> None:
    assert page("<style>p {}</style>a<script>let b</script><noscript>c</noscript><svg>d</svg></svg>e") == [
        ("paragraph 1", "ae")
    ]


def test_the_rows_of_a_table_are_paragraphs_of_cells() -> None:
    rows = "<tr><th>option</th><th>cost</th></tr><tr><td><p>the agency</p></td><td>180000<br>net</td></tr>"
    assert page(f"before<table>{rows}</table>after") == [
        ("paragraph 1", "before"),
        ("paragraph 2", "option, cost"),
        ("paragraph 3", "the agency, 180000 net"),
        ("paragraph 4", "after"),
    ]


def test_a_table_that_lays_out_the_page_is_read_as_paragraphs() -> None:
    left, right = "The agency is fast. " * 40, "Hiring is slow. " * 40
    told = page(f"<table><tr><td><p>{left}</p><p>Then</p></td><td>{right}</td></tr></table>")
    assert [label for label, _ in told] == ["paragraph 1"] * 40 + ["paragraph 2"] + ["paragraph 3"] * 40


def test_a_row_with_one_cell_is_prose() -> None:
    assert page("<table><tr><td></td><td>One. Two.</td></tr></table>") == [
        ("paragraph 1", "One."),
        ("paragraph 1", "Two."),
    ]


def test_character_references_cannot_bring_back_what_is_removed() -> None:
    assert page("ag&#8203;en&#x202e;cy &amp; co<br/>&nbsp;") == [("paragraph 1", "agency & co")]


def test_reading_stops_when_there_is_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.CHARACTERS", 10)
    reading = read_here("a.html", files.html(["One.", "Two.", "Three.", "Four."]))
    assert texts(reading) == ["One.", "Two."]
    assert reading.warnings == ("only the first 8 characters were read",)


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(Refused, match="no text was found"):
        page("<img><script>1</script>")
