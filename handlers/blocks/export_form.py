"""The form in which formats are chosen for an export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.graph.export.formats import Format
from handlers.blocks.inputs import labelled, some_of
from handlers.blocks.limits import MODAL_TITLE
from handlers.blocks.parts import plain
from handlers.blocks.reference import Reference

CALLBACK = "export_form"
FORMATS = "formats"  # block_id and action_id at once
_USUAL = (Format.MARKDOWN, Format.PDF)
_USES = {
    Format.MARKDOWN: "for a decision record",
    Format.MERMAID: "for a page that draws it",
    Format.DRAWIO: "to draw on",
    Format.GRAPHML: "for graph programs",
}


def form(reference: Reference) -> dict[str, Any]:
    """The modal, with what is asked for most chosen already."""
    choices = [_choice(each) for each in Format]
    chosen = [_choice(each) for each in _USUAL]
    hint = "The newest revision comes into this thread, a file for each."
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": reference.dumps(),
        "title": plain("Export", MODAL_TITLE),
        "submit": plain("Export", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [labelled(FORMATS, "Formats", some_of(choices, chosen=chosen), hint=hint)],
    }


def chosen(places: Iterable[str]) -> tuple[Format, ...]:
    """The formats in what the form came back with: places, counted from 0."""
    known = {str(place): each for place, each in enumerate(Format)}
    return tuple(known[place] for place in places if place in known)


def _choice(format_: Format) -> str:
    use = _USES.get(format_)
    return f"{format_.title} ({format_.suffix}), {use}" if use else f"{format_.title} ({format_.suffix})"
