from __future__ import annotations

import pytest

from core.documents import pages
from core.documents.extract import Extract
from core.documents.pages import PageUnreadable, collect
from core.documents.refusals import Refused


def collected(texts: list[str | None]) -> Extract:
    """What is made of these pages; None stands for one that cannot be read."""

    def text_of(number: int) -> str:
        text = texts[number - 1]
        if text is None:
            raise PageUnreadable
        return text

    extract = Extract("pdf")
    collect(len(texts), text_of, extract)
    return extract


def test_what_is_wrong_with_some_pages_is_said_and_the_others_are_read() -> None:
    extract = collected(
        ["The agency is fast.", None, None, "\ue000\ue001 \ufffd\ufffd", " \r\n", "It is cheap."]
    )
    assert len(extract) == 2
    assert extract.warnings == [
        "2 pages were damaged and skipped",
        "1 page was skipped for fonts that cannot be decoded",
        "1 page was without text (images?)",
    ]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ([None, ""], "damaged"),
        (["\ue000" * 30, None], "garbled"),
        (["", " "], "no_text_layer"),
        ([], "no_text_layer"),
    ],
)
def test_a_file_without_a_readable_page_is_refused_for_what_is_wrong_with_it(
    texts: list[str | None], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        collected(texts)
    assert refused.value.code == code


def test_words_hyphenated_at_the_end_of_a_line_are_joined() -> None:
    extract = collected(["We rebuilt the ware\ufffe\r\nhouse and the of\x02\nfice."])
    assert "We rebuilt the warehouse and the office." in extract.encode().decode()


def test_a_form_feed_in_a_page_is_a_line_break() -> None:
    assert len(collected(["Costs\x0cThe agency costs 180000."])) == 2


def test_pages_beyond_the_limit_and_long_ones_are_cut_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGES", 2)
    monkeypatch.setattr(pages, "PAGE", 10)
    extract = collected(["One two three four."] * 5)
    assert b"One two th" in extract.encode()
    assert extract.warnings == [
        "only the first 2 of 5 pages were read",
        "2 pages were cut after 20,000 characters",
    ]


def test_reading_stops_when_there_is_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.CHARACTERS", 10)
    asked = []

    def text_of(number: int) -> str:
        asked.append(number)
        return "One two."

    collect(50, text_of, Extract("pdf"))
    assert asked == [1, 2]
