"""The alternatives that one sentence offers, found by its grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum

from core.llm.template.expansion import expand
from core.llm.template.labels import bare, base_form, infinitive, tidy
from core.llm.template.patterns import Patterns

MAX_OPTIONS = 6
_MAX_WORDS = 24  # of one alternative; a longer one is a clause of a story
_BRACKETS = re.compile(r"\s*\([^()]{0,200}\)")
_COLON = re.compile(r"(?<=\w)\s?:\s+|\s+[-–—]{1,2}\s+")
_COMMA = re.compile(r"[,;]\s+")
_SLASH = re.compile(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])")
_MAX_PROPOSAL = 12  # words
_MAX_SUBJECT = 6  # words
_MASK = "\u0001"  # stands for the spaces inside words that must not be split


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
    LISTED = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Alternatives as phrases in the order of the sentence; one phrase where only one was offered.

    `spoken` are the alternatives as the sentence joins them ("build or buy a CRM"), `subject` a title before or
    behind a colon ("School trip: ..."), `shared` is a tail that belongs to all of them ("for our data platform"), `rest` what stood around them.
    """

    rank: Rank
    phrases: tuple[str, ...]
    quote: str
    spoken: str = ""
    subject: str = ""
    shared: str = ""
    rest: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """The part of a sentence that should hold alternatives, and how it is to be split."""

    rank: Rank
    body: str
    before: str = ""
    subject: str = ""
    nominal: bool = False  # joined by "and", led by gerunds: "between hiring and outsourcing"


def find_choice(sentence: str, patterns: Patterns, *, first: bool = False) -> Choice | None:
    """The alternatives of a sentence, or None. `first` says that it opens the brief, where a fragment counts."""
    span = _span(_BRACKETS.sub("", sentence), patterns, first=first)
    if span is None:
        return None
    body, tail = _without_tail(span.body, patterns)
    undecided = patterns.or_not_at_end.search(body)
    if undecided:
        body = body[: undecided.start()]
    parts = _split(body, span, patterns)
    expanded = expand(parts, patterns)
    phrases = _distinct(expanded.phrases, patterns)
    if not phrases or not all(_plausible(phrase) for phrase in phrases):
        return None
    rank = (
        span.rank
        if len(phrases) > 1
        else _rank_alone(span.rank, asked="?" in sentence or undecided is not None)
    )
    if rank is None:
        return None
    return Choice(
        rank=rank,
        phrases=phrases[:MAX_OPTIONS],
        quote=sentence,
        spoken="" if span.nominal else _spoken(body, phrases, patterns),
        subject=_subject(span.subject, patterns),
        shared=expanded.shared,
        rest=tuple(text for text in (span.before, tail) if text.strip()),
    )


def find_question(sentence: str, patterns: Patterns) -> str:
    """A how-or-which question that the sentence asks, without the alternatives it may list; "" if none."""
    text = patterns.leading_at_start.sub("", _BRACKETS.sub("", sentence), count=1)
    if not patterns.question_at_start.search(text) or patterns.empty_question_at_start.search(text):
        return ""
    asks = "?" in text or patterns.opener.search(text)
    head = re.split(r"[?,:;]|\s[-–—]\s", text, maxsplit=1)[0]
    return bare(head) if asks and not patterns.or_.search(head) else ""


def _span(text: str, patterns: Patterns, *, first: bool) -> _Span | None:
    """Where the alternatives of a sentence should stand, by the plainest sign it has."""
    for rule in (_behind_colon, _opened, _contrasted, _stated):
        span = rule(text, patterns)
        if span is not None:
            return span
    if not patterns.or_.search(text) and not ("?" in text and _SLASH.search(text)):
        return _Span(rank=Rank.WISHED, body=text) if first and _is_proposal(text, patterns) else None
    rank = Rank.ASKED if "?" in text else Rank.FRAGMENT if first else Rank.MENTIONED
    return _Span(rank=rank, body=_chain(text, patterns))


