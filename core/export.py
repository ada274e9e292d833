"""An assessed graph in any format that it can be exported in."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from core.graph.export.formats import Format
from core.graph.export.report import report
from core.graph.export.texts import WRITERS
from core.picture.drawing import Picture
from core.pipeline.events import Assessment

__all__ = ["Format", "Painter", "exported"]

_FORMS: dict[Format, Literal["png", "svg", "pdf"]] = {
    Format.PNG: "png",
    Format.SVG: "svg",
    Format.PDF: "pdf",
}


class Painter(Protocol):
    """Whoever draws pictures: `core.picture`'s painters do."""

    async def draw(self, picture: Picture) -> bytes:
        """The picture's file. Raises PictureFailed."""


async def exported(
    found: Assessment,
    form: Format,
    *,
    painter: Painter,
    notes: Sequence[str] = (),
    on: date | None = None,
    dark: bool = False,
) -> bytes:
    """The whole file, texts as UTF-8. Raises PictureFailed for what is drawn.

    `notes` and the day `on` stand in the Markdown report alone; `dark` counts for pictures alone. Labels
    stay text in every format: none of them becomes markup, code or a formula.
    """
    if form in _FORMS:
        ranking = found.analysis.ranking
        shares = ranking.first_share if ranking else ()
        return await painter.draw(Picture(graph=found.graph, format=_FORMS[form], dark=dark, shares=shares))
    return await asyncio.to_thread(_written, found, form, notes, on)


def _written(found: Assessment, form: Format, notes: Sequence[str], on: date | None) -> bytes:
    if form is Format.MARKDOWN:
        text = report(
            found.graph,
            found.analysis,
            issues=found.issues,
            questions=found.questions,
            notes=notes,
            on=on,
        )
    else:
        text = WRITERS[form](found.graph)
    return text.encode("utf-8", "replace")  # half a surrogate pair has no form in UTF-8
