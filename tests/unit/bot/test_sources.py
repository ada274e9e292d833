"""The sources that were saved beside a graph."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.cli.sources import NAME, basis, sources
from core.cache import Cache
from core.graph.serial import canonical
from core.graph.sources import cite
from core.pipeline.revise import Basis
from tests.unit.bot.test_output import drafted


async def test_sources_are_found_inside_the_object_or_beside_the_file(tmp_path: Path) -> None:
    async with Cache() as cache:
        draft = await drafted(cache)
    graph = draft.assessment.graph
    whole = Basis(graph=graph, brief=draft.brief)
    saved = canonical(graph)
    given = str(tmp_path / "graph.json")
    assert basis(graph, given, json.dumps({"sources": sources(draft)}).encode()) == whole
    assert basis(graph, given, saved) == Basis(graph=graph)
    (tmp_path / NAME).write_text(json.dumps(sources(draft)))
    assert basis(graph, given, saved) == whole
    assert basis(graph, "-", saved) == Basis(graph=graph)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"brief": 1}', "null"])
async def test_sources_that_cannot_be_read_are_left_aside(text: str, tmp_path: Path) -> None:
    async with Cache() as cache:
        graph = (await drafted(cache)).assessment.graph
    (tmp_path / NAME).write_text(text)
    assert basis(graph, str(tmp_path / "graph.json"), b"no JSON") == Basis(graph=graph)


async def test_sources_in_which_a_citation_does_not_stand_are_those_of_another_draft(tmp_path: Path) -> None:
    async with Cache() as cache:
        draft = await drafted(cache)
    graph = draft.assessment.graph
    cited = cite(draft.brief, 1)
    edges = tuple(replace(edge, provenance=edge.provenance and cited) for edge in graph.edges)
    graph = replace(graph, edges=edges)
    (tmp_path / NAME).write_text(json.dumps(sources(draft)))
    assert basis(graph, str(tmp_path / "graph.json"), b"{}").brief == draft.brief
    other = sources(draft) | {"brief": {**sources(draft)["brief"], "passages": []}}
    (tmp_path / NAME).write_text(json.dumps(other))
    assert basis(graph, str(tmp_path / "graph.json"), b"{}") == Basis(graph=graph)
