"""Which suggested options are shown."""

from __future__ import annotations

from dataclasses import replace

from core.graph.edits import AddLink, AddNode
from core.graph.model import Edge, NodeKind
from core.graph.suggestions import MOST, Suggestion, distinct
from tests.unit.graph.samples import link, node, staffing


def suggestion(title: str) -> Suggestion:
    """An option that can be added to the sample."""
    option = node("new", NodeKind.OPTION, title)
    return Suggestion(
        title=title,
        pros=("Quick", "Cheap"),
        cons=("Risky", "New"),
        evidence=("A quote", "A reference"),
        edits=(
            AddNode(node=option),
            AddLink(link=Edge(src="how", dst="new")),
            AddLink(link=link("new", "speed")),
        ),
    )


def test_an_option_that_the_graph_has_is_no_suggestion() -> None:
    assert distinct(staffing(), [suggestion("use an Agency."), suggestion("  ")]) == ()


def test_the_same_suggestion_is_shown_once() -> None:
    first, again = (
        suggestion("Train the team"),
        replace(suggestion("Train the team "), pros=("Loyal", "Lasting")),
    )

    assert distinct(staffing(), [first, again]) == (first,)


def test_no_more_than_five_are_shown() -> None:
    assert len(distinct(staffing(), [suggestion(f"Way {i}") for i in range(9)])) == MOST


def test_what_cannot_be_added_is_shown_without_its_edits() -> None:
    impossible = replace(suggestion("Train the team"), edits=(AddLink(link=link("nobody", "speed")),))

    assert distinct(staffing(), [impossible]) == (replace(impossible, edits=()),)
