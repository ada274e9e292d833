"""A drafted graph into an assessed one: repaired, validated, analysed, questioned."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from pydantic import TypeAdapter

from core.graph.analysis import analyse
from core.graph.model import Graph
from core.graph.quality import questions
from core.graph.repair import repair
from core.graph.rules import validate
from core.graph.serial import canonical
from core.ids import digest
from core.pipeline.events import Assessment

ASSESSMENT_VERSION = b"1"  # raise it when the rules, the repair or the arithmetic change

_CODEC: TypeAdapter[Assessment] = TypeAdapter(Assessment)


class Assessments(Protocol):
    """Where assessments are kept, by the digest of the graph."""

    async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
        """The value of `key`, made by `make` when it is not there."""


async def assess(graph: Graph, *, kept: Assessments, risks: bool, english: bool) -> Assessment:
    """Assess a graph, once: an equal graph within the store's lifetime is not assessed again.

    `risks` says whether risks and factors may stay; `english` whether questions may read the labels.
    """
    flags = b"%d%d" % (risks, english)

    async def make() -> bytes:
        return await asyncio.to_thread(
            lambda: _CODEC.dump_json(assessed(graph, risks=risks, english=english))
        )

    value = await kept.get(digest(ASSESSMENT_VERSION, flags, canonical(graph)), make)
    return _CODEC.validate_json(value)


def assessed(graph: Graph, *, risks: bool, english: bool) -> Assessment:
    """The same, here and now: some 20 ms, and 100 ms more where numpy was not imported yet."""
    repaired = repair(graph, risks=risks)
    return Assessment(
        graph=repaired.graph,
        issues=validate(repaired.graph),
        questions=questions(repaired.graph, risks=risks, english=english),
        analysis=analyse(repaired.graph),
        repairs=repaired.log,
    )
