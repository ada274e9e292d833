"""The parts of a draft put together as a graph in the wire schema, within every limit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.graph.labels import likeness
from core.graph.model import MAX_BODY, MAX_EDGES, MAX_LABEL, Better, NodeKind
from core.graph.sources import BRIEF_ID
from core.llm.identifiers import slug
from core.llm.template.judging import Judgement, Pair
from core.llm.template.labels import capital, shorten
from core.llm.template.outcomes import Aspect
from core.llm.template.reading import Found
from core.llm.template.wording import Wording
from core.llm.wire import WireEdge, WireEvidence, WireGraph, WireNode, WireRationale
from core.llm.wording import within

_GOAL, _DECISION = "goal", "decision"
_MAX_SLUG = 30  # characters: "from::to" must stay distinct from "from" when it is cut to an id's length


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a draft consists of before it has ids: options with traits, outcomes, judgements by pair."""

    options: tuple[Found, ...]
    traits: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    judgements: Mapping[Pair, Judgement]


def assemble(plan: Plan, wording: Wording) -> WireGraph:
    """The graph: ids and labels distinct, at most 24 links, every option and outcome tied in."""
    names = _Names()
    options = [
        names.node(NodeKind.OPTION, o.label, within(capital(o.detail), MAX_BODY)) for o in plan.options
    ]
    outcomes = [names.node(NodeKind.OUTCOME, a.label, better=a.better) for a in plan.aspects]
    goal = names.node(NodeKind.GOAL, wording.goal(), wording.goal_body(), id_=_GOAL)
    question = wording.question(plan.options)
    decision = names.node(NodeKind.DECISION, question, wording.question_body(plan.options), id_=_DECISION)
    edges = [_structural(goal, decision), *(_structural(decision, option) for option in options)]
    rationales = [_why(o.id, wording.option_why(f)) for o, f in zip(options, plan.options, strict=True)]
    rationales += [_why(o.id, wording.aspect_why(a)) for o, a in zip(outcomes, plan.aspects, strict=True)]
    place = {aspect.key: i for i, aspect in enumerate(plan.aspects)}
    for judgement in _within_cap(plan.judgements.values(), MAX_EDGES - len(edges)):
        at = place[judgement.outcome]
        note = wording.note(judgement, plan.traits[judgement.option], plan.aspects[at])
        edges.append(_causal(options[judgement.option], outcomes[at], judgement, note))
        target = f"{options[judgement.option].id}::{outcomes[at].id}"
        rationales.append(_why(target, wording.link_why(judgement)))
    return WireGraph(
        title=wording.title(plan.options),
        nodes=(goal, decision, *options, *outcomes),
        edges=tuple(edges),
        rationales=tuple(rationale for rationale in rationales if rationale.why),
    )


class _Names:
    """Gives nodes ids and labels that no other node of the draft has."""

    def __init__(self) -> None:
        self._ids = {_GOAL, _DECISION}
        self._labels: set[str] = set()

    def node(
        self, kind: NodeKind, label: str, body: str = "", *, better: Better = Better.UNKNOWN, id_: str = ""
    ) -> WireNode:
        """A node; its id is made from its label unless one is given."""
        label = self._unlike(label)
        return WireNode(
            id=id_ or self._id(label, kind), kind=kind.value, label=label, body=body, better=better.value
        )

    def _unlike(self, label: str) -> str:
        """The label, with a number behind it where another node has the same."""
        text, count = label, 1
        while likeness(text) in self._labels:
            count += 1
            text = f"{shorten(label, MAX_LABEL - 5)} ({count})"
        self._labels.add(likeness(text))
        return text

    def _id(self, label: str, kind: NodeKind) -> str:
        base = slug(label)[:_MAX_SLUG].rstrip("_") or kind.value
        text, count = base, 1
        while text in self._ids:
            count += 1
            text = f"{base}_{count}"
        self._ids.add(text)
        return text


def _within_cap(judgements: Iterable[Judgement], room: int) -> list[Judgement]:
    """At most `room` judgements: the weakest go first, none of them the last of its option or outcome."""
    kept = sorted(judgements, key=lambda j: (j.option, j.outcome))
    options, outcomes = Counter(j.option for j in kept), Counter(j.outcome for j in kept)
    for judgement in sorted(kept, key=_strength):
        if len(kept) <= room:
            break
        if options[judgement.option] > 1 and outcomes[judgement.outcome] > 1:
            kept.remove(judgement)
            options[judgement.option] -= 1
            outcomes[judgement.outcome] -= 1
    return kept


def _strength(judgement: Judgement) -> tuple[bool, float]:
    return judgement.signal is not None, judgement.belief * abs(judgement.weight)


def _structural(src: WireNode, dst: WireNode) -> WireEdge:
    return WireEdge(src=src.id, dst=dst.id, belief=None, weight=None, evidence=None)


def _causal(src: WireNode, dst: WireNode, judgement: Judgement, note: str) -> WireEdge:
    signal = judgement.signal
    evidence = WireEvidence(kind="hypothesis", document="", passage=0, note=note)
    if signal is not None:
        evidence = WireEvidence(
            kind="brief" if signal.document == BRIEF_ID else "document",
            document=signal.document,
            passage=signal.passage,
            note=note,
        )
    return WireEdge(
        src=src.id, dst=dst.id, belief=judgement.belief, weight=judgement.weight, evidence=evidence
    )


def _why(target: str, why: str) -> WireRationale:
    return WireRationale(target=target, why=why)
