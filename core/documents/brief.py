"""Turns a brief into the document B: one passage a sentence."""

from __future__ import annotations

from core.documents.clean import clean
from core.documents.extract import pieces
from core.documents.sentences import sentences
from core.graph.sources import BRIEF_ID, Document, Location, Passage


def brief_document(text: str) -> Document:
    """The brief as a document that can be cited, "sentence n" by "sentence n"; its words stay as they are."""
    text = clean(text)
    cut = [
        (text[start:end], Location(place="sentence", first=number, last=number))
        for number, sentence in enumerate(sentences(text), 1)
        for start, end in pieces(text, *sentence)
    ]
    passages = tuple(
        Passage(number=number, text=piece, location=where) for number, (piece, where) in enumerate(cut, 1)
    )
    return Document(id=BRIEF_ID, name="brief", kind="brief", passages=passages)
