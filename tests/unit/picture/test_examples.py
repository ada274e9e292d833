from __future__ import annotations

import csv
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pypdf
import pytest

from core.graph.model import Graph
from core.graph.rules import validate
from core.picture.text import is_rtl

# The examples are no installed package, so they are loaded from their file.
_SPEC = spec_from_file_location("examples.pictures", Path(__file__).parents[3] / "examples" / "pictures.py")
assert _SPEC
assert _SPEC.loader
pictures = module_from_spec(_SPEC)
_SPEC.loader.exec_module(pictures)

EXAMPLES = sorted(path.stem for path in pictures.GRAPHS.glob("*.json"))
MAX_IMAGE = 400_000  # bytes of a picture in the docs


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_graph_breaks_no_rule(name: str) -> None:
    assert validate(pictures.graph(name)) == ()


def _said(graph: Graph, source: str) -> list[str]:
    told = [edge.provenance for edge in graph.edges if edge.provenance]
    return [it.quote for it in told if it.source == source]


def test_the_example_quotes_its_files_word_for_word() -> None:
    folder = pictures.GRAPHS.parent / "hire-or-contract"
    graph = pictures.graph("hire-or-contract")
    with (folder / "budget.csv").open(encoding="utf-8", newline="") as file:
        rows = [", ".join(row) for row in csv.reader(file)]
    pages = [page.extract_text() for page in pypdf.PdfReader(folder / "delivery-review.pdf").pages]
    review = " ".join(" ".join(pages).split())
    notes = (folder / "notes.md").read_text("utf-8")

    assert _said(graph, "budget.csv")
    assert all(any(quote in row for row in rows) for quote in _said(graph, "budget.csv"))
    assert all(quote in review for quote in _said(graph, "delivery-review.pdf"))
    assert all(quote in notes for quote in _said(graph, "notes.md"))


def test_one_example_reads_from_right_to_left() -> None:
    assert [name for name in EXAMPLES if is_rtl(pictures.graph(name).title)] == ["riyadh-office.ar"]


async def test_the_pictures_of_the_docs_are_drawn_and_small(tmp_path: Path) -> None:
    drawn = await pictures.draw(tmp_path)

    assert [path.name for path in drawn] == [f"picture-{name}.png" for name in pictures.pictures()]
    assert {path.name for path in drawn} <= {path.name for path in pictures.IMAGES.glob("*.png")}
    for folder in (tmp_path, pictures.IMAGES):
        assert all(1_000 < (folder / path.name).stat().st_size <= MAX_IMAGE for path in drawn)
