"""Draws pictures of graphs as PNG, SVG and PDF, on threads of its own."""

from __future__ import annotations

import asyncio
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from core.errors import PictureFailed
from core.graph.letters import letters
from core.graph.model import Graph
from core.graph.serial import canonical
from core.ids import digest
from core.picture.payload import payload
from core.picture.scene import scene
from core.picture.typefaces import Typefaces

if TYPE_CHECKING:
    import typst

TEMPLATE = Path(__file__).with_name("template.typ")
_RELEASE = digest(  # of the template, and of the code that lays out what it draws
    *(file.read_bytes() for kind in ("*.typ", "*.py") for file in sorted(TEMPLATE.parent.glob(kind)))
)
THREADS = 2
_UNITS_PER_INCH = 144  # the template's unit is half a point
_EPOCH = 0  # seconds: the date inside a PDF, so that equal pictures are equal bytes

Format = Literal["png", "svg", "pdf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What to draw: a graph, or with `previous` what changed since that revision.

    `shares` gives options, by id, the whole percent of draws in which they rank first; `notes` adds the
    sources below; `width` is in pixels and counts for PNG alone.
    """

    graph: Graph
    format: Format = "png"
    dark: bool = False
    shares: tuple[tuple[str, int], ...] = ()
    previous: Graph | None = None
    notes: bool = True
    width: int = 1800


class Painter:
    """Draws on `threads` threads, with one compiler each; the event loop never waits for a pixel."""

    def __init__(self, *, threads: int = THREADS, typefaces: Typefaces | None = None) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="picture")
        self._typefaces = typefaces or Typefaces()
        self._own = threading.local()

    async def draw(self, picture: Picture) -> bytes:
        """The picture's file. Equal pictures give equal bytes. Raises PictureFailed."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._draw, picture)
        except RuntimeError as error:  # the threads are gone
            raise PictureFailed(str(error)) from error

    def close(self) -> None:
        """Takes no more pictures and lets those under way end by themselves."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _draw(self, picture: Picture) -> bytes:
        try:
            return self._compiled(picture)
        except BaseException as error:  # a panic inside typst is no Exception
            self._own.__dict__.clear()  # its compiler cannot be trusted again
            raise PictureFailed(f"{type(error).__name__}: {error}") from error

    def _compiled(self, picture: Picture) -> bytes:
        arranged = scene(picture.graph, picture.previous)
        data = payload(arranged, self._typefaces, dark=picture.dark, shares=dict(picture.shares))
        if not picture.notes:
            data["notes"] = []
        text = json.dumps(data, ensure_ascii=False)
        families = self._typefaces.families(text)
        system = len(families) > len(self._typefaces.shipped)
        text = json.dumps(data | {"fonts": families}, ensure_ascii=False)
        file = self._compiler(system=system).compile(
            input=str(TEMPLATE),
            format=picture.format,
            ppi=picture.width * _UNITS_PER_INCH / data["size"]["width"],
            sys_inputs={"data": text},
            timestamp=_EPOCH,
        )
        return cast("bytes", file)  # one page makes one file

    def _compiler(self, *, system: bool) -> typst.Compiler:
        """This thread's compiler: typst raises when two threads share one."""
        import typst  # noqa: PLC0415  30 MB of machine code, for those who draw

        made: dict[bool, typst.Compiler] = self._own.__dict__.setdefault("compilers", {})
        if system not in made:
            fonts = self._typefaces.fonts(system=system)
            made[system] = typst.Compiler(root=str(TEMPLATE.parent), font_paths=fonts)
        return made[system]


def key(picture: Picture) -> str:
    """The digest of all that makes a picture what it is, for caches; equal graphs count as equal.

    The letters of the options stand beside the graph, since its parts in order do not tell them. The template
    and the layout count too: a cache may outlive a release.
    """
    previous = picture.previous
    order = [list(letters(graph).items()) for graph in (picture.graph, previous) if graph]
    look = (picture.format, picture.dark, picture.shares, picture.notes, picture.width, order)
    return digest(
        canonical(picture.graph),
        canonical(previous) if previous else b"",
        repr(look).encode("utf-8", "backslashreplace"),
        _RELEASE.encode(),
    )
