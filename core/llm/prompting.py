"""Renders a model call as a prompt: a system text that never changes, numbered documents, the task."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from core.graph.letters import letters
from core.graph.model import Edge, Graph, Provenance
from core.graph.sources import BRIEF_ID, REPLY_KIND, Document
from core.ids import digest
from core.llm.provider import ModelCall, Task
from core.llm.tasks.shapes import shape_of
from core.llm.wire import SCHEMA, schema_bytes

_PROMPTS = files("core.llm") / "prompts"
# Control, format (zero width, bidi), surrogate and private characters: nobody sees them, a model would.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One request in parts, the most stable first, so that each can be read from a prompt cache.

    `system` is the same bytes for every call. `documents` is one block per document in the order the files
    came, and last the brief's; calls of one thread share it. `later` is one block per file or reply that came
    after the first draft; a thread only adds to it, and its former revision was shown the first `known` of
    them. `task` differs from call to call. `schema` is what the reply has to follow.
    """

    system: str
    documents: tuple[str, ...]
    task: str
    later: tuple[str, ...] = ()
    known: int = 0
    schema: Mapping[str, Any] = field(default_factory=lambda: SCHEMA)

    @property
    def stable(self) -> tuple[tuple[str, bool], ...]:
        """All between system and task: each block, and whether a cache breakpoint stands after it.

        At most three do, beside the system's one; four is the most that a provider takes. A draft marks the
        last document and the brief, so that another brief still reads the files. A refinement marks the
        brief, what the revision before it wrote, and what its own repair or successor will read.
        """
        blocks = (*self.documents, *self.later)
        brief = len(self.documents) - 1
        marks = {brief, brief + self.known, len(blocks) - 1} if self.later else {brief - 1, brief}
        return tuple((text, place in marks) for place, text in enumerate(blocks))


def _read(name: str) -> str:
    return (_PROMPTS / name).read_text(encoding="utf-8").strip()


def _system() -> str:
    examples = sorted(file.name for file in (_PROMPTS / "examples").iterdir() if file.name.endswith(".md"))
    return "\n\n".join([_read("system.md"), *(_read(f"examples/{name}") for name in examples)])


SYSTEM = _system()
TASKS = {task: Template(_read(f"{task}.md")) for task in Task}
PROMPT_VERSION = digest(
    SYSTEM.encode(),
    *(TASKS[task].template.encode() for task in Task),
    *(schema_bytes(shape_of(task).schema) for task in Task),
)[:12]


def render(call: ModelCall) -> Prompt:
    """The prompt of one call. Text from people and files stays inside its block, whatever it contains."""
    return Prompt(
        system=SYSTEM,
        documents=(*map(_document, call.documents), _brief(call.brief)),
        later=tuple(map(_document, (*call.later, *call.added, *call.instructions))),
        known=len(call.later),
        task=_task(call),
        schema=shape_of(call.task).schema,
    )


def plain(text: str) -> str:
    """One line of visible characters: white space folded, control and zero-width characters removed.

    A passage on one line cannot look like the start of another passage.
    """
    folded = " ".join(text.split())
    if folded.isprintable():  # nearly always, and a hundred times faster
        return folded
    return "".join(char for char in folded if unicodedata.category(char) not in _UNSEEN)


def _safe(text: str) -> str:
    """`plain`, and with no character that could open or close a block; quotes stay, people read them."""
    return plain(text).replace("<", "&lt;")


def _attributes(**values: str) -> str:
    return " ".join(f'{name}="{escape(plain(value))}"' for name, value in values.items())


def _document(document: Document) -> str:
    if document.kind == REPLY_KIND:
        return _spoken(document, "reply")
    head = f"<document {_attributes(id=document.id, name=document.name, kind=document.kind)}>"
    summary = [f"<summary>{_safe(document.summary)}</summary>"] if document.summary.strip() else []
    passages = [f"[{p.number}] {_safe(p.text)} ({_safe(p.location.label)})" for p in document.passages]
    return "\n".join([head, *summary, *passages, "</document>"])


def _brief(brief: Document) -> str:
    return _spoken(brief, "brief")


def _spoken(document: Document, tag: str) -> str:
    """What a person wrote, sentence by sentence."""
    sentences = [f"[{p.number}] {_safe(p.text)}" for p in document.passages]
    return "\n".join([f"<{tag} {_attributes(id=document.id)}>", *sentences, f"</{tag}>"])


def _task(call: ModelCall) -> str:
    """The task turn; its template's names are risks, draft, violations, letters, replies, added and asked."""
    violations = (
        f"- {_safe(v.code)} at {_safe(v.at) or 'the graph'}: {_safe(v.message)}" for v in call.violations
    )
    fields = {
        "risks": "yes" if call.risks else "no",
        "draft": _draft(call.graph) if call.graph else "none",
        "violations": "\n".join(violations) or "none",
        "letters": _letters(call.graph) if call.graph else "none",
        "replies": _ids(call.instructions),
        "added": _ids(call.added),
        "asked": "\n".join(f"- {_safe(question)}" for question in call.asked) or "none",
    }
    return f"<task>\n{TASKS[call.task].substitute(fields)}\n</task>"


def _ids(documents: Sequence[Document]) -> str:
    return ", ".join(document.id for document in documents) or "none"


def _letters(graph: Graph) -> str:
    """The options by the letters that people see."""
    return "\n".join(f"{letter}: {id_}" for id_, letter in letters(graph).items())


def _draft(graph: Graph) -> str:
    """A graph in the words of the wire schema, one node or link a line; unlike it, it may break rules."""
    nodes = [
        {"id": n.id, "kind": n.kind, "label": n.label, "body": n.body, "better": n.better or "unknown"}
        for n in graph.nodes
    ]
    parts = {
        "nodes": nodes,
        "edges": [_link(edge) for edge in graph.edges],
        "rationales": [{"target": r.target, "why": r.why} for r in graph.rationales],
    }
    lists = [f'"{name}": [\n' + ",\n".join(map(_json, items)) + "]" for name, items in parts.items()]
    return "{" + ",\n".join([f'"title": {_json(graph.title)}', *lists]) + "}"


def _link(edge: Edge) -> dict[str, Any]:
    return {
        "from": edge.src,
        "to": edge.dst,
        "belief": edge.belief,
        "weight": edge.weight,
        "evidence": edge.provenance and _evidence(edge.provenance),
    }


def _evidence(provenance: Provenance) -> dict[str, Any]:
    kinds = {None: "hypothesis", BRIEF_ID: "brief"}
    return {
        "kind": kinds.get(provenance.document, "document"),
        "document": provenance.document or "",
        "passage": provenance.passage or 0,
        "note": provenance.quote,
    }


def _json(value: object) -> str:
    """JSON in which no text can open or close a block."""
    text = json.dumps(value, ensure_ascii=False)
    return plain(text).replace("<", "\\u003c")
