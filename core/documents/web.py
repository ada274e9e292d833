"""Reads web pages: the text of their blocks as paragraphs, numbered in reading order."""

from __future__ import annotations

from html.parser import HTMLParser

from core.documents.clean import clean
from core.documents.decode import read_text
from core.documents.extract import Extract
from core.documents.language import words

LONGEST_ROW = 1_200  # characters; a longer row of a table is a layout, and read as paragraphs

_BLOCKS = words(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section summary title ul"
)
_TABLE = frozenset({"table", "tbody", "tfoot", "thead", "tr"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"noscript", "script", "style", "svg", "template"})
_CELL, _BLOCK = "\0", "\1"  # marks between texts; no cleaned text contains them


class _Full(Exception):
    """No more text is taken."""


class _Page(HTMLParser):
    """Gathers the text between the tags; a block, a list item and a row of a table is a paragraph each."""

    def __init__(self, extract: Extract) -> None:
        super().__init__(convert_charrefs=True)
        self._extract = extract
        self._texts: list[str] = []
        self._number = 0
        self._unseen = 0
        self._in_row = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the base's
        """Begin a block, a cell or something unseen."""
        if tag in _UNSEEN:
            self._unseen += 1
        self._mark(tag)
        if tag == "tr":
            self._in_row = True
        elif tag in _CELLS and self._texts:
            self._texts.append(_CELL)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the base's
        """A tag that closes itself holds nothing; it can only end a block."""
        self._mark(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a block, or something unseen."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        self._mark(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that is seen."""
        if not self._unseen:
            self._texts.append(data)

    def _mark(self, tag: str) -> None:
        if tag in _TABLE or (tag in _BLOCKS and not self._in_row):
            self.flush()
        elif tag in _BLOCKS:
            self._texts.append(_BLOCK)

    def flush(self) -> None:
        """Add the text since the last block or row. White space counts as one space, as on the screen."""
        if not self._texts:
            self._in_row = False
            return
        text = "".join(self._texts)
        cells = [" ".join(clean(cell.replace(_BLOCK, " ")).split()) for cell in text.split(_CELL)]
        if self._in_row and sum(map(bool, cells)) > 1 and len(text) <= LONGEST_ROW:
            self._number += 1
            self._extract.add(", ".join(cells).rstrip(", "), "paragraph", self._number)
        else:
            for block in text.replace(_CELL, _BLOCK).split(_BLOCK):
                self._paragraph(" ".join(clean(block).split()))
        self._texts.clear()
        self._in_row = False
        if self._extract.full:
            raise _Full

    def _paragraph(self, text: str) -> None:
        if text:
            self._number += 1
            self._extract.prose(text, "paragraph", self._number)


def read(path: str, extract: Extract) -> None:
    """Add a page's paragraphs."""
    page = _Page(extract)
    try:
        page.feed(read_text(path))
        page.close()
        page.flush()
    except _Full:
        return
