"""Where in a sentence the alternatives stand, by the plainest sign it has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from core.llm.template.labels import bare
from core.llm.template.patterns import Patterns

SLASH = re.compile(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])")
COMMA = re.compile(r"[,;]\s+")
BRACKETS = re.compile(
    r"\s+\([^()]{0,200}\)|(?<!\w)\([^()]{0,200}\)|\([^()]{4,200}\)"
)  # not those of "401(k)"
_COLON = re.compile(r"(?<=\w)\s?:\s+|\s+[-–—]{1,2}\s+")
_HEAD_END = re.compile(r"[?,:;]|\s[-–—]\s")
_MAX_PROPOSAL = 12  # words of a bare proposal: "move the office to Leipzig"
_LEAD_INS = 4  # lead-ins in a row that are skipped


class Rank(IntEnum):
    """How plainly a sentence offers alternatives; the highest in a brief wins."""

    WISHED = 1  # one thing that somebody would like
    MENTIONED = 2  # an "or" somewhere
    SINGLE = 3  # one thing, asked about
    FRAGMENT = 4  # the brief begins with an "or"
    STATED = 5  # "we could ... or ..."
    ASKED = 6  # an "or" and a question mark
    CONTRASTED = 7  # "between", "versus"
    OPENED = 8  # "should we ... or ..."


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The part of a sentence that should hold alternatives, and how it is to be split.

    `before` stands in front of it, `subject` on the other side of a colon. `nominal` alternatives are joined
    by "and" and led by gerunds ("between hiring and outsourcing"), `listed` ones parted by commas alone.
    `choosing` says that the sentence names what is to be chosen: "pick a database".
    """

    rank: Rank
    body: str
    before: str = ""
    subject: str = ""
    nominal: bool = False
    listed: bool = False
    choosing: bool = False


def find_span(sentence: str, patterns: Patterns, *, first: bool) -> Span | None:
    """The span of a sentence; None where nothing in it offers a choice. `first` opens the brief."""
    text = BRACKETS.sub("", sentence)
    for rule in (_behind_colon, _opened, _contrasted, _stated):
        span = rule(text, patterns)
        if span is not None:
            return span
    if not patterns.or_.search(text) and not ("?" in text and SLASH.search(text)):
        return Span(rank=Rank.WISHED, body=text) if first and _is_proposal(text, patterns) else None
    rank = Rank.ASKED if "?" in text else Rank.FRAGMENT if first else Rank.MENTIONED
    return Span(rank=rank, body=_behind_lead_ins(text, patterns))


def find_question(sentence: str, patterns: Patterns) -> str:
    """A how-or-which question that the sentence asks, without the alternatives it may list; "" if none."""
    text = patterns.leading_at_start.sub("", BRACKETS.sub("", sentence), count=1)
    if not patterns.question_at_start.search(text) or patterns.empty_question_at_start.search(text):
        return ""
    asks = "?" in text or patterns.opener.search(text)
    head = _HEAD_END.split(text, maxsplit=1)[0]
    return bare(head) if asks and not patterns.or_.search(head) else ""


def _is_proposal(text: str, patterns: Patterns) -> bool:
    """True for a short phrase with its verb in place: "Adopt a four-day week?"."""
    words = text.strip(" ?!.").split()
    at = -1 if patterns.grammar.verbs_last else 0
    return 1 < len(words) <= _MAX_PROPOSAL and patterns.is_verb(words[at])


def _behind_colon(text: str, patterns: Patterns) -> Span | None:
    """Alternatives on one side: "Which CRM: A or B?", "School trip: A or B", "Build or buy: a scheduler"."""
    for match in _COLON.finditer(text):
        head, rest = text[: match.start()], text[match.end() :]
        if patterns.or_not_at_end.fullmatch(f" {rest}"):
            return Span(rank=Rank.OPENED, body=head)
        if patterns.option_header.search(head) and COMMA.search(rest) and not patterns.opener.search(rest):
            nominal = patterns.or_.search(rest) is None
            return Span(rank=Rank.OPENED, body=rest, before=head, nominal=nominal, listed=True)
        if _coordinated(head, patterns) == _coordinated(rest, patterns):
            continue
        if _coordinated(head, patterns):
            span = _opened(head, patterns) or _contrasted(head, patterns)
            return span and replace(span, subject=rest)
        return _opened(rest, patterns) or _contrasted(rest, patterns) or _headed(head, rest, text, patterns)
    return None


def _headed(head: str, rest: str, text: str, patterns: Patterns) -> Span:
    """Alternatives listed behind a head that asks, or that only names the subject."""
    signs = (patterns.opener, patterns.option_header, patterns.question_at_start)
    asks = any(sign.search(head) for sign in signs)
    return Span(
        rank=Rank.OPENED if asks else Rank.ASKED if "?" in text else Rank.STATED,
        body=_behind_lead_ins(rest, patterns),
        before=head,
        subject="" if asks else head,
        nominal=patterns.or_.search(rest) is None,
    )


def _opened(text: str, patterns: Patterns) -> Span | None:
    """Behind "should we", "whether to"; where a question word stands before it, behind the first comma."""
    match = patterns.opener.search(text)
    if match is None:
        return None
    body, before = text[match.end() :], text[: match.start()]
    if patterns.question_at_start.search(before):
        _, comma, body = body.partition(",")
        if not comma or not _coordinated(body, patterns):
            return None
    body = _behind_lead_ins(body, patterns).lstrip()
    between = patterns.between.match(body)
    body = body[between.end() :] if between else body
    chooses = between is None and patterns.chooser.search(match.group()) is not None
    return Span(rank=Rank.OPENED, body=body, before=before, nominal=between is not None, choosing=chooses)


def _contrasted(text: str, patterns: Patterns) -> Span | None:
    """Behind "between", or around "versus"."""
    between = patterns.between.search(text)
    if between:
        body = text[between.end() :]
        if patterns.and_.search(body) or patterns.or_.search(body):
            return Span(rank=Rank.CONTRASTED, body=body, before=text[: between.start()], nominal=True)
    if patterns.versus.search(text):
        return Span(rank=Rank.CONTRASTED, body=_behind_lead_ins(text, patterns))
    return None


def _stated(text: str, patterns: Patterns) -> Span | None:
    """Behind "we could", "the options are", "we are thinking of", or before "are on the table"."""
    offered = patterns.offered.search(text)
    if offered:
        return Span(rank=Rank.STATED, body=text[: offered.start()], nominal=True)
    match = patterns.statement.search(text)
    if match is None:
        return None
    body = _behind_lead_ins(text[match.end() :], patterns)
    rank = Rank.STATED if _coordinated(body, patterns) else Rank.WISHED
    nominal = patterns.or_.search(body) is None
    return Span(rank=rank, body=body, before=text[: match.start()], nominal=nominal)


def _coordinated(text: str, patterns: Patterns) -> bool:
    """True when the text joins alternatives by "or", "versus", or commas with a final "and"."""
    if patterns.or_.search(text) or patterns.versus.search(text):
        return True
    return COMMA.search(text) is not None and patterns.and_.search(text) is not None


def _behind_lead_ins(body: str, patterns: Patterns) -> str:
    """The body without what may follow an opener: "either", "whether we should"."""
    for _ in range(_LEAD_INS):
        match = patterns.chained_at_start.match(body)
        if match is None:
            break
        body = body[match.end() :]
    return body
