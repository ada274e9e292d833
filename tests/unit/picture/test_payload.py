from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from core.graph.model import BRIEF, Edge, Graph, Provenance
from core.picture.palette import DARK
from core.picture.payload import UNTITLED, payload
from core.picture.scene import scene
from core.picture.typefaces import Typefaces
from tests.unit.picture.graphs import graph, hostile, link, node, staffing

SHIPPED = Typefaces(extra=False, system=False)


def _payload(
    drawn: Graph, previous: Graph | None = None, *, dark: bool = False, shares: dict[str, int] | None = None
) -> dict[str, Any]:
    return payload(scene(drawn, previous), SHIPPED, dark=dark, shares=shares)


def _captions(data: dict[str, Any]) -> dict[str, str]:
    return {it["label"]["text"]: it["caption"] for it in (*data["banners"], *data["left"], *data["right"])}


def test_captions_name_kinds_letters_and_wishes() -> None:
    captions = _captions(_payload(staffing()))

    assert captions["Ship in March"] == "GOAL"
    assert captions["Hire three engineers"] == "OPTION A"
    assert captions["Use an agency"] == "OPTION B"
    assert captions["The start slips"] == "RISK"
    assert captions["Total cost"] == "OUTCOME · want less"


def test_decisions_are_numbered_where_there_are_several() -> None:
    rails = (Edge(src="a", dst="b"), Edge(src="a", dst="c"), Edge(src="b", dst="c"))
    data = _payload(graph(node("a", "decision"), node("b", "decision"), node("c", "decision"), edges=rails))

    assert _captions(data) == {
        "a": "DECISION 1",
        "b": "DECISION 2 · after 1",
        "c": "DECISION 3 · after 1 and 2",
    }


def test_an_unknown_kind_is_drawn_under_its_own_name() -> None:
    data = _payload(graph(node("x", "premise"), node("u", "outcome", "No wish")))

    assert data["left"][0]["kind"] == "other"
    assert _captions(data) == {"x": "PREMISE", "No wish": "OUTCOME"}


def test_changes_are_marked_and_a_lost_option_has_no_letter() -> None:
    before = staffing()
    after = replace(
        before,
        nodes=tuple(it for it in before.nodes if it.id != "hire"),
        edges=tuple(it for it in before.edges if "hire" not in it.key),
        option_order=("agency",),
    )

    data = _payload(after, before)
    lost = next(it for it in data["left"] if it["label"]["text"] == "Hire three engineers")

    assert data["title"]["text"] == "Staffing the rebuild · what changed"
    assert (lost["pill"], lost["removed"], lost["caption"]) == ("REMOVED", True, "OPTION")
    assert sorted(it["removed"] for it in data["rails"]) == [False, False, True]
    assert ("gone", "removed") in data["legend"][1]


def test_letters_are_those_of_the_later_revision() -> None:
    before = staffing()
    after = replace(
        before, nodes=tuple(it for it in before.nodes if it.id != "hire"), option_order=("agency",)
    )

    assert _captions(_payload(after, before))["Use an agency"] == _captions(_payload(after))["Use an agency"]


def test_shares_belong_to_options() -> None:
    data = _payload(staffing(), shares={"hire": 38, "agency": 62, "cost": 50})

    assert {it["label"]["text"]: it["share"] for it in data["left"] + data["right"] if it["share"]} == {
        "Hire three engineers": 38,
        "Use an agency": 62,
    }
    assert data["legend"][-1][0][0] == "bar"


def test_notes_tell_source_location_and_words() -> None:
    cited = Provenance(
        source=BRIEF, quote="before the March renewals", location="sentence 2", document="B", passage=2
    )
    nodes = (node("o", "option"), node("u", "outcome"), node("v", "outcome"))
    edges = (Edge(src="o", dst="u", belief=0.5, weight=0.5, provenance=cited), link("o", "v"))

    first, second = _payload(graph(*nodes, edges=edges))["notes"]

    assert (first["source"], first["quote"]["text"]) == ("Brief, sentence 2", "before the March renewals")
    assert (second["source"], second["quote"]["text"], second["guess"]) == ("Hypothesis", "as a guess", True)


def test_room_for_marks_is_kept_only_where_links_end() -> None:
    data = _payload(staffing())
    insets = {it["label"]["text"]: it["insets"][0] for it in data["left"] + data["right"]}

    assert insets["The start slips"] > insets["Hire three engineers"]
    assert insets["Total cost"] > insets["Few people are looking"]


def test_dark_pictures_and_pictures_without_a_title() -> None:
    data = _payload(replace(staffing(), title="  "), dark=True)

    assert data["palette"] is DARK
    assert data["title"]["text"] == UNTITLED


@given(hostile, hostile)
@settings(max_examples=15, deadline=None)
def test_any_graph_becomes_json_that_names_only_what_it_draws(drawn: Graph, previous: Graph) -> None:
    data = json.loads(json.dumps(_payload(drawn, previous), ensure_ascii=False).encode("utf-8"))

    nodes = {it["id"] for it in (*data["banners"], *data["left"], *data["right"])}
    ports = {id_ for it in (*data["left"], *data["right"]) for side in it["ports"] for id_ in side}
    assert all(it["src"] in nodes and it["dst"] in nodes for it in (*data["links"], *data["rails"]))
    assert all(it["id"] in ports for it in data["links"])
