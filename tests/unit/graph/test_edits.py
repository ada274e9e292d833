"""Edits travel as JSON."""

from __future__ import annotations

import pytest

from core.errors import EditRefused
from core.graph.edits import (
    MAX_EDITS,
    AddLink,
    AddNode,
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetEvidence,
    SetWeight,
    dumps,
    loads,
    place_of,
    target_of,
)
from core.graph.model import Better, Edge, NodeKind
from tests.unit.graph.samples import COSTS, link, node

ALL: tuple[Edit, ...] = (
    Retitle(title="Ψ “title”", why="Shorter"),
    Relabel(node="hire", label="Hire\n4"),
    Describe(node="hire", body=""),
    SetBetter(node="cost", better=Better.LOWER),
    SetBelief(src="hire", dst="cost", belief=0.25),
    SetWeight(src="hire", dst="cost", weight=-1.0),
    SetEvidence(src="hire", dst="cost", provenance=COSTS),
    AddNode(node=node("wait", NodeKind.OUTCOME, better=Better.HIGHER, body="b")),
    AddLink(link=link("wait", "cost")),
    AddLink(link=Edge(src="how", dst="wait")),
    DropNode(node="wait"),
    DropLink(src="hire", dst="cost"),
)


def test_every_edit_comes_back_from_json_as_it_was() -> None:
    assert loads(dumps(ALL)) == ALL
    assert loads(dumps([])) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        '[{"edit": "explode"}]',
        '[{"node": "a"}]',
        '[{"edit": "drop_node"}]',
        '[{"edit": "set_belief", "src": "a", "dst": "b", "belief": "much"}]',
        dumps([DropNode(node="a")] * (MAX_EDITS + 1)),
    ],
)
def test_what_is_no_list_of_edits_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(EditRefused) as caught:
        loads(text)
    assert caught.value.why.endswith(".")


def test_an_edit_says_what_it_is_about() -> None:
    places = ["", "hire", "hire", "cost", *["hire::cost"] * 3, "wait", "wait::cost", "how::wait", "wait"]
    assert [place_of(edit) for edit in ALL] == [*places, "hire::cost"]
    assert target_of(ALL[-1]) == "hire::cost::0"
    assert target_of(ALL[1]) == "hire"
