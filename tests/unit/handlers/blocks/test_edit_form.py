"""The form in which a draft is changed by hand, whatever the draft says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.model import Edge, Graph, Node
from handlers.blocks.edit_form import PART, chooser, form, id_of
from handlers.blocks.edit_parts import Input, part_of, parts, shown
from handlers.blocks.reference import Reference
from tests.unit.graph.samples import staffing
from tests.unit.graph.strategies import messy_graphs
from tests.unit.handlers.blocks.checking import check_modal
from tests.unit.handlers.hostile import texts

REFERENCE = Reference(job="message:T1:C1:1.0", revision=3)


def options(modal: dict[str, Any]) -> dict[str, list[str]]:
    """What can be chosen, by group."""
    (choice,) = [block for block in modal["blocks"] if block.get("block_id") == PART]
    return {
        group["label"]["text"]: [option["text"]["text"] for option in group["options"]]
        for group in choice["element"]["option_groups"]
    }


def key_of(graph: Graph, named: str) -> str:
    """The key of a part, by its node's id or `from::to`."""
    return next(
        part.key
        for part in parts(graph)
        if named in ([part.node.id] if part.node else ["::".join(part.link.key)] if part.link else ["title"])
    )


def form_of(graph: Graph, named: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  of form
    part = part_of(graph, key_of(graph, named))
    assert part is not None
    return form(graph, part, REFERENCE, **more)


def asks(modal: dict[str, Any]) -> list[tuple[str, str]]:
    """Each field after the choice: its label, and what it holds."""
    fields = [block for block in modal["blocks"] if block["type"] == "input"][1:]
    return [(block["label"]["text"], held(block["element"])) for block in fields]


def held(element: dict[str, Any]) -> str:
    chosen = element.get("initial_option", {}).get("text", {}).get("text", "")
    return str(element.get("initial_value", chosen))


def test_every_part_can_be_chosen_in_words() -> None:
    assert options(chooser(staffing(), REFERENCE)) == {
        "Title": ["Staffing the rebuild"],
        "Nodes": [
            "Goal: Launch by June",
            "Decision: How do we staff the rebuild?",
            "Option B: Use an agency",
            "Option A: Hire three engineers",
            "Outcome: Cost",
            "Outcome: Delivery speed",
        ],
        "Links": [
            "Use an agency → Cost",
            "Use an agency → Delivery speed",
            "Hire three engineers → Cost",
            "Hire three engineers → Delivery speed",
            "How do we staff the rebuild? → Use an agency",
            "How do we staff the rebuild? → Hire three engineers",
            "Launch by June → How do we staff the rebuild?",
        ],
    }


@pytest.mark.parametrize(
    ("named", "fields"),
    [
        ("title", [("Title", "Staffing the rebuild")]),
        ("agency", [("Label", "Use an agency"), ("Text", ""), ("Or", "")]),
        (
            "cost",
            [
                ("Label", "Cost"),
                ("Text", ""),
                ("Which direction is wanted?", "Less of it is better"),
                ("Or", ""),
            ],
        ),
        (
            "agency::cost",
            [("How sure (0 to 100%)", "90"), ("How strong (−100 to 100%)", "40"), ("Or", "")],
        ),
        ("how::hire", [("Or", "")]),
    ],
)
def test_a_part_has_the_fields_that_can_be_changed(named: str, fields: list[tuple[str, str]]) -> None:
    assert asks(form_of(staffing(), named)) == fields


def test_a_strength_says_what_its_sign_means() -> None:
    modal = form_of(staffing(), "agency::cost")
    (hint,) = [b["hint"]["text"] for b in modal["blocks"] if b.get("block_id", "").startswith("weight")]
    assert hint == "Above 0 it raises “Cost”, below 0 it lowers it; 0 changes nothing."


def test_a_note_stands_under_the_first_field_and_what_was_filled_in_is_kept() -> None:
    modal = form_of(staffing(), "agency::cost", values={Input.BELIEF: "55"}, note="Revision 4 came.")
    first, second = modal["blocks"][1:3]
    assert first["hint"]["text"] == "Revision 4 came. 0 is not at all, 100 is certain."
    assert first["element"]["initial_value"] == "55"
    assert "Revision 4" not in second["hint"]["text"]


def test_a_form_of_another_revision_has_other_inputs() -> None:
    part = part_of(staffing(), key_of(staffing(), "cost"))
    assert part is not None
    assert id_of(Input.LABEL, part, 3) != id_of(Input.LABEL, part, 4)


def test_a_number_that_is_none_is_not_shown() -> None:
    odd = replace(
        staffing(),
        edges=(Edge(src="agency", dst="cost", belief=float("nan"), weight=-7.0),),
    )
    assert asks(form_of(odd, "agency::cost")) == [
        ("How sure (0 to 100%)", ""),
        ("How strong (−100 to 100%)", ""),
        ("Or", ""),
    ]


def test_a_graph_with_hundreds_of_parts_offers_as_many_as_a_menu_takes() -> None:
    many = tuple(Node(id=f"n{number}", kind="factor", label=f"Factor {number}") for number in range(300))
    modal = chooser(replace(staffing(), nodes=many), REFERENCE)
    assert len(options(modal)["Nodes"]) == 100
    check_modal(modal)
    check_modal(form_of(replace(staffing(), nodes=many), "n99"))
    check_modal(form_of(replace(staffing(), nodes=many), "n299"))


@st.composite
def hostile_graphs(draw: st.DrawFn) -> Graph:
    graph = draw(messy_graphs())
    words = draw(st.lists(texts, min_size=1, max_size=6))
    return replace(
        graph,
        title=words[0],
        nodes=tuple(
            replace(node, label=words[i % len(words)], body=words[-1 - i % len(words)])
            for i, node in enumerate(graph.nodes)
        ),
    )


@settings(max_examples=40, deadline=None)
@given(hostile_graphs())
def test_slack_takes_the_form_of_every_part_of_any_graph(graph: Graph) -> None:
    check_modal(chooser(graph, REFERENCE, note="Revision 4 does not have this part any more."))
    for part in parts(graph):
        modal = form(graph, part, REFERENCE, note="Revision 4 came.")
        check_modal(modal)
        fields = [block["block_id"] for block in modal["blocks"][1:]]
        assert fields == [id_of(input_, part, REFERENCE.revision) for input_ in shown(part)]
        assert Reference.loads(modal["private_metadata"]) == REFERENCE