def _is_proposal(text: str, patterns: Patterns) -> bool:
    """ "Adopt a four-day week?", "Move the office to Leipzig": a short phrase with its verb in place."""
    words = text.strip(" ?!.").split()
    at = -1 if patterns.grammar.verbs_last else 0
    return 1 < len(words) <= _MAX_PROPOSAL and patterns.is_verb(words[at])


def _behind_colon(text: str, patterns: Patterns) -> _Span | None:
    """ "Which CRM should we pick: A, B or C?", "School trip: A or B?", "Build or buy: a scheduling tool"."""
    for match in _COLON.finditer(text):
        head, rest = text[: match.start()], text[match.end() :]
        if _coordinated(head, patterns) == _coordinated(rest, patterns):
            continue
        if _coordinated(head, patterns):
            span = _opened(head, patterns) or _contrasted(head, patterns)
            return span and replace(span, subject=rest)
        inner = _opened(rest, patterns) or _contrasted(rest, patterns)
        if inner is not None:
            return inner
        asks = (
            patterns.opener.search(head)
            or patterns.option_header.search(head)
            or patterns.question_at_start.search(head)
        )
        listed = patterns.or_.search(rest) is None
        rank = Rank.OPENED if asks else Rank.ASKED if "?" in text else Rank.STATED
        return _Span(
            rank=rank, body=_chain(rest, patterns), before=head, subject="" if asks else head, nominal=listed
        )
    return None


def _opened(text: str, patterns: Patterns) -> _Span | None:
    """ "Should we ...", "whether to ...", "help us decide ..."; a question word before it asks, and lists behind a comma."""
    match = patterns.opener.search(text)
    if match is None:
        return None
    body = text[match.end() :]
    before = text[: match.start()]
    if patterns.question_at_start.search(before):
        _, comma, listed = body.partition(",")
        if not comma or not _coordinated(listed, patterns):
            return None
        body = listed
    body = _chain(body, patterns)
    nominal = patterns.between.match(body.lstrip())
    if nominal:
        body = body.lstrip()[nominal.end() :]
    return _Span(rank=Rank.OPENED, body=body, before=before, nominal=nominal is not None)


def _contrasted(text: str, patterns: Patterns) -> _Span | None:
    """ "between A and B", "A versus B", "A instead of B"."""
    between = patterns.between.search(text)
    if between:
        body = text[between.end() :]
        if patterns.and_.search(body) or patterns.or_.search(body):
            return _Span(rank=Rank.CONTRASTED, body=body, before=text[: between.start()], nominal=True)
    if patterns.versus.search(text):
        return _Span(rank=Rank.CONTRASTED, body=_chain(text, patterns))
    return None


def _stated(text: str, patterns: Patterns) -> _Span | None:
    """ "We could ... or ...", "the options are A, B and C", "we are thinking of ..."."""
    match = patterns.statement.search(text)
    if match is None:
        return None
    body = _chain(text[match.end() :], patterns)
    nominal = patterns.or_.search(body) is None
    rank = Rank.STATED if _coordinated(body, patterns) else Rank.WISHED
    return _Span(rank=rank, body=body, before=text[: match.start()], nominal=nominal)


def _coordinated(text: str, patterns: Patterns) -> bool:
    """True when the text joins alternatives by "or", "versus" or commas with a final "and"."""
    if patterns.or_.search(text) or patterns.versus.search(text):
        return True
    return _COMMA.search(text) is not None and patterns.and_.search(text) is not None


def _chain(body: str, patterns: Patterns) -> str:
    """The body without the lead-ins that follow an opener: "to either", "whether we should"."""
    for _ in range(4):
        match = patterns.chained_at_start.match(body)
        if match is None:
            break
        body = body[match.end() :]
    return body


