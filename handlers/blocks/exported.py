"""The message of an export: which files are in the thread, and which could not be made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.blocks.parts import context, section
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import count, one_line
from handlers.view import Block, Kind, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What came of an export: the names of the files, and why others are missing, by their formats."""

    revision: int
    files: Sequence[str]
    missing: Sequence[tuple[str, str]] = ()


def exported(done: Exported) -> View:
    """The message."""
    gist = _gist(done)
    lines = [f"{title}: {one_line(why)}" for title, why in done.missing]
    return chain(
        Kind.TERMINAL,
        Rendering(text=gist, blocks=list(_blocks(done, gist, lines))),
        last="\n".join([gist, *done.files, *lines]),
    )


def _gist(done: Exported) -> str:
    if not done.files:
        return f"Revision {done.revision} could not be exported."
    are = "is" if len(done.files) == 1 else "are"
    return f"{count(len(done.files), 'file')} of revision {done.revision} {are} in this thread."


def _blocks(done: Exported, gist: str, lines: Sequence[str]) -> Iterator[Block]:
    yield section("\n".join(done.files) or gist, title="Exported" if done.files else "Not exported")
    if lines:
        yield section("\n".join(lines), title="Missing", beside=len(lines) == 1)
    yield context(gist)
