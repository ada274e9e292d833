from __future__ import annotations

import pytest

from core.documents.refusals import Refused
from tests.fakes import files
from tests.unit.documents.here import labels, read_here, texts


def test_a_sentence_names_the_lines_it_spans() -> None:
    wrapped = (
        "The agency has rebuilt a similar\nwarehouse within the seven months that\n"
        "it had promised to us. It was\ncheap."
    )
    reading = read_here("notes.md", f"# Interviews\n\n{wrapped}\n".encode())
    assert list(zip(labels(reading), texts(reading), strict=True)) == [
        ("line 1", "Interviews"),
        ("lines 3–5", wrapped.partition(" It was")[0]),
        ("lines 5–6", "It was\ncheap."),
    ]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.txt", "txt"), ("a.md", "md"), ("a.log", "txt"), ("README", "txt")]
)
def test_text_without_a_known_extension_is_plain_text(name: str, kind: str) -> None:
    assert read_here(name, b"The agency costs 180000.").kind == kind


def test_the_lines_of_json_are_passages_without_their_indent() -> None:
    reading = read_here("a.json", b'{\n  "agency": {\n    "cost": 180000\n  }\n}\n')
    assert list(zip(labels(reading), texts(reading), strict=True)) == [
        ("line 2", '"agency": {'),
        ("line 3", '"cost": 180000'),
    ]


def test_json_on_one_line_is_cut_at_commas() -> None:
    reading = read_here("a.json", b"[" + b",".join(b'"agency"' for _ in range(200)) + b"]")
    assert len(reading.passages) == 4
    assert all(text.endswith(",") for text in texts(reading)[:-1])
    assert set(labels(reading)) == {"line 1"}


def test_text_beyond_the_limit_is_left_out_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.CHARACTERS", 30)
    for name in ("a.txt", "a.json"):
        reading = read_here(name, b"The agency is fast.\n\nIt is cheap.\n\nNext.")
        assert texts(reading) == ["The agency is fast."]
        assert reading.warnings == ("only the first 19 characters were read",)


def test_only_so_much_of_a_text_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    for reader in ("text", "extract"):
        monkeypatch.setattr(f"core.documents.{reader}.SOURCE", 12)
    for name, data in (
        ("a.txt", b"One.\n\nTwo.\n\nThree."),
        ("a.docx", files.docx(["One. Two. Three. Four."])),
    ):
        reading = read_here(name, data)
        assert texts(reading)[:2] == ["One.", "Two."]
        assert reading.warnings == (f"only the first {reading.characters} characters were read",)


def test_more_passages_than_the_limit_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.PASSAGES", 2)
    assert texts(read_here("a.txt", b"One.\n\nTwo.\n\nThree.")) == ["One.", "Two."]


def test_an_answer_longer_than_the_parent_takes_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.documents.extract.OUTPUT", (64 << 10) + 40)
    assert texts(read_here("a.txt", b"One.\n\nTwo.\n\nThree.")) == ["One."]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.csv", "a.html"])
def test_a_blank_text_is_empty(name: str, data: bytes) -> None:
    with pytest.raises(Refused, match="the file is empty"):
        read_here(name, data)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.html"])
def test_a_text_without_a_word_says_nothing(name: str) -> None:
    with pytest.raises(Refused, match="no text was found"):
        read_here(name, b"---\n***\n")
