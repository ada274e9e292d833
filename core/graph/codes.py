"""Every rule's code with its severity, in the order in which violations are listed."""

from __future__ import annotations

from typing import Literal

from core.graph.model import Violation

Severity = Literal["error", "warning"]

_ERRORS = (
    "DUPLICATE_ID",
    "BAD_ID",
    "BAD_KIND",
    "EMPTY_LABEL",
    "DUPLICATE_LABEL",
    "TOO_MANY_NODES",
    "TOO_MANY_EDGES",
    "COUNT_GOAL",
    "COUNT_DECISION",
    "COUNT_OPTION",
    "COUNT_OUTCOME",
    "DANGLING_EDGE",
    "SELF_LOOP",
    "DUPLICATE_EDGE",
    "EDGE_KIND",
    "MISSING_NUMBERS",
    "BELIEF_RANGE",
    "WEIGHT_RANGE",
    "NO_PROVENANCE",
    "QUOTE_LENGTH",
    "CYCLE",
    "NOT_CONNECTED",
    "NOT_FROM_GOAL",
    "OPTION_NO_OUTCOME",
    "OUTCOME_UNREACHED",
)
_WARNINGS = ("ZERO_WEIGHT", "NUMBERS_ON_STRUCTURE", "LABEL_LENGTH", "BODY_LENGTH", "WHY_LENGTH")

SEVERITY: dict[str, Severity] = {
    **dict.fromkeys(_ERRORS, "error"),
    **dict.fromkeys(_WARNINGS, "warning"),
}
RANK = {code: rank for rank, code in enumerate(SEVERITY)}


def violation(code: str, at: str, message: str) -> Violation:
    """One broken rule, with the severity that its code has."""
    return Violation(severity=SEVERITY[code], code=code, at=at, message=message)
