"""Options, a critique and questions for what is in a prompt, as a model would write them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from tests.fakes.llm.drafting import passages

_DRAFT = re.compile(r"<draft>\n(.*?)\n</draft>", re.DOTALL)
_ASKED = re.compile(r"<asked>\n(.*?)\n</asked>", re.DOTALL)
_ENOUGH = 4  # sentences of a brief, answers among them
_WAYS = (
    "Run a pilot in one team",
    "Ask a partner to do it",
    "Wait for the next quarter",
    "Do half of it now",
)
_QUESTIONS = (
    ("Who has to agree?", "The brief names nobody.", "They are asked for evidence.", ("The board", "Nobody")),
    ("By when is it settled?", "There is no date.", "Time counts.", ("This month", "This year")),
    ("What would rule an option out?", "No limit is named.", "Such options go.", ()),
    ("What happens if nothing is done?", "It is not said.", "It becomes an option.", ("Little", "Much")),
)

Json = dict[str, Any]


def options(prompt: str) -> str:
    """Four ways that the prompt's graph has not, each with an effect on every outcome."""
    graph = _graph(prompt)
    labels = {node["label"] for node in graph["nodes"]}
    outcomes = [node["id"] for node in graph["nodes"] if node["kind"] == "outcome"]
    ways = [way for way in _WAYS if way not in labels]
    return _text({"options": [_option(way, outcomes, place) for place, way in enumerate(ways, start=1)]})


def critique(prompt: str) -> str:
    """The first link held too surely, with a fix; a label that could be clearer; a thought on the whole."""
    graph = _graph(prompt)
    edge = next(edge for edge in graph["edges"] if edge["belief"] is not None)
    option = next(node for node in graph["nodes"] if node["kind"] == "option")
    link = f"{edge['from']}::{edge['to']}"
    doubt = {"says": "Hold it 45 % sure", "op": "set_belief", "target": link, "value": 0.45, "text": ""}
    clearer = f"{option['label']} this year"[:80]
    rename = {
        "says": "Say by when",
        "op": "relabel",
        "target": option["id"],
        "value": None,
        "text": clearer,
    }
    return _text(
        {
            "findings": [
                _finding("observation", "", "Nobody who would have to do it is quoted.", None),
                _finding("improvement", option["id"], "The option does not say by when.", rename),
                _finding("blocker", link, "The passage does not say this.", doubt),
            ]
        }
    )


def clarify(prompt: str) -> str:
    """Three questions that were not asked before; none for a brief of many sentences."""
    said = _ASKED.findall(prompt)
    known = said[-1] if said else ""
    brief = [passage for passage in passages(prompt) if passage.document == "B"]
    if len(brief) >= _ENOUGH:
        return _text({"confidence": 0.9, "questions": []})
    left = [question for question in _QUESTIONS if question[0] not in known][:3]
    return _text({"confidence": 0.4, "questions": [_question(*question) for question in left]})


TASKS: dict[str, Callable[[str], str]] = {
    "Suggest what else": options,
    "Read it as a careful colleague": critique,
    "say how ready the brief": clarify,
}


def _graph(prompt: str) -> Json:
    graph: Json = json.loads(_DRAFT.findall(prompt)[-1])
    return graph


def _option(title: str, outcomes: list[str], place: int) -> Json:
    effects = [
        {"outcome": id_, "belief": 0.5, "weight": round(0.1 * place, 1), "note": f"{title} moves {id_}"}
        for id_ in outcomes
    ]
    return {
        "title": title,
        "pros": ["It can be undone", "It costs little at first"],
        "cons": ["It takes longer in all", "Somebody has to look after it"],
        "evidence": ["Ask the team that did it last year", "Measure one week"],
        "effects": effects,
    }


def _finding(severity: str, at: str, text: str, fix: Json | None) -> Json:
    return {"severity": severity, "at": at, "text": text, "fix": fix}


def _question(text: str, why: str, changes: str, choices: tuple[str, ...]) -> Json:
    return {
        "text": text,
        "why": why,
        "changes": changes,
        "choices": list(choices),
        "several": False,
        "statement": "On the open question: {answer}.",
    }


def _text(reply: Json) -> str:
    return json.dumps(reply, ensure_ascii=False)
