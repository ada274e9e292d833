"""What the rules and the quality questions find in a graph, with the fixes that need no judgement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from core.graph.critique import MAX_SAYS, MAX_TEXT, Finding, Fix, Severity
from core.graph.edits import AddLink, AddNode, DropNode, Edit, SetBelief
from core.graph.labels import label_of, linked, named
from core.graph.model import HYPOTHESIS, Edge, Graph, Node, NodeKind, Provenance, Violation
from core.graph.order import place
from core.graph.quality import Question

UNSURE = 0.5  # belief: nobody knows
_LEAST_OPTIONS = 2
_FAINT = 0.05  # weight: too little to be drawn as an effect, and not nothing
_STATUS_QUO = "Keep things as they are"
_STATUS_QUO_ID = "keep_as_is"

_OBSERVED = frozenset(
    {
        "WHETHER_OR_NOT",
        "NO_REFERENCE_CLASS",
        "ONE_SOURCE",
        "NARROW_BELIEFS",
        "ANCHORED_BELIEFS",
        "ANCHORED_WEIGHTS",
        "NO_DOWNSIDE",
        "STRAW_MAN",
    }
)
"""The questions that only make one think; the others name what is missing."""


def from_rules(issues: Iterable[Violation]) -> Iterator[Finding]:
    """What is still wrong with a graph: a broken rule stands in the way, a warning can wait."""
    for issue in issues:
        severity = Severity.BLOCKER if issue.severity == "error" else Severity.IMPROVEMENT
        yield Finding(severity=severity, text=_short(issue.message), at=(issue.at,) if issue.at else ())


def from_questions(graph: Graph, questions: Iterable[Question]) -> Iterator[Finding]:
    """The quality questions, with a fix where one follows from the question alone."""
    for asked in questions:
        fix = _FIXES.get(asked.code)
        yield Finding(
            severity=Severity.OBSERVATION if asked.code in _OBSERVED else Severity.IMPROVEMENT,
            text=_short(asked.question),
            at=asked.at,
            fix=fix(graph, asked.at) if fix else None,
        )


def _keep_as_is(graph: Graph, _: Sequence[str]) -> Fix | None:
    """The status quo as an option that moves nothing, as far as anybody knows."""
    decisions, outcomes = graph.of_kind(NodeKind.DECISION), graph.of_kind(NodeKind.OUTCOME)
    if not decisions or any(node.id == _STATUS_QUO_ID for node in graph.nodes):
        return None
    why = "Without it, no option can be compared with changing nothing."
    option = Node(id=_STATUS_QUO_ID, kind=NodeKind.OPTION, label=_STATUS_QUO)
    edits: list[Edit] = [AddNode(node=option, why=why)]
    edits.append(AddLink(link=Edge(src=decisions[0].id, dst=option.id)))
    edits += [AddLink(link=_unmoved(option, outcome)) for outcome in outcomes]
    return Fix(says=f"Add “{_STATUS_QUO}”", edits=tuple(edits))


def _unmoved(option: Node, outcome: Node) -> Edge:
    note = Provenance(source=HYPOTHESIS, quote="Changing nothing is assumed to move this little")
    return Edge(src=option.id, dst=outcome.id, belief=UNSURE, weight=_FAINT, provenance=note)


def _doubt(graph: Graph, at: Sequence[str]) -> Fix | None:
    """A guess is held as a guess."""
    ends = {place(*edge.key): edge for edge in graph.edges}
    edge = ends.get(at[0]) if at else None
    if edge is None:
        return None
    labels = {node.id: label_of(node) for node in graph.nodes}
    says = f"Hold {linked(labels[edge.src], labels[edge.dst])} 50% sure"
    why = "No source stands behind it yet."
    return Fix(says=_on_button(says), edits=(SetBelief(src=edge.src, dst=edge.dst, belief=UNSURE, why=why),))


def _drop_first(why: str) -> Callable[[Graph, Sequence[str]], Fix | None]:
    """Leaves out the option that a question begins with, as long as there is a choice after it."""

    def fix(graph: Graph, at: Sequence[str]) -> Fix | None:
        option = next((node for node in graph.options if at and node.id == at[0]), None)
        if option is None or len(graph.options) <= _LEAST_OPTIONS:
            return None
        return Fix(says=_on_button(f"Drop {named(option)}"), edits=(DropNode(node=option.id, why=why),))

    return fix


_FIXES: dict[str, Callable[[Graph, Sequence[str]], Fix | None]] = {
    "NO_STATUS_QUO": _keep_as_is,
    "CONFIDENT_GUESS": _doubt,
    "DOMINATED": _drop_first("Another option is at least as good on every outcome."),
    "IDENTICAL_OPTIONS": _drop_first("Another option has the same consequences."),
}


def _short(text: str) -> str:
    return text if len(text) <= MAX_TEXT else text[: MAX_TEXT - 1] + "…"


def _on_button(text: str) -> str:
    return text if len(text) <= MAX_SAYS else text[: MAX_SAYS - 1] + "…"
