"""A plausible decision graph from a prompt, as a model would write it: cites only what the prompt prints."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

_BLOCK = re.compile(r'<(document|brief|reply) id="([^"]+)"[^>]*>\n(.*?)\n?</\1>', re.DOTALL)
_PASSAGE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_LEAD = re.compile(r"^(should|shall|do|can|could|sollen|wollen) (we|i|wir) ", re.IGNORECASE)
_SPLIT = re.compile(r",? (?:or|oder|versus|vs\.?) |, ")  # codespell:ignore oder
_OUTCOMES = (
    ("cost", "Cost over the first year", "lower"),
    ("weeks", "Weeks until it works", "lower"),
    ("quality", "Quality that customers see", "higher"),
)
_HYPOTHESIS = 3  # every third link rests on nothing


@dataclass(frozen=True, slots=True)
class Citable:
    """A passage as the prompt prints it."""

    document: str
    number: int
    text: str


def passages(prompt: str) -> list[Citable]:
    """Every numbered passage of the documents, the brief and the replies in a user turn."""
    return [
        Citable(id_, int(number), unescape(text))
        for _, id_, body in _BLOCK.findall(prompt)
        for number, text in _PASSAGE.findall(body)
    ]


def draft(prompt: str) -> str:
    """The reply to a draft or a repair: JSON in the wire schema."""
    printed = [passage for passage in passages(prompt) if not passage.document.startswith("R")]
    brief = [p for p in printed if p.document == "B"]
    sources = [p for p in printed if p.document != "B"] or brief
    options = _options(next((p.text for p in brief if "?" in p.text), brief[0].text if brief else ""))
    nodes = [
        _node("goal", "goal", "What the brief is after"),
        _node("decision", "decision", "Which way to go?"),
        *(_node(f"option_{i}", "option", label) for i, label in enumerate(options, start=1)),
        *([_node("risk", "risk", "It takes longer than planned")] if _risks(prompt) else []),
        *(_node(id_, "outcome", label, better) for id_, label, better in _OUTCOMES),
    ]
    edges = [_edge("goal", "decision"), *(_edge("decision", f"option_{i + 1}") for i in range(len(options)))]
    causes = [(f"option_{i + 1}", id_) for i in range(len(options)) for id_, _, _ in _OUTCOMES]
    if _risks(prompt):
        causes += [("option_1", "risk"), ("risk", "weeks")]
    edges += [_cause(i, src, dst, sources) for i, (src, dst) in enumerate(causes)]
    rationales = [{"target": f"{src}::{dst}", "why": "One source says so."} for src, dst in causes[:2]]
    title = (brief[0].text if brief else "A decision")[:60]
    return json.dumps(
        {"title": title, "nodes": nodes, "edges": edges, "rationales": rationales}, ensure_ascii=False
    )


def _risks(prompt: str) -> bool:
    return "Risks and factors: yes" in prompt


def _options(question: str) -> list[str]:
    parts = [part.strip(" ?.!") for part in _SPLIT.split(_LEAD.sub("", question.rpartition(": ")[2]))]
    found = dict.fromkeys(part[:1].upper() + part[1:80] for part in parts if part)
    return [*list(found)[:3], "Keep things as they are"] if found else ["Do it", "Keep things as they are"]


def _node(id_: str, kind: str, label: str, better: str = "unknown") -> dict[str, str]:
    return {"id": id_, "kind": kind, "label": label, "body": "", "better": better}


def _edge(src: str, dst: str) -> dict[str, Any]:
    return {"from": src, "to": dst, "belief": None, "weight": None, "evidence": None}


def _cause(place: int, src: str, dst: str, sources: list[Citable]) -> dict[str, Any]:
    draw = hashlib.sha256(f"{src}|{dst}".encode()).digest()
    guess = place % _HYPOTHESIS == _HYPOTHESIS - 1 or not sources
    cited = None if guess else sources[place % len(sources)]
    return {
        "from": src,
        "to": dst,
        "belief": round(0.4 + draw[0] / 1275 if guess else 0.6 + draw[0] / 850, 2),
        "weight": round((0.2 + draw[1] / 425) * (1 if draw[2] % 2 else -1), 2),
        "evidence": {
            "kind": "hypothesis" if cited is None else "brief" if cited.document == "B" else "document",
            "document": cited.document if cited else "",
            "passage": cited.number if cited else 0,
            "note": cited.text[:100] if cited else "Nobody has measured this yet",
        },
    }
