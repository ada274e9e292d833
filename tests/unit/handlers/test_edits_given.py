"""What a form holds becomes edits, and only what was changed does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from core.graph.edits import (
    Describe,
    DropLink,
    DropNode,
    Edit,
    Relabel,
    Retitle,
    SetBelief,
    SetBetter,
    SetWeight,
)
from core.graph.model import Better, Graph
from handlers.blocks.edit_form import id_of
from handlers.blocks.edit_parts import Input, Part, part_of, parts, shown
from handlers.edits_given import NumberWrong, asked, changed, is_filled
from tests.unit.graph.samples import staffing
from tests.unit.handlers.blocks.test_edit_form import hostile_graphs, key_of

REVISION = 2


def part(named: str) -> Part:
    found = part_of(staffing(), key_of(staffing(), named))
    assert found is not None
    return found


def as_given(part: Part, **held: str | tuple[str, ...]) -> dict[str, str | tuple[str, ...]]:
    """A form that came back, with these inputs changed."""
    values: dict[Input, str | tuple[str, ...]] = dict(shown(part))
    values |= {Input(name): value for name, value in held.items()}
    return {id_of(input_, part, REVISION): value for input_, value in values.items()}


def edits(named: str, **held: str | tuple[str, ...]) -> list[Edit]:
    changes = changed(as_given(part(named), **held), part(named), REVISION)
    return [each.edit for each in asked(part(named), changes)]


@pytest.mark.parametrize("named", ["title", "agency", "cost", "agency::cost", "how::hire"])
def test_a_form_that_comes_back_as_it_was_changes_nothing(named: str) -> None:
    assert edits(named) == []


@settings(max_examples=40, deadline=None)
@given(hostile_graphs())
def test_no_form_of_any_graph_changes_anything_by_itself(graph: Graph) -> None:
    for each in parts(graph):
        given_ = as_given(each)
        assert is_filled(given_, each, REVISION)
        assert changed(given_, each, REVISION) == {}


def test_what_slack_escapes_on_its_way_back_is_no_change() -> None:
    here = replace(part("title"), title="R&D <b> &lt;x&gt;")
    as_read = shown(here)[Input.TITLE].replace("&lt;", "<").replace("&gt;", ">")
    assert changed(as_given(here, title=as_read), here, REVISION) == {}


@pytest.mark.parametrize(
    ("named", "held", "edit"),
    [
        ("title", {"title": "Who builds it"}, Retitle(title="Who builds it")),
        ("agency", {"label": "Use two agencies"}, Relabel(node="agency", label="Use two agencies")),
        ("agency", {"body": "Both in Lyon"}, Describe(node="agency", body="Both in Lyon")),
        ("cost", {"better": ("0",)}, SetBetter(node="cost", better=Better.HIGHER)),
        ("cost", {"better": ("2",)}, SetBetter(node="cost", better=Better.UNKNOWN)),
        ("agency", {"drop": ("0",)}, DropNode(node="agency")),
        ("agency::cost", {"belief": "55"}, SetBelief(src="agency", dst="cost", belief=0.55)),
        ("agency::cost", {"belief": "0"}, SetBelief(src="agency", dst="cost", belief=0.0)),
        ("agency::cost", {"weight": "-12.5"}, SetWeight(src="agency", dst="cost", weight=-0.125)),
        ("agency::cost", {"weight": "−100 %"}, SetWeight(src="agency", dst="cost", weight=-1.0)),
        ("agency::cost", {"drop": ("0",)}, DropLink(src="agency", dst="cost")),
        ("how::hire", {"drop": ("0",)}, DropLink(src="how", dst="hire")),
    ],
)
def test_what_was_changed_is_asked_for(
    named: str, held: dict[str, str | tuple[str, ...]], edit: Edit
) -> None:
    assert edits(named, **held) == [edit]


def test_several_fields_are_several_edits() -> None:
    assert edits("agency::cost", belief="50", weight="-20") == [
        SetBelief(src="agency", dst="cost", belief=0.5),
        SetWeight(src="agency", dst="cost", weight=-0.2),
    ]


def test_what_is_dropped_is_not_changed_besides() -> None:
    assert edits("agency::cost", belief="", drop=("0",)) == [DropLink(src="agency", dst="cost")]


@pytest.mark.parametrize(
    ("input_", "number"),
    [
        *(("belief", number) for number in ("101", "-1", "nan", "inf", "much", "")),
        *(("weight", number) for number in ("-101", "1e9")),
    ],
)
def test_a_number_out_of_range_is_told_at_its_field(input_: str, number: str) -> None:
    with pytest.raises(NumberWrong) as wrong:
        edits("agency::cost", **{input_: number})
    assert wrong.value.input == input_
    least = "0" if input_ == "belief" else "−100"
    assert wrong.value.why == f"Give a number from {least} to 100."


def test_a_form_of_another_part_is_not_filled_in() -> None:
    assert not is_filled(as_given(part("cost")), part("agency"), REVISION)
    assert not is_filled(as_given(part("cost")), part("cost"), REVISION + 1)
