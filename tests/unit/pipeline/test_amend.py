"""A graph that no model wrote, as a revision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import EditRefused
from core.graph.diff import apply
from core.graph.edits import AddNode, DropNode, Relabel, SetBelief
from core.graph.letters import letters
from core.graph.model import Edge, Graph, Node, NodeKind
from core.graph.order import in_order
from core.pipeline.amend import BY_HAND, amended, brought_back, reassessed
from core.pipeline.revise import Basis
from tests.fakes.scripted import Scripted
from tests.unit.graph.samples import link, node, staffing, with_edges, with_nodes
from tests.unit.pipeline.test_draft import tools

BASIS = Basis(graph=staffing())


def with_a_pilot() -> Graph:
    """A third option, C."""
    more = with_nodes(staffing(), node("pilot", NodeKind.OPTION))
    linked = with_edges(more, Edge(src="how", dst="pilot"), link("pilot", "cost"), link("pilot", "speed"))
    return in_order(replace(linked, option_order=("hire", "agency", "pilot")))


def with_a_risk() -> Graph:
    return in_order(
        with_edges(with_nodes(staffing(), node("strike", NodeKind.RISK)), link("strike", "speed", 0.2, -0.5))
    )


async def test_an_edit_is_analysed_anew_and_says_what_changed_and_why() -> None:
    surer = SetBelief(src="hire", dst="speed", belief=0.95, why="Two are signed.")
    renamed = Relabel(node="hire", label="Hire two engineers")
    revised = await amended([surer, renamed], basis=BASIS, tools=tools(Scripted([])))
    assert revised.is_new
    told = {line.text: revised.reason(line) for line in revised.lines}
    assert told == {
        "Renamed option “Hire three engineers” to “Hire two engineers”": BY_HAND,
        "How sure: “Hire two engineers → Delivery speed” 60 → 95%": "Two are signed.",
    }
    after = revised.draft.assessment
    assert apply(revised.changes, revised.previous) == after.graph
    assert after.analysis != (await reassessed(staffing(), basis=BASIS, tools=tools(Scripted([])))).analysis
    assert revised.draft.usage == ()


async def test_what_is_dropped_goes_for_the_reason_that_the_edit_gives() -> None:
    waiting = AddNode(node=Node(id="wait", kind=NodeKind.OPTION, label="Wait"))
    with pytest.raises(EditRefused):
        await amended([waiting], basis=BASIS, tools=tools(Scripted([])))
    three = Basis(graph=with_a_pilot())
    revised = await amended([DropNode(node="pilot", why="Too slow.")], basis=three, tools=tools(Scripted([])))
    (line,) = [line for line in revised.lines if line.at == "pilot"]
    assert revised.reason(line) == "Too slow."


async def test_an_earlier_graph_comes_back_and_letters_that_were_given_stay_free() -> None:
    newer = Basis(graph=with_a_pilot())
    revised = await brought_back(staffing(), basis=newer, tools=tools(Scripted([])))
    after = revised.draft.assessment.graph
    assert after.nodes == staffing().nodes
    assert letters(after) == letters(staffing())
    assert after.option_order == newer.graph.option_order
    assert [line.text for line in revised.lines] == ["Removed option “Pilot”"]
    assert [revised.reason(line) for line in revised.lines] == [""]


async def test_risks_that_are_drawn_stay_where_new_ones_are_not_drawn() -> None:
    graph = with_a_risk()
    assert not tools(Scripted([])).risks
    assessment = await reassessed(graph, basis=Basis(graph=graph), tools=tools(Scripted([])))
    assert "strike" in {node.id for node in assessment.graph.nodes}
