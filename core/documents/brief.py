"""Turns what a person wrote, a brief or a reply, into a document: one passage a sentence."""

from __future__ import annotations

from core.documents.clean import clean
from core.documents.extract import pieces
from core.documents.sentences import sentences
from core.graph.sources import BRIEF_ID, REPLY_KIND, Document, Location, Passage


def brief_document(text: str) -> Document:
    """The brief as a document that can be cited, "sentence n" by "sentence n"; its words stay as they are."""
    return Document(id=BRIEF_ID, name="brief", kind="brief", passages=_passages(text))


def reply_document(text: str, number: int) -> Document:
    """The reply of this number in its thread, counted from 1, as a document that can be cited."""
    return Document(id=f"R{number}", name=f"reply {number}", kind=REPLY_KIND, passages=_passages(text))


def _passages(text: str) -> tuple[Passage, ...]:
    text = clean(text)
    cut = [
        (text[start:end], Location(place="sentence", first=number, last=number))
        for number, sentence in enumerate(sentences(text), 1)
        for start, end in pieces(text, *sentence)
    ]
    return tuple(
        Passage(number=number, text=piece, location=where) for number, (piece, where) in enumerate(cut, 1)
    )
