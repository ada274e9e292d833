"""Documents, the brief and replies, read back from their blocks in a prompt."""

from __future__ import annotations

import re
from html import unescape
from typing import cast

from core.graph.sources import REPLY_KIND, Document, Location, Passage, Place

_BLOCK = re.compile(r"<(document|brief|reply) ([^>\n]*)>\n(.*?)\n?</\1>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PASSAGE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_SUMMARY = re.compile(r"^<summary>(.*)</summary>$", re.MULTILINE)
_LOCATION = re.compile(
    r" \((?:sheet (?P<sheet>.+), )?(?P<place>page|line|row|slide|paragraph|sentence)s? "
    r"(?P<first>\d+)(?:–(?P<last>\d+))?\)$"
)


def documents_in(prompt: str) -> tuple[Document, ...]:
    """What a model is shown, in its order."""
    return tuple(_document(tag, head, body) for tag, head, body in _BLOCK.findall(prompt))


def _document(tag: str, head: str, body: str) -> Document:
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(head)}
    id_ = attributes["id"]
    summary = _SUMMARY.search(body)
    return Document(
        id=id_,
        name=attributes.get("name", f"reply {id_[1:]}" if tag == REPLY_KIND else tag),
        kind=attributes.get("kind", tag),
        passages=tuple(_passage(int(number), unescape(text)) for number, text in _PASSAGE.findall(body)),
        summary=unescape(summary[1]) if summary else "",
    )


def _passage(number: int, text: str) -> Passage:
    found = _LOCATION.search(text)
    if found is None:  # of a brief or a reply: its sentences stand without their place
        return Passage(
            number=number, text=text, location=Location(place="sentence", first=number, last=number)
        )
    place = cast("Place", found["place"])  # the pattern has no others
    first = int(found["first"])
    location = Location(place=place, first=first, last=int(found["last"] or first), sheet=found["sheet"])
    return Passage(number=number, text=text[: found.start()], location=location)
