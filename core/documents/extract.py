"""What the child has read so far, bounded, and written as lines of JSON.

The first line is an object: kind, summary and warnings, or why the file is refused. Each further line is
one passage: [text, place, first, last, sheet]. Imported at every start of a child: it stays light.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as quoted  # a tenth of what dumps takes

from core.documents.clean import one_line
from core.documents.limits import CHARACTERS, OUTPUT, PASSAGE, PASSAGES, SOURCE
from core.documents.refusals import Refused

Span = tuple[int, int]

_RESERVE = 64 << 10  # bytes of the output kept for the first line
_BREAKS = "，、；,;/"


class Extract:
    """Collects passages until a limit is reached; then `full` is true and nothing more is taken."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.summary = ""
        self.warnings: list[str] = []
        self.characters = 0
        self.full = False
        self._lines: list[bytes] = []
        self._size = 0

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self._lines)

    def warn(self, warning: str) -> None:
        """Say what was left out or is doubtful, as the part of a sentence."""
        self.warnings.append(warning)

    def add(self, text: str, place: str, first: int, last: int = 0, sheet: str | None = None) -> bool:
        """Add one citable unit, in passages of at most 600 characters; False when no more is taken."""
        for start, end in pieces(text, 0, len(text)):
            if self.full:
                return False
            where = f'"{place}",{first},{max(first, last)},{"null" if sheet is None else quoted(sheet)}'
            line = f"[{quoted(text[start:end])},{where}]".encode()
            self.characters += end - start
            self._size += len(line) + 1
            if self.characters > CHARACTERS or self._size > OUTPUT - _RESERVE or len(self._lines) >= PASSAGES:
                self.characters -= end - start
                self.full = True
            else:
                self._lines.append(line)
        return not self.full

    def prose(self, text: str, place: str, number: int) -> bool:
        """Add the sentences of a page, slide or paragraph, each on one line; False when no more is taken."""
        from core.documents.sentences import sentences  # noqa: PLC0415  5 ms that tables can do without

        source = text[:SOURCE]
        for start, end in sentences(source):
            if not self.add(one_line(source[start:end]), place, number):
                return False
        self.full = len(source) < len(text)
        return not self.full

    def encode(self) -> bytes:
        """The lines, as the parent and the cache take them."""
        head = {"kind": self.kind, "summary": self.summary, "warnings": self.warnings}
        return b"\n".join([json.dumps(head, ensure_ascii=False).encode(), *self._lines])


def encode_refusal(refused: Refused) -> bytes:
    """The one line that says why a file is refused."""
    head = {"refused": refused.code, "reason": refused.reason, "cause": refused.cause}
    return json.dumps(head, ensure_ascii=False).encode()


def pieces(text: str, start: int, end: int) -> list[Span]:
    """The span cut into spans of at most 600 characters: at a word, else at a comma, else anywhere."""
    found = []
    while True:
        while start < end and text[start].isspace():
            start += 1
        if end - start <= PASSAGE:
            break
        stop = _cut(text, start, start + PASSAGE)
        found.append((start, stop))
        start = stop
    while end > start and text[end - 1].isspace():
        end -= 1
    return [*found, (start, end)] if end > start else found


def _cut(text: str, start: int, limit: int) -> int:
    half = start + PASSAGE // 2
    blank = max(text.rfind(" ", half, limit + 1), text.rfind("\n", half, limit + 1))
    if blank > 0:
        return blank
    comma = max(text.rfind(mark, half, limit) for mark in _BREAKS)
    return comma + 1 if comma > 0 else limit
