"""Replies in the wire schema: a sound one, and ones with something missing."""

from __future__ import annotations

import json
from typing import Any

Wire = dict[str, Any]


def cause(src: str, dst: str, *, belief: float = 0.7, weight: float = 0.5, **evidence: object) -> Wire:
    """A causal link; without evidence it rests on a hypothesis."""
    basis = {"kind": "hypothesis", "document": "", "passage": 0, "note": f"{src} moves {dst}"} | evidence
    return {"from": src, "to": dst, "belief": belief, "weight": weight, "evidence": basis}


def structure(src: str, dst: str) -> Wire:
    """A link without numbers."""
    return {"from": src, "to": dst, "belief": None, "weight": None, "evidence": None}


def node(kind: str, name: str, label: str, better: str = "unknown") -> Wire:
    """A node without a body."""
    return {"id": name, "kind": kind, "label": label, "body": "", "better": better}


def sound(**evidence: object) -> Wire:
    """Two options, two outcomes, nothing to complain of; `evidence` goes under the first causal link."""
    return {
        "title": "Staffing the rebuild",
        "nodes": [
            node("goal", "ship", "Ship the rebuild by March"),
            node("decision", "staffing", "How should we staff the rebuild?"),
            node("option", "hire", "Hire three engineers"),
            node("option", "agency", "Use an agency"),
            node("outcome", "cost", "Cost over six months", "lower"),
            node("outcome", "speed", "Weeks to the first release", "lower"),
        ],
        "edges": [
            structure("ship", "staffing"),
            structure("staffing", "hire"),
            structure("staffing", "agency"),
            cause("hire", "cost", belief=0.6, weight=0.5, **evidence),
            cause("hire", "speed", belief=0.55, weight=0.3),
            cause("agency", "cost", belief=0.65, weight=0.7),
            cause("agency", "speed", belief=0.75, weight=-0.6),
        ],
        "rationales": [{"target": "agency->speed", "why": "An agency has people at hand."}],
    }


def without_numbers() -> Wire:
    """Like the sound one, but a causal link has no belief: only whoever drafted it can say."""
    wire = sound()
    wire["edges"][3]["belief"] = None
    return wire


def text(wire: Wire) -> str:
    """The reply's text."""
    return json.dumps(wire)
