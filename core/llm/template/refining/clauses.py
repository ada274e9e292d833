"""A reply cut into requests, one thing asked for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.graph.sources import Document
from core.llm.template.labels import bare
from core.llm.template.words.requests import Requests

MAX_CLAUSES = 40  # of all replies together; more is prose
_MARKS = " \t.!?。！？,、:"
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)])\s+")
_END = re.compile(r"(?<=[^\d\s.][.!?])\s+|(?<=[。！？])|[;；\n]+|(?<=[.!?])\s+(?=[A-ZÀ-Þ\"“„«])")
_QUOTED = re.compile(r"[\"“„«「]([^\"“”„«»」]+)[\"”»」“]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One request: its words, and the reply and passage that they stand in."""

    text: str
    reply: Document
    passage: int


def clauses(replies: tuple[Document, ...], requests: Requests) -> Iterator[Clause]:
    """The requests of all replies, in order."""
    count = 0
    for reply in replies:
        for passage in reply.passages:
            for text in _parts(passage.text, requests):
                count += 1
                if count <= MAX_CLAUSES:
                    yield Clause(text=text, reply=reply, passage=passage.number)


def _parts(text: str, requests: Requests) -> Iterator[str]:
    for sentence in _END.split(text):
        for part in _split(sentence, requests):
            stripped = _without_fillers(_BULLET.sub("", part), requests)
            if any(char.isalnum() for char in stripped):
                yield stripped


def _split(sentence: str, requests: Requests) -> list[str]:
    """Cut before every verb that begins a request; what is quoted stays whole."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match.group())
        return f"\x00{len(held) - 1}\x00"

    masked = _QUOTED.sub(hold, sentence)
    parts = _partings(requests.parting, requests.begins, requests.fillers).split(masked)
    return [re.sub(r"\x00(\d+)\x00", lambda match: held[int(match[1])], part) for part in parts]


@cache
def _partings(parting: str, begins: str, fillers: str) -> re.Pattern[str]:
    if not begins:
        return re.compile(parting)
    between = rf"(?:(?:{fillers})\s+)?" if fillers else ""
    return re.compile(rf"(?:{parting})\s+(?={between}(?:{begins}))", re.IGNORECASE)


def _without_fillers(text: str, requests: Requests) -> str:
    text = text.strip(_MARKS)
    if requests.polite:
        text = re.sub(rf"[\s,]+(?:{requests.polite})$", "", text, flags=re.IGNORECASE).strip(_MARKS)
    while requests.fillers:
        shorter = re.sub(rf"^(?:{requests.fillers})\b[\s,]*", "", text, count=1, flags=re.IGNORECASE)
        if shorter == text or not shorter:
            break
        text = shorter
    return text


def unquoted(text: str) -> str:
    """The words inside quotes where all is quoted, without the marks around a label."""
    match = _QUOTED.fullmatch(text.strip())
    return bare(match[1] if match else text)
