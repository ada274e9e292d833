from __future__ import annotations

from random import Random

import pytest

from core.graph.analysis import analyse
from core.graph.diff import apply, diff
from core.graph.export.report import report
from core.graph.model import Graph
from core.graph.quality import questions
from core.graph.repair import repair
from core.graph.rules import validate
from core.graph.serial import canonical, from_bytes
from tests.unit.graph.strategies import messy, sound
from tests.unit.graph.test_repair import MENDED


@pytest.mark.slow
def test_thousands_of_messy_graphs_go_all_the_way() -> None:
    before = Graph(title="", nodes=(), edges=())
    for seed in range(3_000):
        rng = Random(seed)
        graph = messy(rng, nodes=rng.randrange(25), edges=rng.randrange(80))
        once = repair(graph, risks=seed % 3 > 0).graph
        again = repair(once, risks=seed % 3 > 0)
        assert (again.log, repr(again.graph)) == ((), repr(once)), seed
        issues = validate(once)
        assert not {v.code for v in issues} & MENDED, seed
        assert apply(diff(before, once), before) == once, seed
        assert canonical(from_bytes(canonical(once))) == canonical(once), seed
        analysis = analyse(once, draws=20, seed=seed)
        assert report(once, analysis, issues=issues, questions=questions(once, risks=True)), seed
        before = once


@pytest.mark.slow
def test_thousands_of_sound_graphs_pass_unchanged() -> None:
    for seed in range(3_000):
        rng = Random(seed)
        graph = sound(rng, options=rng.randint(2, 4), outcomes=rng.randint(1, 3), between=rng.randrange(3))
        assert validate(graph) == (), seed
        assert repair(graph).log == (), seed
        assert from_bytes(canonical(graph)) == graph, seed
