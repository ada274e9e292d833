from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.encoding import PACKED_FROM, decode, encode
from core.documents.extract import Extract, encode_refusal, pieces
from core.documents.limits import PASSAGE
from core.documents.model import Reading
from core.documents.refusals import Refused
from core.graph.sources import Location
from tests.unit.documents.here import passages

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


def reading_of(lines: list[str], **changes: str) -> Reading:
    found = passages(lines, sheet=changes.get("sheet"))
    return Reading(
        kind="txt",
        passages=found,
        summary=changes.get("summary", ""),
        warnings=("1 page was cut",),
        characters=sum(map(len, lines)),
    )


@given(st.lists(TEXT, max_size=5), TEXT, st.one_of(st.none(), TEXT))
def test_a_reading_survives_being_kept(lines: list[str], summary: str, sheet: str | None) -> None:
    reading = reading_of(lines, summary=summary, **({} if sheet is None else {"sheet": sheet}))
    assert decode(encode(reading)) == reading


def test_a_long_reading_is_kept_smaller() -> None:
    reading = reading_of(["The agency is fast."] * 10_000)
    assert PACKED_FROM < len(encode(reading)) < reading.characters / 2
    assert decode(encode(reading)) == reading


def test_a_refusal_is_kept_with_its_reason() -> None:
    with pytest.raises(Refused) as refused:
        decode(encode_refusal(Refused("too_big", size=26, limit=25)))
    assert refused.value.code == "too_big"
    assert refused.value.reason == "it has 26 MB and the limit is 25 MB; share the part that matters"


@pytest.mark.parametrize("data", [b"", b"no json", b'{"kind": "txt", "summary": "", "warnings": []}\nno'])
def test_what_is_no_reading_is_an_error_of_value(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"Expecting|line"):
        decode(data)


def test_the_child_writes_what_the_parent_reads() -> None:
    extract = Extract("xlsx")
    extract.add("a \u2028 b", "row", 7, sheet="Costs")
    extract.add("c", "line", 2, 4)
    extract.summary = "s"
    extract.warn("w")
    reading = decode(extract.encode())
    assert [(p.number, p.text, p.location) for p in reading.passages] == [
        (1, "a \u2028 b", Location(place="row", first=7, last=7, sheet="Costs")),
        (2, "c", Location(place="line", first=2, last=4)),
    ]
    assert (reading.kind, reading.summary, reading.warnings, reading.characters) == ("xlsx", "s", ("w",), 6)


@given(st.text(alphabet="ab ,。、\n", max_size=3_000), st.integers(0, 50))
def test_pieces_are_short_in_order_and_lose_only_blanks(text: str, start: int) -> None:
    start = min(start, len(text))
    spans = pieces(text, start, len(text))
    assert all(0 < b - a <= PASSAGE for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text[start:].split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)


def test_a_long_text_is_cut_at_a_word_else_at_a_comma_else_anywhere() -> None:
    words, listed, solid = "word " * 200, "四十二、" * 200, "x" * 700
    assert [text for a, b in pieces(words, 0, 1_000) if (text := words[a:b])[-4:] != "word"] == []
    assert [b for _, b in pieces(listed, 0, 800)] == [600, 800]
    assert pieces(solid, 0, 700) == [(0, 600), (600, 700)]
