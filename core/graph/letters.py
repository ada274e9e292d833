"""The letters of options: given at the first draft, kept by every revision, never given twice."""

from __future__ import annotations

from dataclasses import replace

from core.graph.model import Graph
from core.graph.phrases import letter


def places(graph: Graph) -> dict[str, int]:
    """By option id, in the order of the letters: the option's place, counted from 0.

    An id in `option_order` that is no option of the graph belonged to one that was dropped: its letter stays
    free. Options that the order does not name take the places after it.
    """
    order = dict.fromkeys(graph.option_order)
    taken = {id_: place for place, id_ in enumerate(order)}
    named = list(dict.fromkeys(option.id for option in graph.options))
    free = iter(range(len(order), len(order) + len(named)))
    return {id_: taken[id_] if id_ in taken else next(free) for id_ in named}


def letters(graph: Graph) -> dict[str, str]:
    """By option id, in order: its letter, A for the first; after Z come numbers."""
    return {id_: letter(place) for id_, place in places(graph).items()}


def with_letters_of(earlier: Graph, graph: Graph) -> Graph:
    """The graph with the letters that its options have in the earlier revision; new options follow.

    What a model or a repair returns has lost the letters of dropped options; without this, those behind
    would move up, and "C is too expensive" in the thread would speak of another option.
    """
    kept = (*earlier.option_order, *places(earlier))
    return replace(graph, option_order=tuple(dict.fromkeys([*kept, *places(graph)])))
