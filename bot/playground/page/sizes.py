"""How large a picture is, read from the first bytes of a PNG, GIF or JPEG."""

from __future__ import annotations

import struct

NONE = (0, 0)
_PNG, _GIF, _JPEG = b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers that carry the size


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels; (0, 0) where they cannot be told."""
    try:
        if content.startswith(_PNG):
            return struct.unpack(">II", content[16:24])
        if content.startswith(_GIF):
            return struct.unpack("<HH", content[6:10])
        return _jpeg(content) if content.startswith(_JPEG) else NONE
    except struct.error:
        return NONE


def _jpeg(content: bytes) -> tuple[int, int]:
    """https://www.w3.org/Graphics/JPEG/itu-t81.pdf , B.1.1: segments, each with its length."""
    at = 2
    while at < len(content):
        _, marker, length = struct.unpack(">BBH", content[at : at + 4])
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return NONE
