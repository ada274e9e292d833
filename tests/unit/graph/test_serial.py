from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from core.errors import GraphUnreadable
from core.graph.model import Better, Edge, Graph, Node, Rationale
from core.graph.order import in_order
from core.graph.serial import MAX_BYTES, canonical, from_bytes, from_dict, schema, to_dict
from tests.unit.graph.samples import link, staffing, with_edges
from tests.unit.graph.strategies import messy_graphs, quick, sound_graphs, twice_listed

Json = dict[str, Any]


def stored() -> Json:
    data: Json = json.loads(canonical(staffing()))
    return data


def put(data: Any, path: tuple[str | int, ...], value: object) -> None:  # noqa: ANN401  any JSON
    for step in path[:-1]:
        data = data[step]
    if value is GONE:
        del data[path[-1]]
    else:
        data[path[-1]] = value


def test_the_stored_form_is_the_published_one() -> None:
    data = to_dict(staffing())
    assert list(data) == ["version", "title", "nodes", "edges", "rationales", "option_order", "meta"]
    assert data["nodes"][1] == {
        "id": "cost",
        "kind": "outcome",
        "label": "Cost",
        "body": "",
        "better": "lower",
    }
    assert data["edges"][0] == {
        "id": "agency::cost::0",
        "from": "agency",
        "to": "cost",
        "belief": 0.9,
        "weight": 0.4,
        "provenance": {
            "source": "costs.csv",
            "quote": "agency, 180000",
            "location": "row 2",
            "document": "D1",
            "passage": 1,
        },
    }
    assert data["edges"][-1] == {"id": "launch::how::0", "from": "launch", "to": "how"}
    assert data["option_order"] == ["hire", "agency"]
    assert data["meta"] == {
        "roots": ["launch"],
        "leaves": ["cost", "speed"],
        "source": "anthropic",
        "model": "claude-sonnet-5-5",
        "prompt_version": "1",
    }


@quick
@given(sound_graphs())
def test_a_sound_graph_comes_back_exactly(graph: Graph) -> None:
    assert from_dict(to_dict(graph)) == graph
    assert from_bytes(canonical(graph)) == graph


@quick
@given(messy_graphs())
def test_any_graph_can_be_written_and_what_is_read_back_is_written_the_same(graph: Graph) -> None:
    written = canonical(graph)
    assert canonical(from_bytes(written)) == written


@quick
@given(twice_listed())
def test_the_bytes_do_not_depend_on_how_the_parts_are_listed(listings: tuple[Graph, Graph]) -> None:
    assert canonical(listings[0]) == canonical(listings[1])


def test_equal_numbers_give_equal_bytes() -> None:
    whole = with_edges(staffing(), link("hire", "speed", 1, 0))
    exact = with_edges(staffing(), link("hire", "speed", 1.0, -0.0))
    assert whole == exact
    assert canonical(whole) == canonical(exact)


def test_text_is_utf8_and_half_a_surrogate_pair_is_escaped() -> None:
    graph = Graph(title="採用 \ud800", nodes=(), edges=())
    assert "採用 \\ud800".encode() in canonical(graph)
    assert json.loads(canonical(graph))["title"] == graph.title


def test_numbers_that_json_lacks_are_left_out() -> None:
    graph = with_edges(staffing(), link("hire", "speed", float("nan"), float("inf")))
    written = next(e for e in to_dict(graph)["edges"] if e["id"] == "hire::speed::0")
    assert not {"belief", "weight"} & set(written)


def test_links_between_the_same_nodes_are_told_apart_by_their_index() -> None:
    graph = replace(staffing(), edges=(link("hire", "speed", 0.1), link("hire", "speed", 0.9)))
    edges = to_dict(graph)["edges"]
    assert [(e["id"], e["belief"]) for e in edges] == [("hire::speed::0", 0.9), ("hire::speed::1", 0.1)]
    assert from_dict(to_dict(graph)) == in_order(graph)


REFUSED: list[tuple[tuple[str | int, ...], object, str]] = [
    (("version",), "2", "version should be '1'."),
    (("version",), None, "version should be '1'."),
    (("title",), 7, "title should be a valid string."),
    (("nodes",), {}, "nodes should be a valid list."),
    (("nodes", 2, "label"), None, "nodes[2].label should be a valid string."),
    (("nodes", 0, "better"), "more", "nodes[0].better should be 'higher', 'lower' or 'unknown'."),
    (("nodes", 0, "colour"), "red", "nodes[0].colour is not a field of a graph."),
    (("edges", 0, "belief"), "0.5", "edges[0].belief should be a valid number."),
    (("edges", 0, "belief"), True, "edges[0].belief should be a valid number."),
    (("edges", 0, "belief"), float("nan"), "edges[0].belief should be a finite number."),
    (("edges", 0, "id"), "agency::cost::1", "edges[0].id should be agency::cost::0."),
    (("edges", 0, "id"), "hire::cost::0", "edges[0].id should be agency::cost::0."),
    (("edges", 0, "provenance", "passage"), 1.5, "edges[0].provenance.passage should be a valid integer."),
    (("nodes", 0, "label"), "x" * 2001, "nodes[0].label: string should have at most 2000 characters."),
    (("option_order",), ["a"] * 1001, "option_order: list should have at most 1000 items"),
    (("title",), "\ud800", "title should be a valid string"),
]


