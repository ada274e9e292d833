"""The message of a critique: what to look at, the gravest first, each with the button that mends it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.graph.critique import Finding, Severity
from core.graph.model import Graph
from handlers.blocks.buttons import Action
from handlers.blocks.parts import Button, actions, context, header, section
from handlers.blocks.places import places
from handlers.blocks.reference import Reference
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import count, one_line
from handlers.view import Block, Kind, View

_TITLES = {
    Severity.BLOCKER: "In the way",
    Severity.IMPROVEMENT: "Would make it better",
    Severity.OBSERVATION: "Worth a thought",
}
_QUOTED = re.compile("“[^”]*”")
NOTHING = "Nothing stands in the way, and no question comes to mind that the graph does not answer."


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A critique as it is shown. `reference` is of its message; `buttons` stand at its end."""

    graph: Graph
    findings: Sequence[Finding]
    reference: Reference
    small_print: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()


def reviewed(review: Review) -> View:
    """The message: with all findings, then with those that fit as plain lines."""
    gist = _gist(review)
    return chain(
        Kind.TERMINAL,
        Rendering(text=gist, blocks=[*_head(review), *_findings(review), *_foot(review)]),
        Rendering(text=gist, blocks=[*_head(review), *_lines(review), *_foot(review)]),
        last="\n".join([gist, *(one_line(found.text) for found in review.findings)]),
    )


def _gist(review: Review) -> str:
    if not review.findings:
        return NOTHING
    blockers = sum(found.severity is Severity.BLOCKER for found in review.findings)
    in_the_way = f", {blockers} of them in the way of deciding by it" if blockers else ""
    return f"{count(len(review.findings), 'thing')} to look at{in_the_way}."


def _head(review: Review) -> Iterator[Block]:
    yield header(f"Critique of revision {review.reference.revision}")
    yield section(_gist(review))


def _findings(review: Review) -> Iterator[Block]:
    for severity in Severity:
        found = [(i, each) for i, each in enumerate(review.findings) if each.severity is severity]
        for place, (item, finding) in enumerate(found):
            title = _TITLES[severity] if not place else ""
            yield section(_told(review, finding), title=title, button=_fix(review, finding, item))


def _told(review: Review, finding: Finding) -> str:
    about = places(review.graph, finding.at)
    text = one_line(finding.text)
    named = about and not all(name in text for name in _QUOTED.findall(about))
    return f"{text}\nAt {about}" if named else text


def _fix(review: Review, finding: Finding, item: int) -> Button | None:
    if finding.fix is None:
        return None
    carried = Reference(job=review.reference.job, revision=review.reference.revision, item=item)
    return Button(text=finding.fix.says, action=Action.APPLY_FIX, value=carried.dumps())


def _lines(review: Review) -> Iterator[Block]:
    for severity in Severity:
        lines = [one_line(found.text) for found in review.findings if found.severity is severity]
        if lines:
            yield section("\n".join(lines), title=_TITLES[severity])


def _foot(review: Review) -> Iterator[Block]:
    if review.buttons:
        yield actions(review.buttons)
    if review.small_print:
        yield context(*review.small_print)
