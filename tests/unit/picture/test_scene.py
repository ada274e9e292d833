from __future__ import annotations

from dataclasses import replace

from core.graph.model import Edge, Provenance
from core.picture.notes import numbered
from core.picture.scene import scene
from tests.unit.picture.graphs import graph, link, node, staffing


def test_links_that_rest_on_the_same_words_share_a_number() -> None:
    said = Provenance(source="a.md", quote="one", location="line 1")
    edges = (
        Edge(src="a", dst="x", provenance=said),
        link("b", "x", said="two"),
        Edge(src="c", dst="x"),
        Edge(src="d", dst="x", provenance=replace(said, document="D1", passage=1)),
    )

    first, second = numbered(edges)

    assert (first.number, first.links) == (1, (("a", "x"), ("d", "x")))
    assert (second.number, second.provenance.quote) == (2, "two")


def test_notes_are_numbered_as_they_are_read() -> None:
    drawn = scene(staffing())

    numbers = [int(drawn.tags[it.edge.key].note) for it in drawn.layout.links]

    assert numbers[0] == 1
    assert all(number <= max(numbers[:i], default=0) + 1 for i, number in enumerate(numbers))


def test_tags_say_how_sure_and_what_changed() -> None:
    before = staffing()
    beliefs = {("agency", "speed"): 0.4, ("late", "speed"): None}
    kept = (it for it in before.edges if it.key != ("market", "late"))
    edges = (replace(it, belief=beliefs.get(it.key, it.belief)) for it in kept)
    after = replace(before, edges=(*edges, link("hire", "speed", 0.2)))

    tags = scene(after, before).tags

    assert (tags["agency", "speed"].text, tags["agency", "speed"].pill) == ("70→40%", True)
    assert (tags["late", "speed"].text, tags["late", "speed"].pill) == ("?", True)
    assert (tags["hire", "speed"].text, tags["hire", "speed"].pill) == ("20%", True)
    assert (tags["market", "late"].text, tags["market", "late"].pill) == ("50%", False)
    assert (tags["hire", "cost"].text, tags["hire", "cost"].pill) == ("80%", False)


def test_a_link_that_was_given_a_number_shows_the_new_one_alone() -> None:
    nodes = (node("o", "option"), node("u", "outcome"))
    before, after = (graph(*nodes, edges=(Edge(src="o", dst="u", belief=belief),)) for belief in (None, 0.5))

    assert scene(after, before).tags["o", "u"].text == "50%"
