"""Reads PowerPoint decks: the sentences and table rows of each slide, then those of its notes."""

from __future__ import annotations

import pptx

from core.documents.extract import Extract
from core.documents.limits import PAGES
from core.documents.office_package import opened
from core.documents.office_text import blocks


def read(path: str, extract: Extract) -> None:
    """Add a deck's slides, numbered from 1. Raises Refused."""
    slides = opened(pptx.Presentation, path).slides
    for number, slide in enumerate(slides, 1):
        if number > PAGES:
            extract.warn(f"only the first {PAGES:,} of {len(slides):,} slides were read")
            return
        trees = [slide.element]
        if slide.has_notes_slide:
            trees.append(slide.notes_slide.element)
        for tree in trees:
            for text, is_row in blocks(tree):
                add = extract.add if is_row else extract.prose
                if text and not add(text, "slide", number):
                    return