@pytest.mark.parametrize(("path", "value", "sentence"), REFUSED)
def test_what_cannot_be_read_is_named(path: tuple[str | int, ...], value: object, sentence: str) -> None:
    data: Any = stored()
    put(data, path, value)
    with pytest.raises(GraphUnreadable) as caught:
        from_dict(data)
    assert caught.value.reason.startswith(sentence)


def test_a_missing_field_is_named() -> None:
    data = stored()
    del data["edges"][1]["from"]
    with pytest.raises(GraphUnreadable, match=r"^edges\[1\].from is missing.$"):
        from_dict(data)


@pytest.mark.parametrize("data", [None, [], "graph", 7])
def test_only_an_object_is_a_graph(data: object) -> None:
    with pytest.raises(GraphUnreadable, match=r"^The graph should be"):
        from_dict(data)


def test_what_a_hand_written_graph_may_leave_out() -> None:
    data: Json = {"version": "1", "title": "T", "edges": []}
    data["nodes"] = [{"id": "a", "kind": "outcome", "label": "A", "better": "higher"}]
    node = Node(id="a", kind="outcome", label="A", better=Better.HIGHER)
    assert from_dict(data) == Graph(title="T", nodes=(node,), edges=())


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"{", b"[" * 100_000, b'{"version": NaN}', b" " * (MAX_BYTES + 1)]
)
def test_a_file_that_is_no_json_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(GraphUnreadable, match=r"^The file "):
        from_bytes(data)


def test_the_schema_itself_follows_its_standard() -> None:
    Draft202012Validator.check_schema(schema())


@quick
@given(sound_graphs())
def test_every_sound_graph_follows_the_schema(graph: Graph) -> None:
    Draft202012Validator(schema()).validate(to_dict(graph))


GONE = object()
WRONG: list[tuple[tuple[str | int, ...], object]] = [
    (("version",), GONE),
    (("version",), "2"),
    (("colour",), "red"),
    (("nodes",), stored()["nodes"][1:]),
    (("nodes",), [*stored()["nodes"], *({**stored()["nodes"][0], "id": f"more_{i}"} for i in range(5))]),
    (("nodes", 0, "id"), "Bad Id"),
    (("nodes", 0, "kind"), "banana"),
    (("nodes", 0, "label"), ""),
    (("nodes", 0, "label"), "x" * 81),
    (("nodes", 0, "body"), "x" * 201),
    (("nodes", 0, "better"), "more"),
    (("edges", 0, "id"), "a::b"),
    (("edges", 0, "belief"), 1.1),
    (("edges", 0, "weight"), -1.1),
    (("edges", 0, "weight"), GONE),
    (("edges", 0, "provenance"), GONE),
    (("edges", 0, "provenance", "quote"), "q" * 101),
    (("edges", 0, "provenance", "source"), ""),
    (("edges",), [{"id": f"a::b{i}::0", "from": "a", "to": f"b{i}"} for i in range(25)]),
    (("rationales", 0, "why"), "w" * 281),
    (("option_order",), ["hire", "hire"]),
    (("meta", "roots"), GONE),
]


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_the_schema_refuses_what_breaks_its_rules(path: tuple[str | int, ...], value: object) -> None:
    data: Any = stored()
    assert Draft202012Validator(schema()).is_valid(data)
    put(data, path, value)
    assert not Draft202012Validator(schema()).is_valid(data)


def test_the_schema_has_the_limits_of_the_model() -> None:
    parts = schema()["$defs"]
    node, edge = parts["node"]["properties"], parts["edge"]["properties"]
    assert schema()["properties"]["nodes"]["maxItems"] == 12
    assert schema()["properties"]["edges"]["maxItems"] == 24
    assert set(node) == {"id", "kind", "label", "body", "better"}
    assert set(edge) == {"id", "from", "to", "belief", "weight", "provenance"}


def test_a_graph_is_read_from_the_bytes_of_a_file() -> None:
    assert from_bytes(canonical(staffing())) == staffing()


def test_a_rationale_and_a_structural_link_come_back() -> None:
    graph = replace(staffing(), rationales=(Rationale(target="hire::speed::0", why="Ramp-up"),))
    back = from_dict(to_dict(graph))
    assert back.rationales == graph.rationales
    assert Edge(src="how", dst="hire") in back.edges
