"""Finished drafts to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from core.graph.analysis import Analysis, analyse
from core.graph.model import Graph
from core.graph.quality import Question, questions
from core.graph.repair import repair
from core.graph.rules import validate
from core.graph.sources import Document
from core.pipeline.events import Assessment, Draft, FileNote
from tests.unit.graph.samples import staffing
from tests.unit.graph.strategies import messy_graphs
from tests.unit.handlers.hostile import texts

NOTHING = Analysis(effects=(), ranking=None, not_ranked_because="Not ranked.", left_out=(), draws=1)
READ = FileNote(name="costs.csv", kind="csv", status="read", passages=3)
SCAN = FileNote(
    name="scan.pdf",
    kind="",
    status="refused",
    message="no text layer (a scan?); share a version with selectable text",
)
PARTLY = FileNote(
    name="long.txt", kind="txt", status="partly", passages=9, message="only the first part was read"
)


def drafted(
    graph: Graph | None = None,
    *,
    files: Sequence[FileNote] = (),
    skipped: Sequence[tuple[str, str]] = (),
    dangling: int = 0,
    elapsed: float = 6.21,
    asked: Sequence[Question] | None = None,
) -> Draft:
    """What the pipeline makes of a graph."""
    mended = repair(graph or staffing()).graph
    assessment = Assessment(
        graph=mended,
        issues=validate(mended),
        questions=questions(mended) if asked is None else tuple(asked),
        analysis=analyse(mended, draws=100),
        repairs=(),
    )
    return wrapped(assessment, files=files, skipped=skipped, dangling=dangling, elapsed=elapsed)


def wrapped(
    assessment: Assessment,
    *,
    files: Sequence[FileNote] = (),
    skipped: Sequence[tuple[str, str]] = (),
    dangling: int = 0,
    elapsed: float = 6.21,
) -> Draft:
    return Draft(
        assessment=assessment,
        brief=Document(id="B", name="brief", kind="brief", passages=()),
        documents=(),
        files=tuple(files),
        usage=(),
        skipped=tuple(skipped),
        dangling_citations=dangling,
        elapsed=elapsed,
    )


def _renamed(graph: Graph, words: Sequence[str]) -> Graph:
    """The graph with these words for its title, labels, names of sources and quotes, over and over."""
    given = [words[i % len(words)] for i in range(len(graph.nodes) + 3 * len(graph.edges) + 1)]
    return replace(
        graph,
        title=given.pop(),
        nodes=tuple(replace(node, label=given.pop()) for node in graph.nodes),
        edges=tuple(
            replace(
                edge,
                provenance=edge.provenance
                and replace(
                    edge.provenance,
                    source=given.pop(),
                    quote=given.pop(),
                    location=edge.provenance.location and given.pop(),
                ),
            )
            for edge in graph.edges
        ),
    )


notes = st.builds(
    FileNote,
    name=texts,
    kind=st.just("pdf"),
    status=st.sampled_from(["read", "partly", "refused"]),
    message=st.none() | texts,
)


@st.composite
def hostile_drafts(draw: st.DrawFn) -> Draft:
    """A draft in which every word is somebody else's; half of them were never repaired."""
    words = draw(st.lists(texts, min_size=1, max_size=8))
    graph = _renamed(draw(messy_graphs()), words)
    asked = tuple(Question(code="X", question=text, at=()) for text in words)
    raw = Assessment(graph=graph, issues=validate(graph), questions=asked, analysis=NOTHING, repairs=())
    return replace(
        drafted(graph) if draw(st.booleans()) else wrapped(raw),
        files=tuple(draw(st.lists(notes, max_size=12))),
        skipped=tuple(draw(st.lists(st.tuples(texts, texts), max_size=2))),
        dangling_citations=draw(st.integers(min_value=0, max_value=3)),
        elapsed=draw(st.floats(min_value=0, max_value=10_000)),
    )
