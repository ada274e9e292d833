"""Turns the bytes of a text file into text, whatever it was encoded in."""

from __future__ import annotations

import codecs
import re

from core.documents.clean import clean
from core.documents.refusals import Refused

_MARKS = (  # the longer first: UTF-32's little-endian mark begins with UTF-16's
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE = 65_536  # bytes
_GUESS = 20_000  # bytes shown to chardet
_LEAST_CONFIDENCE = 0.1
_LEAST_EVIDENCE = 12  # bytes beyond ASCII; fewer, and an unsure guess is Western (159 of 160 legacy files)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w.:-]{2,30})", re.IGNORECASE)
MOST_CONTROL = 0.05  # of the bytes of a text; terminal colours and form feeds do not count
MOST_WRONG = 0.01  # of the characters of UTF-16
_CONTROL = bytes(byte for byte in range(32) if byte not in b"\0\x07\x08\t\n\x0b\x0c\r\x1b")


def read_text(path: str) -> str:
    """A file's text, decoded and cleaned. Raises Refused when it is binary data, or blank."""
    text = clean(decode(read_bytes(path)))
    if not text or text.isspace():
        raise Refused("empty")
    return text


def read_bytes(path: str) -> bytes:
    """A file's bytes."""
    with open(path, "rb") as file:  # noqa: PTH123  pathlib would add 7 ms to every child's start
        return file.read()


def decode(data: bytes) -> str:
    """The text of these bytes. Raises Refused when they are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    sample = data[:_SAMPLE]
    zeros = sample.count(0)
    if zeros > len(sample) / 5:
        return _wide(data, sample)
    if len(sample) - len(sample.translate(None, _CONTROL)) > MOST_CONTROL * len(sample):
        raise Refused("binary")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if zeros:
            raise Refused("binary") from error
        return _legacy(data, max(0, error.start - _GUESS // 2))


def _wide(data: bytes, sample: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    encoding = "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"
    text = data.decode(encoding, "replace")
    wrong = sum(char == "\ufffd" or (char < " " and char not in "\t\n\r\x0c") for char in text[:_SAMPLE])
    if wrong > MOST_WRONG * len(text[:_SAMPLE]):
        raise Refused("binary")
    return text


def _legacy(data: bytes, start: int) -> str:
    """Text in an encoding from before Unicode: the one a web page declares, else the one it looks like."""
    declared = _DECLARED.search(data, 0, _SAMPLE)
    if declared and _is_known(name := declared.group(1).decode("ascii")):
        return data.decode(name, "replace")
    import chardet  # noqa: PLC0415  45 ms, and most files are UTF-8

    sample = data[start : start + _GUESS]
    guess = chardet.detect(sample)
    unsure = guess["confidence"] < _LEAST_CONFIDENCE
    encoding = guess["encoding"] or "cp1252"
    if not _is_known(encoding) or (unsure and sum(byte > 127 for byte in sample) < _LEAST_EVIDENCE):  # noqa: PLR2004  the end of ASCII
        encoding = "cp1252"
    return data.decode(encoding, "replace")


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding  # noqa: SLF001  base64 and others are codecs too
    except LookupError:
        return False
