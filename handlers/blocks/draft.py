"""The message a finished draft is shown in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.graph.wording import LEGEND, consequence_table, reading
from core.picture.alt import alt_text
from core.pipeline.events import Draft
from handlers.blocks import tables
from handlers.blocks.buttons import more, workbench
from handlers.blocks.feedback import thumbs
from handlers.blocks.footer import small_print, unread
from handlers.blocks.limits import ALT_TEXT
from handlers.blocks.parts import actions, context, header, image, preformatted, section
from handlers.blocks.reference import Reference
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.sources import sources
from handlers.blocks.text import one_line, within
from handlers.view import Block, Kind, View

UNTITLED = "Untitled decision"
_MOST_ASKED = 3  # questions, and issues: more than that nobody answers
_MOST = 100  # of anything else

Rest = Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A draft, and what is shown with it.

    `job` is the job whose message it stands in: what its buttons carry. `picture` is the id of its file in
    Slack, None while there is none; `remark` then says why. In a revision, `changes` are those since the one
    before, each with its reason, and `undone` says what was asked for and not done; `made` then says how it
    came about ("Revised", "Changed by hand").
    """

    draft: Draft
    job: str
    revision: int = 1
    picture: str | None = None
    remark: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    undone: tuple[str, ...] = ()
    made: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Detail:
    """How much is told: characters of each list, and whether with what not every Slack takes."""

    rich: bool
    changes: int
    sources: int
    others: int


_FULL = _Detail(rich=True, changes=2_000, sources=2_000, others=1_000)
_SHORT = _Detail(rich=True, changes=1_200, sources=800, others=400)
_BASIC = _Detail(rich=False, changes=1_200, sources=800, others=400)


def finished(shown: Shown) -> View:
    """The message: with everything; shorter; without picture and table; the gist; plain text."""
    message = _Message(shown)
    return chain(
        Kind.TERMINAL,
        *(Rendering(text=message.gist, blocks=message.blocks(detail)) for detail in (_FULL, _SHORT, _BASIC)),
        Rendering(text=message.gist, blocks=message.minimal()),
        last=message.text(),
    )


class _Message:
    """The parts that the renderings of one message are put together from."""

    def __init__(self, shown: Shown) -> None:
        found = shown.draft.assessment
        self._shown = shown
        self._found = found
        self._table = consequence_table(found.graph, found.analysis)
        self._title = found.graph.title.strip() or UNTITLED
        self._reading = reading(found.graph, found.analysis)
        self._unread = tuple(unread(shown.draft.files))
        self._small_print = small_print(shown.draft, revision=shown.revision, made=shown.made)
        self._changes = tuple(_change(text, reason) for text, reason in shown.changes)
        self.gist = f"{one_line(self._title)}\n{self._reading}"

    def blocks(self, detail: _Detail) -> list[Block]:
        return [
            header(self._title),
            *self._picture(rich=detail.rich),
            *self._changed(detail.changes),
            section(self._reading),
            *self._comparison(rich=detail.rich),
            *self._sources(detail.sources),
            *self._asked(detail.others),
            *_listed("Still wrong", [v.message for v in self._found.issues], detail.others, most=_MOST_ASKED),
            *self._files(detail.others),
            *self._foot(),
        ]

    def minimal(self) -> list[Block]:
        return [
            header(self._title),
            *self._changed(_SHORT.changes),
            section(self._reading),
            *self._files(_SHORT.others),
            *self._foot(),
        ]

    def text(self) -> str:
        compared = "\n".join(tables.as_lines(self._table))
        files = "\n".join(f"{title}: {line}" for title, lines in self._unread for line in lines)
        changes = "\n".join((*self._changes, *self._shown.undone))
        paragraphs = (self.gist, changes, compared, files, *self._small_print)
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)

    def _picture(self, *, rich: bool) -> Iterator[Block]:
        if rich and self._shown.picture is not None:
            ranking = self._found.analysis.ranking
            shares = ranking.first_share if ranking else ()
            yield image(self._shown.picture, alt_text(self._found.graph, limit=ALT_TEXT, shares=shares))
        elif self._shown.remark:
            yield context(self._shown.remark)

    def _changed(self, limit: int) -> Iterator[Block]:
        yield from _listed("What changed", self._changes, limit)
        yield from _listed("Not done", self._shown.undone, limit)

    def _comparison(self, *, rich: bool) -> Iterator[Block]:
        if self._table.columns and self._table.rows:
            block = tables.native(self._table) if rich else None
            yield block or preformatted("\n".join(tables.as_lines(self._table)))
            yield context(LEGEND)

    def _sources(self, limit: int) -> Iterator[Block]:
        cited, guessed = sources(self._found.graph)
        lines = within(cited, limit - len(guessed), _and_more, most=_MOST) if cited else ()
        yield from _titled("Sources", (*lines, *([guessed] if guessed else [])))

    def _asked(self, limit: int) -> Iterator[Block]:
        asked = [question.question for question in self._found.questions]
        yield from _listed("Worth asking", asked, limit, _behind_why, most=_MOST_ASKED)

    def _files(self, limit: int) -> Iterator[Block]:
        for title, lines in self._unread:
            yield from _listed(title, lines, limit)

    def _foot(self) -> Iterator[Block]:
        reference = Reference(job=self._shown.job, revision=self._shown.revision)
        yield actions(workbench(reference), more(reference))
        yield thumbs(reference)
        yield context(*self._small_print)


def _change(text: str, reason: str) -> str:
    return f"{text}: {one_line(reason)}" if reason else text


def _and_more(left: int) -> str:
    return f"and {left} more"


def _behind_why(left: int) -> str:
    return f"{left} more behind Why?"


def _listed(
    title: str, items: Sequence[str], limit: int, rest: Rest = _and_more, *, most: int = _MOST
) -> Iterator[Block]:
    if items:
        yield from _titled(title, within([one_line(item) for item in items], limit, rest, most=most))


def _titled(title: str, lines: Sequence[str]) -> Iterator[Block]:
    if lines:
        yield section("\n".join(lines), title=title, beside=len(lines) == 1)
