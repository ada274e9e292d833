"""The revision of the graph in a prompt, as a model would write it: what its replies ask, and no more."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fakes.llm.consulting import TASKS
from tests.fakes.llm.drafting import Citable, draft, passages

_DRAFT = re.compile(r"<draft>\n(.*?)\n</draft>", re.DOTALL)
_LETTERS = re.compile(r"^([A-Z]): (\w+)$", re.MULTILINE)
_ASKED = re.compile(r"Revise it as these replies ask: (.*?)\. New documents beside them: (.*?)\. Risks")
_DROP = re.compile(r"drop option ([A-Z])", re.IGNORECASE)
_ADD = re.compile(r"add (?:option )?([^.,]+)", re.IGNORECASE)
_SURER = 0.95

Json = dict[str, Any]


def answer(prompt: str) -> str:
    """The reply to any task, told by the words of its prompt."""
    task = prompt[prompt.rfind("<task>") :]
    if other := next((reply for words, reply in TASKS.items() if words in task), None):
        return other(prompt)
    asked = _ASKED.search(prompt)
    return refine(prompt, asked[1].split(", "), asked[2].split(", ")) if asked else draft(prompt)


def refine(prompt: str, replies: list[str], files: list[str]) -> str:
    """The prompt's graph with options dropped and added as the replies say; else its first link surer."""
    graph: Json = json.loads(_DRAFT.findall(prompt)[-1])
    printed = passages(prompt)
    said = [passage for passage in printed if passage.document in replies]
    source = next((passage for passage in printed if passage.document in files), said[0] if said else None)
    letters = dict(_LETTERS.findall(prompt))
    touched = False
    for passage in said:
        for letter in _DROP.findall(passage.text):
            touched = _drop(graph, letters.get(letter.upper()), passage) or touched
        for label in _ADD.findall(_DROP.sub("", passage.text)):
            touched = _add(graph, label.strip(), source or passage) or touched
    if not touched and source is not None:
        _make_surer(graph, source)
    return json.dumps(graph, ensure_ascii=False)


def _drop(graph: Json, id_: str | None, asked: Citable) -> bool:
    if id_ is None:
        graph["rationales"].append({"target": asked.document, "why": "There is no such option."})
        return False
    graph["nodes"] = [node for node in graph["nodes"] if node["id"] != id_]
    graph["edges"] = [edge for edge in graph["edges"] if id_ not in (edge["from"], edge["to"])]
    ends = [r for r in graph["rationales"] if id_ not in r["target"].split("::")]
    graph["rationales"] = [*ends, {"target": id_, "why": "The reply rules it out."}]
    return True


def _add(graph: Json, label: str, source: Citable) -> bool:
    id_ = re.sub(r"[^a-z0-9]+", "_", f"new_{label.lower()}").strip("_")[:40]
    node = {
        "id": id_,
        "kind": "option",
        "label": label[:1].upper() + label[1:80],
        "body": "",
        "better": "unknown",
    }
    decision = next(node["id"] for node in graph["nodes"] if node["kind"] == "decision")
    outcome = next(node["id"] for node in graph["nodes"] if node["kind"] == "outcome")
    graph["nodes"].append(node)
    graph["edges"] += [
        {"from": decision, "to": id_, "belief": None, "weight": None, "evidence": None},
        {"from": id_, "to": outcome, "belief": 0.6, "weight": 0.3, "evidence": _evidence(source)},
    ]
    graph["rationales"].append({"target": id_, "why": "The reply asks for it."})
    return True


def _make_surer(graph: Json, source: Citable) -> None:
    edge = next(edge for edge in graph["edges"] if edge["belief"] is not None)
    edge |= {"belief": _SURER, "evidence": _evidence(source)}
    target = f"{edge['from']}::{edge['to']}"
    kept = [r for r in graph["rationales"] if not r["target"].startswith(target)]
    graph["rationales"] = [*kept, {"target": target, "why": "The new source is plain."}]


def _evidence(source: Citable) -> Json:
    return {
        "kind": "document",
        "document": source.document,
        "passage": source.number,
        "note": source.text[:100],
    }
