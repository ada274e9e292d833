from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.documents import archive
from core.documents.refusals import Refused
from tests.fakes import files, hostile_office
from tests.fakes.hostile_office import Entry, honest, raw_archive


def judged(tmp_path: Path, data: bytes) -> str:
    """The kind, or the code of the refusal."""
    path = tmp_path / "file"
    path.write_bytes(data)
    try:
        return archive.check(str(path))
    except Refused as refused:
        return refused.code


@pytest.mark.parametrize(
    ("make", "verdict"),
    [
        pytest.param(lambda: files.docx(["Fast."]), "docx", id="document"),
        pytest.param(lambda: files.pptx([["Fast."]]), "pptx", id="deck"),
        pytest.param(lambda: files.xlsx({"Costs": [[1]]}), "xlsx", id="workbook"),
        pytest.param(lambda: files.archive({"notes.txt": "Fast."}), "archive", id="other archive"),
        pytest.param(lambda: files.archive({"mimetype": "x"}), "unsupported", id="open document"),
        (hostile_office.bomb, "unsafe"),
        (hostile_office.overlapping, "unsafe"),
        (hostile_office.liar, "unsafe"),
        (hostile_office.braggart, "unsafe"),
        (hostile_office.document_type, "unsafe"),
        (hostile_office.external_entity, "unsafe"),
        (hostile_office.cut_off, "damaged_office"),
        pytest.param(lambda: b"PK\x03\x04", "damaged_office", id="signature alone"),
    ],
)
def test_an_archive_is_judged_before_a_library_opens_it(
    tmp_path: Path, make: Callable[[], bytes], verdict: str
) -> None:
    assert judged(tmp_path, make()) == verdict


def test_too_many_entries_are_refused_however_the_directory_counts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = hostile_office.crowd(1_200)
    assert judged(tmp_path, crowd) == "docx"
    monkeypatch.setattr(archive, "ENTRIES", 1_000)
    assert judged(tmp_path, crowd) == "unsafe"
    end = crowd.rindex(b"PK\x05\x06")
    lying = crowd[: end + 10] + b"\x01\x00" + crowd[end + 12 :]
    assert judged(tmp_path, lying) == "unsafe"


def test_a_directory_too_long_to_parse_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "DIRECTORY", 1_000)
    assert judged(tmp_path, hostile_office.crowd(100)) == "unsafe"


def test_more_than_the_total_and_more_than_a_part_may_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = raw_archive([honest("word/a", "x" * 600), honest("word/b", "y" * 600)])
    assert judged(tmp_path, data) == "docx"
    monkeypatch.setattr(archive, "PART", 500)
    assert judged(tmp_path, data) == "unsafe"
    monkeypatch.undo()
    monkeypatch.setattr(archive, "TOTAL", 1_000)
    assert judged(tmp_path, data) == "unsafe"


def test_an_encrypted_entry_is_locked(tmp_path: Path) -> None:
    data = bytearray(raw_archive([honest("word/a", "x")]))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + flags] |= 1
    assert judged(tmp_path, bytes(data)) == "locked"


def test_a_packing_that_office_does_not_use_is_refused(tmp_path: Path) -> None:
    data = bytearray(raw_archive([honest("word/a", "x")]))
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(signature) + method] = 14
    assert judged(tmp_path, bytes(data)) == "unsafe"


def test_stored_entries_are_measured_too(tmp_path: Path) -> None:
    data = bytearray(raw_archive([Entry(name="word/a", packed=b"12345", size=5)]))
    for signature, method in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(signature) + method] = 0
    assert judged(tmp_path, bytes(data)) == "docx"
    data[data.index(b"PK\x01\x02") + 24] = 4
    assert judged(tmp_path, bytes(data)) == "unsafe"


def test_noise_in_place_of_packed_bytes_is_damage(tmp_path: Path) -> None:
    assert (
        judged(tmp_path, raw_archive([Entry(name="word/a", packed=b"\xff" * 50, size=50)]))
        == "damaged_office"
    )


def test_a_document_type_in_wide_characters_is_seen(tmp_path: Path) -> None:
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")
    assert judged(tmp_path, raw_archive([honest("word/a.xml", xml)])) == "unsafe"


def test_xml_that_is_none_is_damage_before_its_first_element_and_left_to_the_library_after(
    tmp_path: Path,
) -> None:
    assert judged(tmp_path, raw_archive([honest("word/a.xml", b"\x01 no xml")])) == "damaged_office"
    assert judged(tmp_path, raw_archive([honest("word/a.xml", "<a><b></a>")])) == "docx"


def test_a_document_type_after_a_long_comment_is_seen(tmp_path: Path) -> None:
    xml = f"<!--{'x' * (1 << 19)}--><!DOCTYPE a><a/>"
    assert judged(tmp_path, raw_archive([honest("word/a.xml", xml)])) == "unsafe"
