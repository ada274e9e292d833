"""Which JSON schemas the providers take for structured output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

MAX_OPTIONAL = 24
MAX_UNIONS = 16
MAX_DEPTH = 10
_KEYWORDS = frozenset(
    {
        "$defs",
        "$ref",
        "additionalProperties",
        "anyOf",
        "const",
        "description",
        "enum",
        "items",
        "properties",
        "required",
        "title",
        "type",
    }
)


def complaint(schema: Mapping[str, Any], *, all_required: bool) -> str | None:
    """Why a schema is refused, None if it is not. Stricter than either provider: what is not known to work
    everywhere is refused. `all_required` is OpenAI's strict mode."""
    return next(_complaints(schema, all_required=all_required), None)


def _complaints(schema: Mapping[str, Any], *, all_required: bool) -> Iterator[str]:
    if schema.get("type") != "object":
        yield "the root must be an object"
    nodes = list(_nodes(schema))
    objects = [node for node in nodes if node.get("type") == "object"]
    yield from (f"unsupported keyword: {word}" for node in nodes for word in node.keys() - _KEYWORDS)
    if any(node.get("additionalProperties") is not False for node in objects):
        yield "additionalProperties must be false"
    optional = sum(len(node.get("properties", {}).keys() - set(node.get("required", ()))) for node in objects)
    if all_required and optional:
        yield "every property must be required"
    if optional > MAX_OPTIONAL:
        yield f"{optional} optional parameters, at most {MAX_OPTIONAL}"
    unions = sum("anyOf" in node or isinstance(node.get("type"), list) for node in nodes)
    if unions > MAX_UNIONS:
        yield f"{unions} unions, at most {MAX_UNIONS}"
    if problem := _recursion(schema, schema, ()):
        yield problem
    if _depth(schema) > MAX_DEPTH:
        yield f"more than {MAX_DEPTH} levels"


def _children(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from node.get("properties", {}).values()
    yield from node.get("$defs", {}).values()
    yield from node.get("anyOf", ())
    if "items" in node:
        yield node["items"]


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield node
    for child in _children(node):
        yield from _nodes(child)


def _recursion(root: Mapping[str, Any], node: Mapping[str, Any], path: tuple[str, ...]) -> str | None:
    if "$ref" in node:
        name = node["$ref"].removeprefix("#/$defs/")
        if name in path or name not in root.get("$defs", {}):
            return f"recursive or unknown reference: {name}"
        return _recursion(root, root["$defs"][name], (*path, name))
    for child in _children(node):
        if found := _recursion(root, child, path):
            return found
    return None


def _depth(node: Mapping[str, Any]) -> int:
    return (node.get("type") == "object") + max(map(_depth, _children(node)), default=0)
