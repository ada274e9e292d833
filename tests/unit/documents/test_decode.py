from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.documents.decode import decode
from core.documents.refusals import Refused

GERMAN = "Größe, Maß und Qualität: die Agentur liefert sehr früh, für 180.000 € im Jahr. " * 3
JAPANESE = "会議は東京で行われた。費用は百八十万円です。倉庫の再建には七か月かかりました。" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_western_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(GERMAN.encode(encoding)) == GERMAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "shift_jis", "euc_jp"])
def test_japanese_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(JAPANESE.encode(encoding)) == JAPANESE


def test_a_few_bytes_beyond_ascii_are_western() -> None:
    assert decode("Müller".encode("cp1252")) == "Müller"


def test_the_bytes_that_tell_may_come_late() -> None:
    text = "plain " * 20_000 + GERMAN
    assert decode(text.encode("cp1252")) == text


def test_the_encoding_that_a_web_page_declares_is_believed() -> None:
    page = '<html><meta charset="koi8-r"><p>Агентство'
    assert decode(page.encode("koi8-r")) == page


@pytest.mark.parametrize("name", ["base64", "no-such"])
def test_a_declaration_that_is_no_encoding_of_text_is_not_believed(name: str) -> None:
    page = f"<html><meta charset={name}><p>Müller grüßt schön"
    assert decode(page.encode("cp1252")) == page


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 10,
        b"\x00\x01\x02\x03" * 500,
        b"abc\x00\xff\xfe\xfd" + b"text " * 50,
        bytes(1000),
        b"\x01\x02\x03\x04 text",
        b"a\0" * 50 + b"\0\xd8" * 20,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.code == "binary"


def test_a_zero_byte_in_a_text_does_not_make_it_binary() -> None:
    assert decode(b"age\0ncy, 180000 euros, seven months") == "age\0ncy, 180000 euros, seven months"


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=80))
def test_utf_8_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")
