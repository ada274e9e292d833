"""What a draft rests on, in lines: each source by the number it has in the picture."""

from __future__ import annotations

from core.graph.model import Graph
from core.graph.phrases import source_name
from core.picture.layout import arrange
from core.picture.notes import Note, numbered
from handlers.blocks.text import count, cut, one_line

NAME = 60  # characters of a file's name, and of a location: as many as the picture shows
_QUOTE = 110  # characters: a little more than the rules allow


def sources(graph: Graph) -> tuple[tuple[str, ...], str]:
    """A line for each citation, and one on the links that are hypotheses, empty when none are."""
    links = tuple(link.edge for link in arrange(graph).links)
    cited = [note for note in numbered(links) if not note.provenance.is_hypothesis]
    told = sum(len(note.links) for note in cited)
    return tuple(map(_line, cited)), _guessed(len(links) - told, others=bool(cited))


def _line(note: Note) -> str:
    told = note.provenance
    where = cut(one_line(source_name(told)), NAME, len)
    if told.location:
        where += f", {cut(one_line(told.location), NAME, len)}"
    return f"{note.number}  {where}  “{cut(one_line(told.quote), _QUOTE, len)}”"


def _guessed(links: int, *, others: bool) -> str:
    if not links:
        return ""
    what = count(links, "other link" if others else "link")
    return f"{what} {'is a hypothesis' if links == 1 else 'are hypotheses'}: no source says so."