def _without_tail(body: str, patterns: Patterns) -> tuple[str, str]:
    """The body up to where it goes on to reasons and circumstances, and those."""
    body = body.strip(" ?!.\"'")
    last_or = max((match.end() for match in patterns.or_.finditer(body)), default=0)
    for match in patterns.tail.finditer(body):
        if match.start() > last_or:
            return body[: match.start()], body[match.start() :]
    return body, ""


def _split(body: str, span: _Span, patterns: Patterns) -> tuple[str, ...]:
    """The body cut at its coordinators."""
    masked = patterns.protected.sub(lambda match: match.group().replace(" ", _MASK), body)
    masked = _mask_number_pairs(masked, patterns)
    parts = [piece for part in patterns.or_.split(masked) for piece in patterns.versus.split(part)]
    nominal = span.nominal
    if len(parts) == 1:
        parts = patterns.and_.split(masked) if nominal else parts
    if len(parts) == 1:
        parts, nominal = patterns.instead.split(masked, maxsplit=1), True
    if len(parts) == 1 and span.rank > Rank.FRAGMENT:
        parts = _SLASH.split(masked)
    if len(parts) > 1:
        parts = [piece for part in parts[:-1] for piece in _COMMA.split(part)] + parts[-1:]
    kept = [bare(part.replace(_MASK, " ")) for part in parts]
    kept = [tidy(patterns.either.sub("", part), patterns) for part in kept if not _is_aside(part, patterns)]
    kept = [infinitive(part, patterns) for part in kept if part]
    led = [base_form(part, patterns) for part in kept]
    if nominal or any(
        phrase != part or patterns.is_verb(part.split()[0])
        for phrase, part in zip(led[1:], kept[1:], strict=True)
        if part
    ):
        kept = led
    return tuple(part for part in kept if part)


def _mask_number_pairs(text: str, patterns: Patterns) -> str:
    """ "one or two engineers or an agency": where another "or" follows, a pair of numbers stays together."""
    found = list(patterns.or_.finditer(text))
    if len(found) < 2:  # noqa: PLR2004  a lone "or" between numbers is the choice itself
        return text
    for match in reversed(found):
        before, after = text[: match.start()].split(), text[match.end() :].split()
        if before and after and _counts(before[-1], patterns) and _counts(after[0], patterns):
            text = text[: match.start()] + match.group().replace(" ", _MASK) + text[match.end() :]
    return text


def _counts(word: str, patterns: Patterns) -> bool:
    return word.isdigit() or word.casefold() in patterns.numbers


def _spoken(body: str, phrases: tuple[str, ...], patterns: Patterns) -> str:
    """The alternatives in the words of the sentence, where those begin with the first of them."""
    spoken = tidy(body, patterns)
    begins = spoken.split(" ", 1)[0].casefold() == phrases[0].split(" ", 1)[0].casefold()
    return spoken if begins and len(phrases) > 1 else ""


def _subject(text: str, patterns: Patterns) -> str:
    """What stands on the other side of a colon, if it is short enough to be a title."""
    subject = tidy(text, patterns)
    return subject if len(subject.split()) <= _MAX_SUBJECT else ""


def _is_aside(part: str, patterns: Patterns) -> bool:
    """True for a clause between commas that is no alternative: "which is slow"."""
    return part.split(" ", 1)[0].casefold() in patterns.asides


def _distinct(phrases: tuple[str, ...], patterns: Patterns) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for phrase in phrases:
        text = tidy(phrase, patterns)
        seen.setdefault(text.casefold(), text)
    return tuple(text for text in seen.values() if text)


def _plausible(phrase: str) -> bool:
    return any(c.isalnum() for c in phrase) and len(phrase.split()) <= _MAX_WORDS


def _rank_alone(rank: Rank, *, asked: bool) -> Rank | None:
    """The rank of a sentence that turned out to offer one thing only; None when it offers nothing."""
    if rank in {Rank.MENTIONED, Rank.FRAGMENT, Rank.CONTRASTED}:
        return None
    return Rank.SINGLE if asked or rank >= Rank.OPENED else Rank.WISHED
