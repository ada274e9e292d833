"""The typefaces a picture may use: those shipped here, the extra `cjk`, then the system's.

A character is drawn by the first of them that has it. The system's are looked at only when a text needs
them, since reading every font of a desktop takes a second.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from core.picture.codepoints import CodePoints, code_points

if TYPE_CHECKING:
    import typst

SHIPPED = Path(__file__).with_name("fonts")
_EXTRA = "manimgx_fonts_cjk"  # the package behind the extra `cjk`
_FIRST = ("Inter", "Noto Sans")
_EXTRA_FAMILY = "Noto Sans CJK JP"  # its other regional families differ in details of few glyphs
_LAST = ("Noto Sans JP", "Noto Sans CJK Supplement", "Noto Emoji", "Noto Sans Symbols")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One family that may draw: its name as typst knows it, and its characters."""

    family: str
    points: CodePoints

    def has(self, text: str) -> bool:
        """True when every character of `text` has a glyph."""
        return all(char in self.points for char in text)


class Typefaces:
    """What can be drawn on this machine. Thread-safe; `extra` and `system` look beyond what is shipped."""

    def __init__(self, *, extra: bool = True, system: bool = True) -> None:
        self._folders = [SHIPPED, *(_extra_folder() if extra else ())]
        self._use_system = system
        self._fonts: dict[bool, typst.Fonts] = {}
        self._lock = Lock()
        self._system: Iterator[Face] | None = None
        self._seen: list[Face] = []

    @cached_property
    def shipped(self) -> tuple[Face, ...]:
        """The faces of this package and of the extra, in the order in which they are tried."""
        faces = {face.family: face for face in _faces(self.fonts())}
        scripts = sorted(faces.keys() - {*_FIRST, _EXTRA_FAMILY, *_LAST})
        order = (*_FIRST, *(f for f in scripts if "CJK" not in f), _EXTRA_FAMILY, *_LAST)
        return tuple(faces[family] for family in order if family in faces)

    def fonts(self, *, system: bool = False) -> typst.Fonts:
        """The fonts for compilers, which may share them: those shipped, with the system's where asked for."""
        import typst  # noqa: PLC0415  30 MB of machine code, for those who draw

        if system not in self._fonts:
            self._fonts[system] = typst.Fonts(
                include_system_fonts=system, include_embedded_fonts=False, font_paths=list(self._folders)
            )
        return self._fonts[system]

    def face(self, text: str) -> Face | None:
        """The first face that has every character of `text`, or None."""
        for face in self.shipped:
            if face.has(text):
                return face
        return self._from_system(text) if self._use_system else None

    def families(self, text: str) -> tuple[str, ...]:
        """The families to set `text` in: all that are shipped, then those of the system it needs."""
        shipped = [face.family for face in self.shipped]
        beyond = {char for char in set(text) if not any(char in face.points for face in self.shipped)}
        faces = (self.face(char) for char in sorted(beyond))
        return (*shipped, *dict.fromkeys(face.family for face in faces if face))

    def _from_system(self, text: str) -> Face | None:
        with self._lock:
            for face in self._seen:
                if face.has(text):
                    return face
            if self._system is None:
                self._system = _faces(self.fonts(system=True), without=self._folders)
            for face in self._system:
                self._seen.append(face)
                if face.has(text):
                    return face
        return None


def _extra_folder() -> list[Path]:
    spec = importlib.util.find_spec(_EXTRA)
    return [Path(spec.origin).parent] if spec and spec.origin else []


def _faces(fonts: typst.Fonts, without: list[Path] | None = None) -> Iterator[Face]:
    """The upright faces, by family and file, regular weight first; files that cannot be read are left out."""
    found = [font for font in fonts.fonts() if font.style == "normal" and font.path]
    for font in sorted(found, key=lambda f: (f.family, abs(f.weight - 400), f.path or "", f.index)):
        path = Path(font.path or "")
        if without and path.parent in without:
            continue
        try:
            yield Face(family=font.family, points=code_points(path, font.index))
        except (OSError, ValueError):
            continue
