"""A graph that no model wrote, as a revision: edited by hand, mended by a rule, or brought back."""

from __future__ import annotations

from collections.abc import Sequence

from core.graph.change_lines import told
from core.graph.diff import diff
from core.graph.editing import edited
from core.graph.edits import Edit
from core.graph.edits import reasons as reasons_of
from core.graph.letters import with_letters_of
from core.graph.model import Graph, Rationale
from core.pipeline.assess import assess
from core.pipeline.events import Assessment, Draft, Revised
from core.pipeline.reasons import Grounds, reasons
from core.pipeline.revise import Basis
from core.pipeline.work import Tools, is_english

BY_HAND = "Changed by hand."  # the reason of an edit that says none itself


async def amended(edits: Sequence[Edit], *, basis: Basis, tools: Tools) -> Revised:
    """The newest graph with edits made to it, analysed anew. Raises EditRefused, and changes nothing then."""
    started = tools.clock.monotonic()
    assessment = await reassessed(edited(basis.graph, edits), basis=basis, tools=tools)
    changes = diff(basis.graph, assessment.graph)
    grounds = Grounds(partings=reasons_of(edits), repairs=assessment.repairs, otherwise=BY_HAND)
    whys = reasons(basis.graph, assessment.graph, changes, grounds)
    return _revised(assessment, whys, basis, elapsed=tools.clock.monotonic() - started)


async def brought_back(earlier: Graph, *, basis: Basis, tools: Tools) -> Revised:
    """An earlier graph in the place of the newest one, analysed anew; its changes have no reasons.

    The letters of options that came since stay free.
    """
    started = tools.clock.monotonic()
    assessment = await reassessed(with_letters_of(basis.graph, earlier), basis=basis, tools=tools)
    return _revised(assessment, (), basis, elapsed=tools.clock.monotonic() - started)


async def reassessed(graph: Graph, *, basis: Basis, tools: Tools) -> Assessment:
    """A graph of a thread, assessed; risks and factors that it has stay, whatever is drawn by now."""
    return await assess(
        graph,
        kept=tools.assessments,
        risks=tools.risks or graph.has_risks,
        english=is_english(basis.brief, graph),
    )


def _revised(assessment: Assessment, whys: tuple[Rationale, ...], basis: Basis, *, elapsed: float) -> Revised:
    changes = diff(basis.graph, assessment.graph)
    draft = Draft(
        assessment=assessment,
        brief=basis.brief,
        documents=basis.documents,
        files=(),
        usage=(),
        skipped=(),
        dangling_citations=0,
        elapsed=elapsed,
        later=basis.later,
    )
    return Revised(
        draft=draft,
        previous=basis.graph,
        changes=changes,
        reasons=whys,
        lines=told(changes, basis.graph, assessment.graph),
    )
