"""What stands below a draft: the files that were not read, and how the draft came about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.pipeline.events import Consultation, Draft, FileNote
from handlers.blocks.sources import NAME
from handlers.blocks.text import count, cut, duration, one_line
from handlers.errors import provider_name

_MESSAGE = 200  # characters of what is said about a file

TITLES = (("refused", "Not read"), ("partly", "Read in part"))


def unread(files: Sequence[FileNote]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What was not read of the files: a title, and a line for each."""
    for status, title in TITLES:
        lines = tuple(_line(note) for note in files if note.status == status)
        if lines:
            yield title, lines


def small_print(draft: Draft, *, revision: int, made: str = "") -> tuple[str, ...]:
    """How the draft came about: in what time, from what, by whom, and what went amiss on the way.

    `made` says it of a revision; a first draft was drafted, from the brief and its files.
    """
    took = f"in {duration(draft.elapsed)}"
    how = f"{made} {took}" if made else f"{_drafted(draft)} {took} from {_material(draft.files)}"
    parts = [how, f"revision {revision}", "reply here to change it"]
    said = [" · ".join(parts), *_tried(draft.skipped)]
    if draft.dangling_citations:
        became = "became a hypothesis" if draft.dangling_citations == 1 else "became hypotheses"
        said.append(f"{count(draft.dangling_citations, 'citation')} pointed nowhere and {became}")
    return tuple(said)


def consultation(asked: Consultation, made: str, *, revision: int) -> tuple[str, ...]:
    """How what is said about a revision came about; `made` names the work: "Suggested", "Looked over"."""
    how = f"{made} without a model" if asked.provider in {"", "template"} else made
    return (f"{how} in {duration(asked.elapsed)} · for revision {revision}", *_tried(asked.skipped))


def _tried(skipped: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (f"{provider_name(name)} was tried first: {reason}" for name, reason in skipped)


def _drafted(draft: Draft) -> str:
    return "Drafted without a model" if draft.assessment.graph.meta.source == "template" else "Drafted"


def _material(files: Sequence[FileNote]) -> str:
    used = sum(note.status != "refused" for note in files)
    return f"your brief and {count(used, 'file')}" if used else "your brief"


def _line(note: FileNote) -> str:
    """The file's name, and what happened, then what to do, as sentences."""
    what, _, then = cut(one_line(note.message or "no reason was given"), _MESSAGE, len).partition("; ")
    said = f"{cut(one_line(note.name), NAME, len)}: {what}."
    return f"{said} {then[:1].upper()}{then[1:]}." if then else said
