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
    reasons,
    target_of,
)
from core.graph.model import Better, Edge, NodeKind, Rationale
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
    assert target_of(ALL[0]) == "title"


def test_reasons_for_the_same_part_stand_in_a_row_as_far_as_they_fit() -> None:
    belief, weight = (
        SetBelief(src="a", dst="b", belief=0.5, why="Measured."),
        SetWeight(src="a", dst="b", weight=0.5, why="Small\nsample."),
    )
    long = DropNode(node="x", why="w" * 280)
    assert reasons([belief, weight, belief, Retitle(title="t", why="Short"), long, DropNode(node="y")]) == (
        Rationale(target="a::b::0", why="Measured. Small sample."),
        Rationale(target="title", why="Short"),
        Rationale(target="x", why="w" * 280),
    )
    assert reasons([long, DropNode(node="x", why="Too long together")]) == (
        Rationale(target="x", why="w" * 280),
    )
