"""Hostile files, each read by a real child, and what each must end in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from core.documents.model import File, Reading
from core.documents.reading import Reader
from core.errors import FileRefused
from tests.fakes import files, hostile_office, hostile_pdf, hostile_text
from tests.unit.documents.here import labels, readers, texts

slow = pytest.mark.slow
Make = Callable[[], bytes]


async def read(folder: Path, name: str, data: bytes, reader: Reader | None = None) -> Reading:
    path = folder / "file"
    path.write_bytes(data)
    try:
        return await (reader or Reader()).read(File(name=name, path=path))
    finally:
        assert readers() == []


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        pytest.param("bomb.pdf", hostile_pdf.flate_bomb, "needs too much memory", marks=slow),
        pytest.param("laughs.pdf", hostile_pdf.billion_laughs, "needs too much memory", marks=slow),
        ("text.pdf", hostile_pdf.text_bomb, "needs too much memory"),
        ("lzw.pdf", hostile_pdf.lzw_bomb, "no text layer"),
        ("run.pdf", hostile_pdf.run_length_bomb, "no text layer"),
        ("operators.pdf", hostile_pdf.operator_bomb, "no text layer"),
        pytest.param("cmap.pdf", hostile_pdf.cmap_bomb, "no text layer", marks=slow),
        ("image.pdf", hostile_pdf.image_only, "no text layer"),
        ("arrays.pdf", hostile_pdf.deep_arrays, "no text layer"),
        ("cycle.pdf", hostile_pdf.page_cycle, "damaged"),
        ("tree.pdf", hostile_pdf.deep_tree, "damaged"),
        ("garbage.pdf", hostile_pdf.garbage, "damaged"),
        ("truncated.pdf", hostile_pdf.truncated, "damaged"),
        ("locked.pdf", hostile_pdf.locked, "password-protected"),
        ("page.pdf", lambda: files.html(["The agency is fast."]), "looks like a web page"),
        ("empty.pdf", bytes, "empty"),
        ("bomb.docx", hostile_office.bomb, "unpacks to an unsafe size"),
        ("overlap.docx", hostile_office.overlapping, "unpacks to an unsafe size"),
        ("crowd.docx", hostile_office.crowd, "unpacks to an unsafe size"),
        ("liar.docx", hostile_office.liar, "unpacks to an unsafe size"),
        ("laughs.docx", hostile_office.document_type, "unpacks to an unsafe size"),
        ("theft.docx", hostile_office.external_entity, "unpacks to an unsafe size"),
        ("deep.docx", hostile_office.deep, "damaged"),
        ("old.doc", hostile_office.old_office, "password-protected or pre-2007"),
        ("old.xls", hostile_office.old_office, "password-protected or pre-2007"),
        ("encrypted.docx", hostile_office.old_office, "password-protected or pre-2007"),
        ("big.csv", hostile_text.over_the_limit, "the limit is 25 MB"),
        ("noise.csv", hostile_text.binary, "binary data"),
        ("line.csv", hostile_text.one_huge_line, "over 1 MB long"),
    ],
)
async def test_it_is_refused_in_one_sentence(tmp_path: Path, name: str, make: Make, reason: str) -> None:
    with pytest.raises(FileRefused) as refused:
        await read(tmp_path, name, make())
    assert reason in refused.value.reason
    assert str(refused.value).startswith(f"{name}: ")
    assert not refused.value.reason.endswith(".")


@pytest.mark.parametrize(
    ("name", "make", "warning", "passages"),
    [
        (
            "many.pdf",
            lambda: hostile_pdf.many_pages(10_000),
            "only the first 2,000 of 10,000 pages were read",
            2_000,
        ),
        pytest.param(
            "million.pdf",
            lambda: hostile_pdf.many_pages(1_000_000),
            "only the first 2,000 of 1,000,000 pages",
            2_000,
            marks=slow,
        ),
        ("lying.pdf", hostile_pdf.lying_count, "only the first 2,000 of 1,000,000 pages", 3),
        pytest.param("long.docx", hostile_office.long_document, "characters were read", 35_000, marks=slow),
        pytest.param("rows.xlsx", hostile_office.many_rows, "only the first 50,000 rows", 50_000, marks=slow),
        ("sparse.xlsx", hostile_office.sparse, "only the first 50,000 rows and 200 columns", 2),
        ("quote.csv", hostile_text.open_quote, "a quote opened in row 3 is never closed", 3),
        ("quotes.csv", hostile_text.open_quote_in_bulk, "reading stopped at row 3", 2),
        ("wide.csv", hostile_text.wide, "only the first 200 of 50,000 columns were read", 2),
    ],
)
async def test_its_first_part_is_read_and_it_is_said(
    tmp_path: Path, name: str, make: Make, warning: str, passages: int
) -> None:
    reading = await read(tmp_path, name, make())
    assert any(warning in told for told in reading.warnings)
    assert len(reading.passages) >= passages


@pytest.mark.parametrize(
    "make",
    [
        hostile_pdf.endless_previous,
        hostile_pdf.huge_cross_reference,
        hostile_pdf.outline_loop,
        hostile_pdf.recursive_form,
        hostile_pdf.giant_image,
    ],
)
async def test_a_pdf_that_is_only_odd_is_read(tmp_path: Path, make: Make) -> None:
    reading = await read(tmp_path, "odd.pdf", make())
    assert texts(reading) == ["The agency costs 180000."]
    assert labels(reading) == ["page 1"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("zeros.csv", hostile_text.with_zeros(), ["option, cost", "agency, 180000"]),
        (
            "wide.csv",
            files.csv([["option", "cost"], ["agency", 1]], encoding="utf-16"),
            ["option, cost", "agency, 1"],
        ),
        (
            "german.csv",
            files.csv([["Größe", "Maß"], ["für", 1]], encoding="cp1252"),
            ["Größe, Maß", "für, 1"],
        ),
        (
            "japanese.csv",
            files.csv([["選択肢", "費用"], ["代理店に倉庫の再建を任せる", 180000]], encoding="shift_jis"),
            ["選択肢, 費用", "代理店に倉庫の再建を任せる, 180000"],
        ),
        (
            "ragged.csv",
            hostile_text.ragged(),
            ["option, cost, month", "agency, 180000", "hire, 120000, 7, extra", "wait"],
        ),
        (
            "infinite.csv",
            hostile_text.infinite(),
            ["option, cost", "a, inf", "b, nan", "c, 1e999", "d, 10", "e, 20"],
        ),
        (
            "formulas.csv",
            hostile_text.formulas(),
            ["option, cost", '=HYPERLINK("http://example.com","x"), 180000', "+1, @SUM(A1)"],
        ),
        ("disguised.txt", hostile_text.disguised(), ["The agency costs 180000.", "It is fast enough."]),
        ("deep.json", hostile_text.deep_json(), ['"agency"']),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_it_is_read_for_what_it_is(tmp_path: Path, name: str, data: bytes, expected: list[str]) -> None:
    assert texts(await read(tmp_path, name, data)) == expected


async def test_a_number_of_millions_of_digits_is_text(tmp_path: Path) -> None:
    reading = await read(tmp_path, "number.json", hostile_text.long_number())
    assert set(texts(reading)[1]) == {"9"}
    assert reading.characters > 1_900_000


@slow
async def test_a_web_page_nested_very_deep_is_read(tmp_path: Path) -> None:
    reading = await read(tmp_path, "deep.html", hostile_text.nested_divisions())
    assert texts(reading) == ["The agency costs 180000."]


@slow
async def test_a_web_page_of_open_comments_ends_in_time(tmp_path: Path) -> None:
    """The parsers of older Pythons take forever over it, and are stopped; newer ones read it."""
    try:
        reading = await read(tmp_path, "comments.html", hostile_text.open_comments(), Reader(timeout=2))
        told = texts(reading)
    except FileRefused as refused:
        told = [refused.code]
    assert told in (["slow"], ["The agency costs 180000."])


@slow
async def test_five_hostile_files_do_not_harm_five_good_ones_beside_them(tmp_path: Path) -> None:
    told = "The agency rebuilt a similar warehouse in seven months."
    good = {
        "a.pdf": files.pdf([told]),
        "b.docx": files.docx([told]),
        "c.csv": files.csv([["note"], [told]]),
        "d.pptx": files.pptx([[told]]),
        "e.html": files.html([told]),
    }
    hostile = {
        "v.pdf": hostile_pdf.text_bomb(),
        "w.docx": hostile_office.bomb(),
        "x.pdf": hostile_pdf.locked(),
        "y.csv": hostile_text.binary(),
        "z.xlsx": hostile_office.old_office(),
    }
    reader = Reader()

    async def outcome(name: str, data: bytes) -> Reading | FileRefused:
        path = tmp_path / name
        path.write_bytes(data)
        try:
            return await reader.read(File(name=name, path=path))
        except FileRefused as refused:
            return refused

    mixed = dict(sorted({**good, **hostile}.items(), key=lambda item: ord(item[0][0]) % 5))
    results = dict(zip(mixed, await asyncio.gather(*(outcome(*item) for item in mixed.items())), strict=True))
    for name in good:
        reading = results[name]
        assert isinstance(reading, Reading)
        assert texts(reading)[-1] == told
    for name in hostile:
        refused = results[name]
        assert isinstance(refused, FileRefused)
        assert refused.code in {"memory", "unsafe", "locked", "binary", "old_office"}
    assert readers() == []
