"""The prompt of a request, read back into what the template drafter takes.

The opposite of `core.llm.prompting.render`, for drafts and repairs; a test holds the two together.
"""

from __future__ import annotations

import re
from html import unescape
from typing import cast

from core.graph.sources import BRIEF_ID, Document, Location, Passage, Place
from core.llm.provider import ModelCall, Task

_BLOCK = re.compile(r"<(document|brief) ([^>\n]*)>\n(.*?)\n</\1>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PASSAGE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_SUMMARY = re.compile(r"^<summary>(.*)</summary>$", re.MULTILINE)
_LOCATION = re.compile(
    r" \((?:sheet (?P<sheet>.+), )?(?P<place>page|line|row|slide|paragraph|sentence)s? "
    r"(?P<first>\d+)(?:–(?P<last>\d+))?\)$"
)
_RISKS = "Risks and factors: yes"


class NotReadable(ValueError):
    """There is no brief in the prompt: it asks for something that rules cannot draft."""


def call_of(prompt: str) -> ModelCall:
    """The model call that a prompt was made of. Raises NotReadable."""
    found = [_document(head, body) for _, head, body in _BLOCK.findall(prompt)]
    brief = next((document for document in found if document.id == BRIEF_ID), None)
    if brief is None or "<reply " in prompt:
        raise NotReadable("no brief")
    documents = tuple(document for document in found if document.id != BRIEF_ID)
    return ModelCall(task=Task.DRAFT, brief=brief, documents=documents, risks=_RISKS in prompt)


def _document(head: str, body: str) -> Document:
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(head)}
    summary = _SUMMARY.search(body)
    return Document(
        id=attributes["id"],
        name=attributes.get("name", "brief"),
        kind=attributes.get("kind", "brief"),
        passages=tuple(_passage(int(number), unescape(text)) for number, text in _PASSAGE.findall(body)),
        summary=unescape(summary[1]) if summary else "",
    )


def _passage(number: int, text: str) -> Passage:
    found = _LOCATION.search(text)
    if found is None:  # of a brief: its sentences stand without their place
        return Passage(
            number=number, text=text, location=Location(place="sentence", first=number, last=number)
        )
    place = cast("Place", found["place"])  # the pattern has no others
    first = int(found["first"])
    location = Location(place=place, first=first, last=int(found["last"] or first), sheet=found["sheet"])
    return Passage(number=number, text=text[: found.start()], location=location)
