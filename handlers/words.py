"""What is said in a draft's thread, as what it asks for: a few words name the buttons, all else instructs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from core.graph.export.formats import Format
from handlers.tasks import (
    ClarifyTask,
    CompareTask,
    CritiqueTask,
    ExportTask,
    OptionsTask,
    RefineTask,
    Task,
    UndoTask,
    WhyTask,
)


class Word(StrEnum):
    """What is asked for in a word and is no work for the queue."""

    STOP = "stop"
    EDIT = "edit"
    FORGET = "forget"
    HELP = "help"


_TASKS: Mapping[str, Task] = {
    "refine": RefineTask(instruction=""),
    "options": OptionsTask(),
    "clarify": ClarifyTask(),
    "critique": CritiqueTask(),
    "why": WhyTask(),
    "undo": UndoTask(),
    "compare": CompareTask(),
    "export": ExportTask(),
}
_WORDS: Mapping[str, Word] = {word.value: word for word in Word}
_FORMATS: Mapping[str, str] = {
    name: format_.value for format_ in Format for name in (format_.value, format_.suffix.removeprefix("."))
} | {"draw.io": Format.DRAWIO.value}
_END = " \n\t.?!"  # may follow a word
_COMPARE = re.compile(r"compare (?:with |to )?(?:revision )?(\d{1,6})")
_EXPORT = re.compile(r"export (?:as |to )?(.+)")
_BETWEEN = re.compile(r"[ ,]+(?:and )?")


def meant(text: str) -> Task | Word:
    """What a text asks for. A number or formats may follow "compare" and "export"."""
    said = " ".join(text.casefold().split()).rstrip(_END)
    return _WORDS.get(said) or _TASKS.get(said) or _with_more(said) or RefineTask(instruction=text)


def _with_more(said: str) -> Task | None:
    if number := _COMPARE.fullmatch(said):
        return CompareTask(revision=int(number[1]))
    if named := _EXPORT.fullmatch(said):
        formats = [_FORMATS.get(name) for name in _BETWEEN.split(named[1])]
        known = tuple(dict.fromkeys(name for name in formats if name))
        return ExportTask(formats=known) if all(formats) else None
    return None
