"""The wire schema of a graph: pydantic models, with the JSON schema that both providers take."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat

_KEPT = ("type", "description", "enum", "properties", "items", "anyOf")  # the keywords both providers take


def fold(value: object) -> object:
    """Lower case: no provider guarantees the casing of an enum."""
    return value.strip().lower() if isinstance(value, str) else value


Kind = Annotated[
    Literal["goal", "decision", "option", "outcome", "risk", "factor"],
    BeforeValidator(fold),
]
Direction = Annotated[Literal["higher", "lower", "unknown"], BeforeValidator(fold)]
EvidenceKind = Annotated[Literal["document", "brief", "hypothesis"], BeforeValidator(fold)]


class Wire(BaseModel):
    """Strict on types, blind to keys it does not know; limits are for `core.graph.rules` to judge."""

    model_config = ConfigDict(frozen=True, strict=True, validate_by_name=True, serialize_by_alias=True)


class WireNode(Wire):
    """A node as the model wrote it. `better` means something for outcomes only."""

    id: str = Field(description="lower case words joined by underscores")
    kind: Kind
    label: str = Field(description="at most 80 characters")
    body: str = Field(description="one sentence, at most 200 characters")
    better: Direction = Field(description="for an outcome, the direction that is wanted; otherwise unknown")


class WireEvidence(Wire):
    """What a link rests on: the number of a passage in a document or the brief, or nothing yet."""

    kind: EvidenceKind
    document: str = Field(description="D1, D2, ...; B for the brief; empty for a hypothesis")
    passage: int = Field(description="the number in brackets before the passage; 0 for a hypothesis")
    note: str = Field(description="the words that matter, or the hypothesis; at most 100 characters")


class WireEdge(Wire):
    """A link. Structural links have null for belief, weight and evidence."""

    src: str = Field(alias="from")
    dst: str = Field(alias="to")
    belief: FiniteFloat | None = Field(description="0 to 1; null on a structural link")
    weight: FiniteFloat | None = Field(description="-1 to 1; null on a structural link")
    evidence: WireEvidence | None = Field(description="null on a structural link")


class WireRationale(Wire):
    """Why one node or link is as it is."""

    target: str = Field(description="a node id, or from::to for a link")
    why: str = Field(description="at most 280 characters")


class WireGraph(Wire):
    """The whole reply. Nodes stand before edges, so that they can be counted while the reply streams."""

    title: str = Field(description="the decision in a few words")
    nodes: tuple[WireNode, ...]
    edges: tuple[WireEdge, ...]
    rationales: tuple[WireRationale, ...]


def _portable(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """One schema node with references inlined, every property required and no keyword outside `_KEPT`."""
    if "$ref" in node:
        target = definitions[node["$ref"].rsplit("/", 1)[-1]]
        return _portable({**target, "description": node.get("description")}, definitions)
    out: dict[str, Any] = {key: node[key] for key in _KEPT if node.get(key) is not None}
    if "anyOf" in out:
        out["anyOf"] = [_portable(choice, definitions) for choice in out["anyOf"]]
    if "items" in out:
        out["items"] = _portable(out["items"], definitions)
    if "properties" in out:
        out["properties"] = {name: _portable(sub, definitions) for name, sub in out["properties"].items()}
        out["required"] = list(out["properties"])
        out["additionalProperties"] = False
    return out


def schema_of(reply: type[Wire]) -> dict[str, Any]:
    """The schema of a whole reply in the subset that Anthropic and OpenAI (strict) share.

    No recursion, bounds or lengths; every property required; additionalProperties false; keys in the
    order of the fields. Limits: at most 24 optional parameters and 16 unions (Anthropic), no optional
    ones (OpenAI).
    """
    raw = reply.model_json_schema(by_alias=True)
    return _portable({**raw, "description": None}, raw["$defs"])


SCHEMA: dict[str, Any] = schema_of(WireGraph)


def schema_bytes(schema: Mapping[str, Any] = SCHEMA) -> bytes:
    """A schema as the same bytes on every run; a change of one byte empties every prompt cache."""
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")).encode()
