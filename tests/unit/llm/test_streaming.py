from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from core.llm.streaming import ItemCounter
from tests.fakes.llm.drafting import draft

REPLY = draft('<brief id="B">\n[1] Should we hire or wait?\n</brief>')
TOTAL = len(json.loads(REPLY)["nodes"])

texts = st.text(max_size=12) | st.sampled_from(['"}', "}]", '{"id"', "\\", '"nodes": [{}'])
nodes = st.fixed_dictionaries(dict.fromkeys(("id", "kind", "label", "body", "better"), texts))


def count(*deltas: str) -> list[int]:
    counter = ItemCounter()
    counts = []
    for delta in deltas:
        counter.feed(delta)
        counts.append(counter.nodes)
    return counts


def finished(text: str, drafted: list[dict[str, str]]) -> int:
    """The nodes whose closing brace stands in `text`."""
    reached = written = len('{"nodes": [')
    for done, node in enumerate(drafted):
        written = reached + len(json.dumps(node))
        if written > len(text):
            return done
        reached = written + len(", ")
    return len(drafted)


def test_a_node_counts_when_its_brace_closes() -> None:
    node = '{"id": "a", "kind": "goal", "label": "A", "body": "", "better": "unknown"'
    assert count('{"title": "T", "nodes": [', node, "}", ", ", node, "}", "]") == [0, 0, 1, 1, 1, 2, 2]


def test_feeding_says_when_a_node_was_finished() -> None:
    counter = ItemCounter()
    said = [counter.feed(char) for char in REPLY]
    assert sum(said) == TOTAL
    assert counter.text == REPLY


def test_nodes_are_not_looked_for_once_edges_have_begun() -> None:
    node = '{"id": "a", "kind": "goal", "label": "A", "body": "", "better": "unknown"}'
    assert count('{"edges": [{}]', f', "nodes": [{node}]', "}") == [0, 0, 0]


def test_a_node_without_all_its_keys_never_counts() -> None:
    assert count('{"nodes": [{"id": "a"}, {"kind": "goal"}]}') == [0]


def test_what_is_no_graph_counts_nothing() -> None:
    assert count("}") == [0]
    assert count('[{"nodes": []}]') == [0]
    assert count('{"nodes": {"id": 1}}') == [0]
    assert count('{"nodes": [1, "a}"]}') == [0]
    assert count('Here it is: {"nodes": []}') == [0]


@given(st.lists(nodes, max_size=5), st.data())
def test_the_count_is_that_of_closed_nodes_however_the_text_is_cut(
    drafted: list[dict[str, str]], data: st.DataObject
) -> None:
    text = json.dumps({"nodes": drafted, "edges": []})
    counter = ItemCounter()
    seen = ""
    while seen != text:
        rest = text[len(seen) :]
        delta = rest[: data.draw(st.integers(1, len(rest)))]
        before = counter.nodes
        counter.feed(delta)
        seen += delta
        assert counter.nodes >= before
        assert counter.nodes == finished(seen, drafted)
