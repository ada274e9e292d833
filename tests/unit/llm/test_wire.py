from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from core.llm.wire import SCHEMA, WireEdge, WireEvidence, WireGraph, WireNode, schema_bytes
from tests.fakes.llm.drafting import draft
from tests.fakes.llm.schemas import MAX_OPTIONAL, MAX_UNIONS, complaint

TAKEN_BY_BOTH = {
    "type",
    "description",
    "enum",
    "properties",
    "items",
    "anyOf",
    "required",
    "additionalProperties",
}
NODE = {"id": "a", "kind": "goal", "label": "A", "body": "", "better": "unknown"}
EDGE = {"from": "a", "to": "b", "belief": 0.5, "weight": 1, "evidence": None}
REPLY = {"title": "T", "nodes": [NODE], "edges": [EDGE], "rationales": [{"target": "a", "why": "b"}]}


def schemas(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    children = [*node.get("properties", {}).values(), *node.get("anyOf", ())]
    for child in [*children, *([node["items"]] if "items" in node else [])]:
        yield from schemas(child)


def read(**changes: object) -> WireGraph:
    return WireGraph.model_validate_json(json.dumps({**REPLY, **changes}))


def test_the_schema_uses_only_keywords_that_both_providers_take() -> None:
    assert {key for node in schemas(SCHEMA) for key in node} <= TAKEN_BY_BOTH


def test_every_property_is_required_and_no_other_is_allowed() -> None:
    objects = [node for node in schemas(SCHEMA) if node.get("type") == "object"]
    assert len(objects) == 5
    for node in objects:
        assert node["required"] == list(node["properties"])
        assert node["additionalProperties"] is False


def test_the_schema_stays_within_the_limits_on_optional_properties_and_unions() -> None:
    optional = [
        name
        for node in schemas(SCHEMA)
        for name in set(node.get("properties", ())) - {*node.get("required", ())}
    ]
    unions = [node for node in schemas(SCHEMA) if "anyOf" in node or isinstance(node.get("type"), list)]
    assert len(optional) <= MAX_OPTIONAL
    assert 0 < len(unions) <= MAX_UNIONS


def test_both_fakes_take_the_schema() -> None:
    assert complaint(SCHEMA, all_required=True) is None
    assert complaint(SCHEMA, all_required=False) is None


def test_nodes_stand_before_edges_and_keys_in_the_order_of_the_fields() -> None:
    assert list(SCHEMA["properties"]) == ["title", "nodes", "edges", "rationales"]
    assert list(SCHEMA["properties"]["nodes"]["items"]["properties"]) == list(WireNode.model_fields)
    edge = list(SCHEMA["properties"]["edges"]["items"]["properties"])
    assert edge == ["from", "to", "belief", "weight", "evidence"]


def test_the_bytes_of_the_schema_are_its_compact_json() -> None:
    assert schema_bytes() == schema_bytes()
    assert json.loads(schema_bytes()) == SCHEMA
    assert not re.search(rb"\s", re.sub(rb'"[^"]*"', b"", schema_bytes()))


def test_what_the_models_write_follows_the_schema() -> None:
    graph = WireGraph.model_validate_json(draft('<brief id="B">\n[1] Should we hire or wait?\n</brief>'))
    jsonschema.validate(json.loads(graph.model_dump_json()), SCHEMA)


def test_a_reply_survives_being_read_and_written() -> None:
    graph = read()
    assert json.loads(graph.model_dump_json()) == REPLY
    assert WireGraph.model_validate_json(graph.model_dump_json()) == graph


def test_links_can_be_made_with_our_own_names() -> None:
    edge = WireEdge(src="a", dst="b", belief=None, weight=None, evidence=None)
    assert edge.model_dump() == {"from": "a", "to": "b", "belief": None, "weight": None, "evidence": None}


@pytest.mark.parametrize("kind", ["GOAL", "Goal", " goal "])
def test_the_casing_of_enums_is_folded(kind: str) -> None:
    graph = read(nodes=[{**NODE, "kind": kind, "better": "Higher"}])
    assert (graph.nodes[0].kind, graph.nodes[0].better) == ("goal", "higher")
    evidence = WireEvidence.model_validate({"kind": "Brief", "document": "B", "passage": 1, "note": ""})
    assert evidence.kind == "brief"


@pytest.mark.parametrize(
    "edge",
    [
        {**EDGE, "belief": "0.5"},
        {**EDGE, "belief": True},
        {**EDGE, "weight": "strong"},
        {**EDGE, "from": 1},
        {**EDGE, "evidence": {"kind": "document", "document": "D1", "passage": "2", "note": ""}},
        {**EDGE, "evidence": {"kind": "rumour", "document": "", "passage": 0, "note": ""}},
        {"from": "a", "to": "b"},
    ],
)
def test_a_wrong_type_or_a_missing_key_is_refused(edge: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        read(edges=[edge])


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1e999"])
def test_a_number_without_a_value_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        WireGraph.model_validate_json(json.dumps(REPLY).replace("0.5", number))


def test_an_unknown_key_is_passed_over() -> None:
    assert read(comment="hello", nodes=[{**NODE, "colour": "red"}]) == read()


def test_limits_of_the_graph_are_not_judged_here() -> None:
    graph = read(nodes=[{**NODE, "label": "x" * 500}] * 40, edges=[{**EDGE, "belief": 7}])
    assert len(graph.nodes) == 40
