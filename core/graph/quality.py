"""Questions about the quality of a decision, asked without a model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.graph import evidence_patterns, label_patterns, option_patterns
from core.graph.model import Graph
from core.graph.order import in_order
from core.graph.seen import Seen, look

Pattern = Callable[[Seen], option_patterns.Asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question in plain words. `at` holds node ids and `from::to` of links; empty for the whole graph."""

    code: str
    question: str
    at: tuple[str, ...]


PATTERNS: tuple[tuple[str, Pattern], ...] = (
    # what keeps options from being compared
    ("NO_DIRECTION", option_patterns.no_direction),
    ("NOT_ASSESSED", option_patterns.not_assessed),
    # the frame and the alternatives: what is not there cannot be chosen
    ("ONE_REAL_OPTION", label_patterns.one_real_option),
    ("NO_STATUS_QUO", label_patterns.no_status_quo),
    ("WHETHER_OR_NOT", label_patterns.whether_or_not),
    ("SINGLE_OUTCOME", option_patterns.single_outcome),
    ("IDENTICAL_OPTIONS", option_patterns.identical_options),
    ("DOMINATED", option_patterns.dominated),
    # how fairly each option is described
    ("SUNK_COST", label_patterns.sunk_cost),
    ("NO_DOWNSIDE", option_patterns.no_downside),
    ("STRAW_MAN", option_patterns.straw_man),
    ("NO_RISK", option_patterns.no_risk),
    # what it rests on
    ("CONFIDENT_GUESS", evidence_patterns.confident_guess),
    ("UNEVEN_EVIDENCE", option_patterns.uneven_evidence),
    ("NO_REFERENCE_CLASS", label_patterns.no_reference_class),
    ("MOSTLY_HYPOTHESIS", evidence_patterns.mostly_hypothesis),
    ("ONE_SOURCE", evidence_patterns.one_source),
    # how the numbers were arrived at
    ("NARROW_BELIEFS", evidence_patterns.narrow_beliefs),
    ("ANCHORED_BELIEFS", evidence_patterns.anchored_beliefs),
    ("ANCHORED_WEIGHTS", evidence_patterns.anchored_weights),
)
"""Every code with what looks for it, what matters most first."""

READ_ENGLISH = frozenset(
    {"ONE_REAL_OPTION", "NO_STATUS_QUO", "WHETHER_OR_NOT", "SUNK_COST", "NO_REFERENCE_CLASS"}
)
"""The codes that go by the words of labels and quotes."""


def questions(graph: Graph, *, risks: bool = False, english: bool = True) -> tuple[Question, ...]:
    """The questions worth asking about a graph, what matters most first.

    `risks` says whether the workspace draws risks: only then is a missing one asked about. With
    `english=False` the questions that go by the words of labels and quotes are left out. Takes any graph
    with unique ids and links; where links form a cycle, questions about effects are left out.
    """
    seen = look(in_order(graph), english=english)
    muted = (frozenset() if english else READ_ENGLISH) | (frozenset() if risks else {"NO_RISK"})
    return tuple(
        Question(code=code, question=question, at=at)
        for code, pattern in PATTERNS
        if code not in muted
        for question, at in pattern(seen)
    )
