"""Letters are given once: options keep theirs, and those of dropped options stay free."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from core.graph.letters import letters, with_letters_of
from core.graph.model import Graph, NodeKind
from core.graph.repair import repair
from tests.unit.graph.samples import node, staffing, with_nodes, without
from tests.unit.graph.strategies import messy_graphs, quick


def options(count: int) -> Graph:
    nodes = tuple(node(f"o{i:02}", NodeKind.OPTION) for i in range(count))
    return replace(staffing(), nodes=nodes, edges=(), option_order=())


def test_letters_go_on_as_numbers() -> None:
    assert letters(options(24))["o23"] == "X"
    assert letters(options(30))["o28"] == "29"


def test_the_letter_of_an_option_that_is_gone_stays_free() -> None:
    assert letters(without(staffing(), "hire")) == {"agency": "B"}


def test_a_new_revision_keeps_the_letters_of_the_one_before() -> None:
    after = with_nodes(without(staffing(), "hire"), node("wait", NodeKind.OPTION))
    after = replace(after, option_order=("wait", "agency"))
    assert letters(with_letters_of(staffing(), after)) == {"agency": "B", "wait": "C"}


def test_repair_keeps_the_letters_of_options_that_were_gone_before_it() -> None:
    assert letters(repair(without(staffing(), "hire")).graph) == {"agency": "B"}


@quick
@given(messy_graphs())
def test_every_option_has_a_letter_of_its_own(graph: Graph) -> None:
    found = letters(graph)
    assert set(found) == {n.id for n in graph.of_kind("option")}
    assert len(set(found.values())) == len(found)
    assert list(found) == list(dict.fromkeys(n.id for n in graph.options))
