"""What is exported reads in programs that other people wrote, whatever the labels hold."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.export.dot import dot
from core.graph.export.drawio import drawio
from core.graph.export.formats import Format
from core.graph.export.graphml import graphml
from core.graph.export.mermaid import mermaid
from core.graph.export.parts import parts_of
from core.graph.export.plain import plain
from core.graph.export.tables import table
from core.graph.export.texts import WRITERS, as_json
from core.graph.model import Edge, Graph, Provenance
from core.graph.serial import from_bytes, schema
from tests.unit.graph.export import readers
from tests.unit.graph.samples import COSTS, link, node, staffing, with_edges, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick, sound, sound_graphs

HOSTILE = (
    "a \"quoted\" 'label'",
    "line\nbreak\r\n%% comment",
    'back\\slash \\N \\" \\',
    "<b>bold</b> <script>alert(1)</script> &lt; &amp; &#60;",
    "] } ) end; subgraph x",
    "%%{init: {'theme': 'dark'}}%%",
    "1. a list\n- and another",
    "#35; #quot; ﬂ°°60¶ß",
    "**bold** _em_ `code` ~~gone~~ $x$",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "＝1",
    "\x00\x07\x1b[31mred \ufffe\uffff \ud800",
    "\u202eevil \u2066x",
    "]]> <!-- --> <![CDATA[",
    "-->|x| n1",
    "http://www.evil.example https://evil.example",
    "🚀 👩\u200d💻 日本語 العربية Straße",
    "%name% ; , {x} | a",
    "\u200b",
)
few = settings(max_examples=15)  # reading takes much longer than writing
hostile = st.sampled_from(HOSTILE) | st.text(max_size=40)


def with_text(graph: Graph, words: Random) -> Graph:
    """The graph with hostile words wherever it has text, each label different."""

    def said(limit: int) -> str:
        return " ".join(words.sample(HOSTILE, words.randint(1, 2)))[:limit]

    def cited(edge: Edge) -> Edge:
        if edge.provenance is None:
            return edge
        return replace(edge, provenance=Provenance(source=said(40), quote=said(100), location=said(20)))

    nodes = tuple(
        replace(n, label=f"{said(70)} {number}", body=said(200)) for number, n in enumerate(graph.nodes)
    )
    return replace(graph, title=said(80), nodes=nodes, edges=tuple(cited(edge) for edge in graph.edges))


def graphs(count: int) -> list[Graph]:
    """Sound graphs of every size, in every other one hostile words."""
    made = []
    for seed in range(count):
        rng = Random(seed)
        graph = sound(rng, options=rng.randint(2, 4), outcomes=rng.randint(1, 3), between=rng.randrange(3))
        made.append(with_text(graph, rng) if seed % 2 else graph)
    return made


def readable(text: str) -> str:
    """The characters of a text that every drawing shows, to compare by."""
    return "".join(plain(text).replace("ﬂ", "fl").split())


def check_texts(graph: Graph) -> None:
    """Every format that is written reads back with all nodes, links and labels."""
    captions = [box.caption for box in parts_of(graph).boxes]
    labels = [plain(n.label) for n in graph.nodes]
    ends = [(box.src.name, box.dst.name) for box in parts_of(graph).arrows]

    read = readers.graphml(graphml(graph))
    assert [data["caption"] for _, data in read.nodes(data=True)] == captions
    assert [data.get("label", "") for _, data in read.nodes(data=True)] == labels
    assert sorted(read.edges()) == sorted(ends)
    beliefs = {(e.src, e.dst): e.belief for e in graph.edges if e.belief is not None}
    names = {box.name: box.node.id for box in parts_of(graph).boxes}
    assert {
        (names[a], names[b]): data["belief"] for a, b, data in read.edges(data=True) if "belief" in data
    } == beliefs

    found_labels, found_links = readers.dot_labels(dot(graph))
    assert found_labels == captions
    assert sorted((src, dst) for src, dst, _ in found_links) == sorted(ends)

    cells = readers.xml(drawio(graph)).findall(".//mxCell")
    assert sorted(c.get("value") for c in cells if c.get("vertex")) == sorted(captions)
    assert [(c.get("source"), c.get("target")) for c in cells if c.get("edge")] == ends
    assert len({c.get("id") for c in cells}) == len(cells)

    rows = readers.rows(table(graph))
    assert [row["label"].removeprefix("'") for row in rows if row["part"] == "node"] == [
        label.removeprefix("'") for label in labels
    ]
    assert len([row for row in rows if row["part"] == "link"]) == len(graph.edges)

    assert readers.front_matter_title(mermaid(graph)) == parts_of(graph).title


def check_mermaid(graph: Graph) -> None:
    drawn = "".join(readers.drawn_by_mermaid(mermaid(graph)).split())
    for box in parts_of(graph).boxes:
        assert readable(box.caption) in drawn, box.caption


def test_graphs_read_back_from_every_text_format() -> None:
    for graph in graphs(12):
        check_texts(graph)


@pytest.mark.slow
def test_two_hundred_graphs_read_back_from_every_text_format() -> None:
    for graph in graphs(200):
        check_texts(graph)


def test_the_json_of_graphs_without_fault_follows_the_published_schema() -> None:
    for graph in graphs(200)[::2]:
        jsonschema.validate(json.loads(as_json(graph)), schema())


def test_json_reads_back_as_the_same_graph() -> None:
    for graph in graphs(200)[::2]:
        assert from_bytes(as_json(graph).encode()) == graph


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_mermaid_itself_draws_two_hundred_graphs_with_every_label() -> None:
    for graph in graphs(200):
        check_mermaid(graph)


def test_mermaid_itself_draws_every_hostile_label() -> None:
    for start in range(0, len(HOSTILE), 8):
        labels = [f"{words[:70]} {place}" for place, words in enumerate(HOSTILE[start : start + 8])]
        nodes = tuple(node(f"n{i}", "outcome", label) for i, label in enumerate(labels))
        check_mermaid(replace(staffing(), title=HOSTILE[start], nodes=nodes, edges=()))


@pytest.mark.parametrize("broken", ['flowchart TD\n a["x" b', "flowchart TD\n a[end] --> end"])
def test_the_reader_of_mermaid_finds_mistakes(broken: str) -> None:
    with pytest.raises(RuntimeError):
        readers.drawn_by_mermaid(broken)


@few
@given(sound_graphs(), st.integers(min_value=0))
def test_any_sound_graph_reads_back_with_hostile_words(graph: Graph, seed: int) -> None:
    check_texts(with_text(graph, Random(seed)))


@few
@given(messy_graphs())
def test_any_graph_however_broken_is_written(graph: Graph) -> None:
    captions = sorted(box.caption for box in parts_of(graph).boxes)
    assert sorted(data["caption"] for _, data in readers.graphml(graphml(graph)).nodes(data=True)) == captions
    assert sorted(readers.dot_labels(dot(graph))[0]) == captions
    cells = readers.xml(drawio(graph)).findall(".//mxCell")
    assert sorted(c.get("value") for c in cells if c.get("vertex")) == captions
    assert readers.rows(table(graph)) or not graph.nodes
    assert mermaid(graph).endswith("\n")
    assert as_json(graph).endswith("}\n")


@quick
@given(hostile)
def test_no_cell_of_the_table_begins_like_a_formula(text: str) -> None:
    graph = with_nodes(staffing(), node("hire", "option", text, body=text))
    support = Provenance(source=text, quote=text, location=text)
    graph = with_edges(graph, link("hire", "cost", 0.5, -0.5, support))
    written = table(graph)
    assert written.startswith("\ufeff")
    for row in readers.rows(written):
        assert row["weight"] in {"", "-0.5", "0.4", "0.7", "0.2"}
        others = [cell for column, cell in row.items() if column != "weight"]
        assert not [cell for cell in others if cell.startswith(tuple("=+-@＝＋－＠\t\r"))]
        assert not [cell for cell in others if "\n" in cell or "\r" in cell]
    assert all(line.startswith('"') for line in written.removeprefix("\ufeff").splitlines() if line)


def test_the_table_has_a_row_for_every_node_and_link() -> None:
    rows = readers.rows(table(staffing()))
    [hire] = [row for row in rows if row["letter"] == "A"]
    assert (hire["part"], hire["kind"], hire["label"]) == ("node", "option", "Hire three engineers")
    [paid] = [row for row in rows if row["source"] == "costs.csv"]
    assert {k: paid[k] for k in ("from", "to", "belief", "weight", "location", "quote")} == {
        "from": "Use an agency",
        "to": "Cost",
        "belief": "0.9",
        "weight": "0.4",
        "location": "row 2",
        "quote": "agency, 180000",
    }
    assert len(rows) == len(staffing().nodes) + len(staffing().edges)


def test_the_same_graph_is_the_same_bytes_however_it_is_listed() -> None:
    other = replace(
        staffing(), nodes=tuple(reversed(staffing().nodes)), edges=tuple(reversed(staffing().edges))
    )
    for form, write in WRITERS.items():
        assert write(other) == write(staffing()), form


def test_letters_stay_when_an_option_before_them_is_gone() -> None:
    graph = without(staffing(), "hire")
    for write in (mermaid, dot, drawio, graphml):
        assert "(B) Use an agency" in write(graph)
    assert '"B","Use an agency"' in table(graph)


def test_a_drawing_puts_each_kind_in_a_row_and_unknown_kinds_last() -> None:
    graph = with_nodes(staffing(), node("odd", "banana"))
    cells = {c.get("id"): c for c in readers.xml(drawio(graph)).findall(".//mxCell") if c.get("vertex")}
    heights: dict[int, set[str]] = {}
    for cell in cells.values():
        heights.setdefault(int(cell.find("mxGeometry").get("y")), set()).add(cell.get("value"))
    assert [sorted(heights[y]) for y in sorted(heights)] == [
        ["Launch by June"],
        ["How do we staff the rebuild?"],
        ["(A) Hire three engineers", "(B) Use an agency"],
        ["Cost (want less)", "Delivery speed (want more)"],
        ["Odd"],
    ]


def test_a_link_says_how_sure_and_how_strong_or_what_is_missing() -> None:
    graph = with_edges(staffing(), link("hire", "cost", None, 0.5), link("hire", "speed", 0.5, 0.0, COSTS))
    captions = {arrow.link.key: arrow.caption for arrow in parts_of(graph).arrows}
    assert captions["agency", "cost"] == "90% sure, raises it"
    assert captions["hire", "cost"] == "how sure: not said, raises it"
    assert captions["hire", "speed"] == "50% sure, changes nothing"
    assert captions["how", "hire"] == ""


def test_a_label_of_nothing_visible_still_has_a_caption() -> None:
    graph = with_nodes(staffing(), node("cost", "outcome", "\u200b"))
    assert "…" in {box.caption for box in parts_of(graph).boxes}


def test_every_format_says_what_it_is() -> None:
    assert len({form.title for form in Format}) == len(Format)
    assert len({form.suffix for form in Format}) == len(Format)
    assert all(form.suffix.startswith(".") and "/" in form.media_type for form in Format)
    assert {form for form in Format if form not in WRITERS} == {
        Format.MARKDOWN, *(form for form in Format if form.is_picture)
    }  # fmt: skip
