"""The way of a reply: read what is new, revise the graph, check, repair, compare."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from itertools import count

from core.documents.brief import reply_document
from core.documents.clean import clean
from core.documents.model import File
from core.documents.selection import PER_FILE, TOTAL
from core.errors import InstructionMissing, InstructionTooLong, TooManyFiles
from core.graph.change_lines import told
from core.graph.diff import diff
from core.graph.letters import with_letters_of
from core.graph.model import Graph
from core.graph.order import in_order
from core.graph.sources import BRIEF_ID, REPLY_KIND, Document
from core.llm.provider import ModelCall, Task
from core.pipeline.brief import MAX_FILES
from core.pipeline.events import Event, Queued, Revised
from core.pipeline.gather import Gathered, gather
from core.pipeline.reasons import Grounds, reasons
from core.pipeline.work import Tools, Work

MAX_INSTRUCTION = 5_000  # characters of one reply, as many as a brief may have

_NO_BRIEF = Document(id=BRIEF_ID, name="brief", kind="brief", passages=())
_NUMBERED = re.compile(r"[DR](\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a revision starts from: a thread's newest graph, and all that its models were shown, as it was.

    `documents` are those of the first draft, `later` the files and replies of the revisions since, oldest
    first: a Draft's fields of the same names. Without them the graph keeps its citations unchecked.
    """

    graph: Graph
    brief: Document = _NO_BRIEF
    documents: tuple[Document, ...] = ()
    later: tuple[Document, ...] = ()

    @property
    def labels(self) -> str:
        """What the graph is about, in its own words."""
        return " ".join([self.graph.title, *(node.label for node in self.graph.nodes)])

    def next_number(self, letter: str) -> int:
        """The number of the next document (D) or reply (R): no id is ever given twice."""
        cited = (edge.provenance.document for edge in self.graph.edges if edge.provenance)
        ids = [*(document.id for document in (*self.documents, *self.later)), *filter(None, cited)]
        numbers = [int(id_[1:]) for id_ in ids if id_.startswith(letter) and _NUMBERED.fullmatch(id_)]
        return max(numbers, default=0) + 1


async def revise(
    instructions: Sequence[str], files: Sequence[File] = (), *, basis: Basis, tools: Tools
) -> AsyncGenerator[Event]:
    """Revise a graph as the replies ask, in their order; the last event is Revised.

    Files are read as for a draft, and are evidence for what is there; without a reply, that is all that is
    asked for. Stages, repair and failing files are as for a draft. Raises InstructionMissing (no reply
    and no file), InstructionTooLong, TooManyFiles, and a ModelError when no provider could revise.
    """
    started = tools.clock.monotonic()
    texts = checked_instructions(instructions, files=len(files))
    yield Queued()
    replies = tuple(map(reply_document, texts, count(basis.next_number("R"))))
    gathered = Gathered(documents=(), notes=())
    async with aclosing(_read(texts, files, basis, tools)) as reading:
        async for step in reading:
            if isinstance(step, Gathered):
                gathered = step
            else:
                yield step
    call = ModelCall(
        task=Task.REFINE,
        brief=basis.brief,
        documents=basis.documents,
        later=basis.later,
        added=gathered.documents,
        instructions=replies,
        graph=in_order(basis.graph),
        risks=tools.risks,
    )
    work = Work(call=call, tools=tools)
    async with aclosing(work.run()) as steps:
        async for event in steps:
            yield event
    yield _revised(work, gathered, call, elapsed=tools.clock.monotonic() - started)


def checked_instructions(instructions: Sequence[str], *, files: int = 0) -> tuple[str, ...]:
    """The replies as they are seen, without empty ones.

    Raises InstructionMissing when neither a reply nor a file is left, InstructionTooLong, TooManyFiles.
    """
    texts = tuple(filter(None, (clean(text).strip() for text in instructions)))
    if not texts and not files:
        raise InstructionMissing
    longest = max(map(len, texts), default=0)
    if longest > MAX_INSTRUCTION:
        raise InstructionTooLong(length=longest, maximum=MAX_INSTRUCTION)
    if files > MAX_FILES:
        raise TooManyFiles(count=files, maximum=MAX_FILES)
    return texts


def _read(
    texts: Sequence[str], files: Sequence[File], basis: Basis, tools: Tools
) -> AsyncGenerator[Event | Gathered]:
    """The new files, chosen from by brief, graph and replies, within what the thread has left of its room."""
    about = [*(passage.text for passage in basis.brief.passages), basis.labels, *texts]
    used = sum(
        len(passage.text)
        for document in (*basis.documents, *basis.later)
        if document.kind != REPLY_KIND
        for passage in document.passages
    )
    room = max(TOTAL - used, PER_FILE)  # a thread that has used up its room still reads a file's worth
    return gather(" ".join(about), files, tools.reader, first=basis.next_number("D"), total=room)


def _revised(work: Work, gathered: Gathered, call: ModelCall, *, elapsed: float) -> Revised:
    assert call.graph is not None  # noqa: S101  a refinement has one
    before = call.graph
    draft = work.result(gathered.notes, elapsed=elapsed)
    assessed = replace(draft.assessment, graph=with_letters_of(before, draft.assessment.graph))
    draft = replace(draft, assessment=assessed)
    changes = diff(before, assessed.graph)
    grounds = Grounds(
        partings=work.partings,
        repairs=assessed.repairs,
        replies=call.instructions,
        files=call.added,
    )
    return Revised(
        draft=draft,
        previous=before,
        changes=changes,
        reasons=reasons(before, assessed.graph, changes, grounds),
        lines=told(changes, before, assessed.graph),
        undone=work.undone,
    )
