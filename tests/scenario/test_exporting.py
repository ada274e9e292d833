"""`crossroads export` as a person uses it: every format, a pipe, and what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.graph.export.formats import Format
from core.graph.serial import canonical, from_bytes, to_dict
from tests.scenario.commands import crossroads
from tests.unit.graph.samples import link, staffing, with_edges

STARTS = {
    Format.MARKDOWN: b"# Staffing the rebuild",
    Format.PDF: b"%PDF-",
    Format.PNG: b"\x89PNG\r\n\x1a\n",
    Format.SVG: b"<svg",
    Format.CSV: b'\xef\xbb\xbf"part"',
    Format.JSON: b"{",
    Format.MERMAID: b"---\ntitle:",
    Format.DRAWIO: b"<?xml",
    Format.GRAPHML: b"<?xml",
    Format.DOT: b"digraph",
}


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "graph.json"
    path.write_bytes(canonical(staffing()))
    return path


@pytest.mark.parametrize("form", Format, ids=lambda form: form.value)
async def test_the_name_of_the_file_tells_the_format(form: Format, saved: Path) -> None:
    out = saved.with_name(f"decision{form.suffix}")
    ran = await crossroads("export", saved, "-o", out, home=saved.parent)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert out.read_bytes().startswith(STARTS[form])


async def test_what_draft_printed_goes_through_a_pipe(tmp_path: Path) -> None:
    printed = json.dumps({"graph": to_dict(staffing()), "analysis": {}}).encode()
    ran = await crossroads("export", "-", "--format", "json", home=tmp_path, stdin=printed)
    assert (ran.code, ran.err) == (0, "")
    assert from_bytes(ran.out.encode()) == staffing()


async def test_what_had_to_be_mended_is_said(tmp_path: Path) -> None:
    circle = with_edges(staffing(), link("cost", "speed", 0.9), link("speed", "cost", 0.1))
    ran = await crossroads("export", "-", "--format", "dot", home=tmp_path, stdin=canonical(circle))
    assert ran.code == 0
    assert ran.err == "Mended first, at speed::cost: it closes a circle, and dropping it loses least.\n"
    assert ran.out.startswith("digraph")


@pytest.mark.parametrize(
    ("arguments", "stdin", "said"),
    [
        (["gone.json", "--format", "dot"], b"", "gone.json cannot be opened: no such file or directory."),
        (["-", "--format", "dot"], b"no json", "it is not JSON"),
        (["-", "--format", "dot"], b"{}", "version is missing"),
        (["-", "--format", "dot"], b" " * 1_000_001, "more than 1,000,000 bytes"),
        (["-"], b"", "Say in which format with --format: markdown, pdf"),
        (["-", "-o", "decision.xyz"], b"", "decision.xyz tells no format."),
        (
            ["-", "-o", "gone/decision.dot"],
            canonical(staffing()),
            "Nothing can be written to gone/decision.dot",
        ),
    ],
    ids=["no file", "no json", "no graph", "too large", "no format", "no known name", "no folder"],
)
async def test_what_cannot_be_used_gets_one_sentence_and_code_2(
    arguments: list[str], stdin: bytes, said: str, tmp_path: Path
) -> None:
    ran = await crossroads("export", *arguments, home=tmp_path, stdin=stdin)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert nothing_in(tmp_path)


def nothing_in(folder: Path) -> bool:
    return not list(folder.iterdir())
