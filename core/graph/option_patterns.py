"""Patterns in how options and outcomes are compared that make a good decision less likely.

Each yields a question and the places it is about: at most one question for each pattern, but for options
that are dominated. None claims that anybody is biased: it says what it saw, and asks.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.graph.english import keeps_things_as_they_are
from core.graph.labels import listed, named
from core.graph.model import Node, NodeKind
from core.graph.order import place
from core.graph.seen import Seen

Asked = Iterator[tuple[str, tuple[str, ...]]]
_LEVEL = 1e-9  # effects closer than this are alike


def no_direction(seen: Seen) -> Asked:
    """Outcomes of which nobody said whether more or less is better; options cannot be ranked by them."""
    open_outcomes = [u for u in seen.outcomes if seen.signs[u.id] is None]
    if open_outcomes:
        question = f"Is more or less better for {_names(open_outcomes)}? Nobody has said."
        yield question, _ids(open_outcomes)


def not_assessed(seen: Seen) -> Asked:
    """Pairs of option and outcome without a path between them."""
    if seen.effects is None:
        return
    pairs = [(o, u) for o in seen.options for u in seen.outcomes]
    missing = [(o, u) for o, u in pairs if (o.id, u.id) not in seen.effects]
    if missing:
        option, outcome = missing[0]
        count = f"Not assessed: {len(missing)} of {len(pairs)} effects of options on outcomes"
        example = f"such as that of {named(option)} on {named(outcome)}"
        question = f"{count}, {example}. Is there none, or is it not known?"
        yield question, tuple(place(o.id, u.id) for o, u in missing)


def single_outcome(seen: Seen) -> Asked:
    """One objective only."""
    if len(seen.outcomes) == 1:
        yield (
            f"{_names(seen.outcomes)} is the only outcome. What else would change your mind?",
            _ids(seen.outcomes),
        )


def identical_options(seen: Seen) -> Asked:
    """Options that lead to the same things with the same numbers."""
    alike: dict[frozenset[tuple[str, float, float]], list[Node]] = {}
    for option in seen.options:
        own = [link for link in seen.links if link.edge.src == option.id]
        if own:
            signature = frozenset((link.edge.dst, link.belief, link.weight) for link in own)
            alike.setdefault(signature, []).append(option)
    twins = next((group for group in alike.values() if len(group) > 1), None)
    if twins:
        yield f"{_names(twins)} have the same consequences here. What sets them apart?", _ids(twins)


def dominated(seen: Seen) -> Asked:
    """Options that another is at least as good as on every outcome, and better than on one."""
    full = {o.id: seen.benefits(o) for o in seen.options}
    full = {id_: benefits for id_, benefits in full.items() if 0 < len(seen.outcomes) == len(benefits)}
    for worse in (o for o in seen.options if o.id in full):
        for better in (o for o in seen.options if o.id in full):
            gains = [b - w for b, w in zip(full[better.id], full[worse.id], strict=True)]
            if min(gains) >= -_LEVEL and max(gains) > _LEVEL:
                question = (
                    f"{named(worse)} is no better than {named(better)} on any outcome. What speaks for it?"
                )
                yield question, (worse.id, better.id)
                break


def no_downside(seen: Seen) -> Asked:
    """Options that do good on every outcome: time for a pre-mortem (Klein, 2007)."""
    found = [
        o
        for o in seen.options
        if _judged_often(seen, o)
        and min(seen.benefits(o)) > 0
        and not (seen.english and keeps_things_as_they_are(o.label))
    ]
    if found:
        question = f"Only good is said of {_names(found)}. A year from now it has failed: what happened?"
        yield question, _ids(found)


def straw_man(seen: Seen) -> Asked:
    """Options described only by the harm they do."""
    found = [o for o in seen.options if _judged_often(seen, o) and max(seen.benefits(o)) <= 0]
    if found:
        yield f"Only harm is said of {_names(found)}. What would those in favour say?", _ids(found)


def no_risk(seen: Seen) -> Asked:
    """No risk at all, in a workspace that draws them."""
    if not any(seen.of_kind(NodeKind.RISK)):
        yield "No risk is drawn. What could go wrong whichever option is chosen?", ()


def uneven_evidence(seen: Seen) -> Asked:
    """Options without any source beside one with at least two."""
    sources = {
        o.id: sum(link.has_source for link in seen.links if link.edge.src == o.id) for o in seen.options
    }
    known = [o for o in seen.options if sources[o.id] > 1]
    unknown = [o for o in seen.options if not sources[o.id]]
    if known and unknown:
        behind = f"{sources[known[0].id]} links of {named(known[0])} rest on sources"
        yield f"{behind}, none of {_names(unknown)}. What is known about the latter?", _ids(unknown)


def _judged_often(seen: Seen, option: Node) -> bool:
    """One effect alone says little about how one-sided a description is."""
    return len(seen.benefits(option)) > 1


def _names(nodes: list[Node] | tuple[Node, ...]) -> str:
    return listed([named(node) for node in nodes])


def _ids(nodes: list[Node] | tuple[Node, ...]) -> tuple[str, ...]:
    return tuple(node.id for node in nodes)
