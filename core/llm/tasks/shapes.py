"""What the reply to each task looks like: its schema, and the list whose items tell how far it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.llm.provider import Task
from core.llm.tasks.clarify import WireClarification, WireQuestion
from core.llm.tasks.critique import WireCritique, WireFinding
from core.llm.tasks.options import WireOption, WireOptions
from core.llm.wire import SCHEMA, Wire, WireNode, schema_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One reply. An item of the list `items` has the keys `keys`; `next` is the list after it, if any."""

    schema: Mapping[str, Any]
    items: str
    keys: frozenset[str]
    next: str = ""


def _shape(reply: type[Wire], items: str, item: type[Wire]) -> Shape:
    return Shape(schema=schema_of(reply), items=items, keys=frozenset(item.model_fields))


GRAPH = Shape(schema=SCHEMA, items="nodes", keys=frozenset(WireNode.model_fields), next="edges")

_SHAPES: Mapping[str, Shape] = {
    Task.OPTIONS: _shape(WireOptions, "options", WireOption),
    Task.CRITIQUE: _shape(WireCritique, "findings", WireFinding),
    Task.CLARIFY: _shape(WireClarification, "questions", WireQuestion),
}


def shape_of(task: str) -> Shape:
    """The shape of a task's reply; a graph for all that have none of their own."""
    return _SHAPES.get(task, GRAPH)
