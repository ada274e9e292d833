from __future__ import annotations

import random
from itertools import combinations, permutations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.graph.cycles import closing_links
from core.graph.feedback import MAX_EXACT, cheapest_order
from core.graph.topology import components, has_cycle, network, reachable, shortest_cycle
from tests.unit.graph.strategies import quick

Costs = dict[tuple[str, str], int]
NAMES = "abcdefghijklmnop"


@st.composite
def priced(draw: st.DrawFn, *, most: int = 6) -> tuple[str, Costs]:
    ids = NAMES[: draw(st.integers(min_value=1, max_value=most))]
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda pair: pair[0] != pair[1])
    costs = st.dictionaries(pairs, st.integers(min_value=1, max_value=20), max_size=20)
    return ids, draw(costs) if len(ids) > 1 else {}


def backward(order: tuple[str, ...], cost: Costs) -> int:
    place = {id_: i for i, id_ in enumerate(order)}
    return sum(price for (src, dst), price in cost.items() if place[src] > place[dst])


def acyclic(ids: str, pairs: set[tuple[str, str]]) -> bool:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(pairs)
    return nx.is_directed_acyclic_graph(graph)


@quick
@given(priced())
def test_the_exact_order_is_as_cheap_as_the_best_of_all_orders(case: tuple[str, Costs]) -> None:
    ids, cost = case
    best = min(backward(order, cost) for order in permutations(ids))
    assert backward(cheapest_order(ids, cost), cost) == best


@quick
@given(priced(most=4))
def test_the_dropped_links_are_the_cheapest_set_without_which_there_is_no_cycle(
    case: tuple[str, Costs],
) -> None:
    ids, cost = case
    sets = (
        [set(some) for n in range(len(cost) + 1) for some in combinations(cost, n)] if len(cost) < 9 else []
    )
    good = [sum(cost[p] for p in some) for some in sets if acyclic(ids, set(cost) - some)]
    dropped = closing_links(ids, cost)
    assert acyclic(ids, set(cost) - dropped)
    assert not good or sum(cost[p] for p in dropped) == min(good)


@pytest.mark.parametrize("nodes", [12, 13, 30, 48, 49, 200])
def test_a_tangle_of_any_size_is_left_without_a_cycle(nodes: int) -> None:
    rng = random.Random(nodes)
    ids = [f"n{i}" for i in range(nodes)]
    cost = {(a, b): rng.randint(1, 9) for a in ids for b in rng.sample(ids, 4) if a != b}
    dropped = closing_links(ids, cost)
    assert not has_cycle(network(ids, cost.keys() - dropped))
    assert dropped == closing_links(ids[::-1], dict(reversed(cost.items())))
    assert sum(cost[p] for p in dropped) < sum(cost.values()) / 2


def test_a_ring_of_any_size_loses_only_its_cheapest_link() -> None:
    for size in (2, 12, 13, 40, 300):
        ids = [f"n{i}" for i in range(size)]
        cost = {(ids[i], ids[(i + 1) % size]): 5 + i for i in range(size)} | {(ids[1], ids[2 % size]): 1}
        assert closing_links(ids, cost) == {(ids[1], ids[2 % size])}


def test_more_than_twelve_nodes_are_refused_by_the_exact_search() -> None:
    with pytest.raises(ValueError, match="13 nodes, takes 12"):
        cheapest_order([f"n{i}" for i in range(MAX_EXACT + 1)], {})


@given(priced(most=8))
@settings(max_examples=100)
def test_walks_agree_with_networkx(case: tuple[str, Costs]) -> None:
    ids, cost = case
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(cost)
    out = network(ids, cost)
    parts = components(out)
    assert {frozenset(part) for part in parts} == {
        frozenset(part) for part in nx.strongly_connected_components(graph)
    }
    place = {id_: i for i, part in enumerate(parts) for id_ in part}
    assert all(place[src] <= place[dst] for src, dst in cost)
    assert has_cycle(out) != nx.is_directed_acyclic_graph(graph)
    for id_ in ids:
        assert reachable([id_], out) == nx.descendants(graph, id_) | {id_}
        cycle = shortest_cycle(id_, out)
        lengths = [len(c) for c in nx.simple_cycles(graph) if id_ in c]
        assert len(cycle) == min(lengths, default=0)
        assert all(b in out[a] for a, b in zip(cycle, cycle[1:] + cycle[:1], strict=True))


def test_the_shortest_cycle_through_a_node_is_found_where_there_is_one() -> None:
    out = network("abcd", [("a", "b"), ("b", "c"), ("c", "a"), ("b", "d"), ("c", "b"), ("d", "c")])
    assert shortest_cycle("a", out) == ["a", "b", "c"]
    assert shortest_cycle("b", out) == ["b", "c"]
    assert shortest_cycle("a", network("ab", [("a", "b")])) == []
    both_ways = network("abcd", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "a")])
    assert shortest_cycle("a", both_ways) == ["a", "b", "d"]


def test_a_link_to_itself_is_a_cycle() -> None:
    assert has_cycle(network("ab", [("a", "a")]))
    assert not has_cycle(network("ab", [("a", "b"), ("a", "nowhere")]))
