"""The prompt of a request, read back into what the template drafter takes.

The opposite of `core.llm.prompting.render`; a test holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from itertools import count

from bot.playground.model.material import documents_in
from core.errors import ReplyUnusable
from core.graph.model import Graph, Violation
from core.graph.phrases import letter
from core.graph.sources import BRIEF_ID, Document
from core.llm.prompting import TASKS
from core.llm.provider import ModelCall, Task
from core.llm.replies import parse

_BEGINS, _ENDS = "<task>\n", "\n</task>"
_NONE = "none"
_FIELD = re.compile(r"\\\$(\w+)")  # a template's name, in a pattern
_VIOLATION = re.compile(r"^- (\S+) at (.+?): (.+)$", re.MULTILINE)
_NOWHERE = "the graph"
_LETTER = re.compile(r"^(\w+): (.+)$", re.MULTILINE)
_ITEM = re.compile(r"^- (.+)$", re.MULTILINE)


class NotReadable(ValueError):
    """It is no prompt of ours, or there is no brief in it."""


def _pattern(template: str) -> re.Pattern[str]:
    """What finds the fields of a task by their names."""
    return re.compile(_FIELD.sub(r"(?P<\1>.*?)", re.escape(template)), re.DOTALL)


_PATTERNS = {task: _pattern(template.template) for task, template in TASKS.items()}


def call_of(prompt: str) -> ModelCall:
    """The model call that a prompt was made of. Raises NotReadable.

    A repair does not tell what came when: all that followed the brief is `later` then.
    """
    material, _, rest = prompt.rpartition(_BEGINS)
    task, fields = _task(rest.strip().removesuffix(_ENDS))
    before, brief, after = _parted(documents_in(material))
    replies, added = (_named(fields.get(name, "")) for name in ("replies", "added"))
    call = ModelCall(
        task=task,
        brief=brief,
        documents=before,
        later=tuple(each for each in after if each.id not in replies | added),
        added=tuple(each for each in after if each.id in added),
        instructions=tuple(each for each in after if each.id in replies),
        risks=fields["risks"] == "yes",
        violations=_violations(fields.get("violations", "")),
        asked=tuple(map(unescape, _ITEM.findall(fields.get("asked", "")))),
    )
    return replace(call, graph=_graph(fields, call))


def _task(text: str) -> tuple[Task, Mapping[str, str]]:
    for task, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(text):
            return task, found.groupdict()
    raise NotReadable("no task")


def _parted(shown: tuple[Document, ...]) -> tuple[tuple[Document, ...], Document, tuple[Document, ...]]:
    """What stands before the brief, the brief, and what stands behind it."""
    for place, document in enumerate(shown):
        if document.id == BRIEF_ID:
            return shown[:place], document, shown[place + 1 :]
    raise NotReadable("no brief")


def _named(ids: str) -> frozenset[str]:
    return frozenset(ids.split(", "))


def _violations(text: str) -> tuple[Violation, ...]:
    found = (tuple(map(unescape, parts)) for parts in _VIOLATION.findall(text))
    return tuple(
        Violation(severity="error", code=code, at="" if at == _NOWHERE else at, message=message)
        for code, at, message in found
    )


def _graph(fields: Mapping[str, str], call: ModelCall) -> Graph | None:
    """The graph in the prompt. Raises NotReadable."""
    draft = fields.get("draft", _NONE)
    if draft == _NONE:
        return None
    try:
        graph = parse(draft, call, source="", model="", prompt_version="").graph
    except ReplyUnusable as unusable:
        raise NotReadable(str(unusable)) from unusable
    order = _order(fields.get("letters", ""))
    return replace(graph, option_order=order) if order else graph


def _order(listed: str) -> tuple[str, ...]:
    """The options by their letters, with something else where one was dropped."""
    options = dict(_LETTER.findall(listed))
    order: list[str] = []
    for place in count():
        if not options:
            break
        name = letter(place)
        order.append(options.pop(name, f"({name})"))
    return tuple(order)
