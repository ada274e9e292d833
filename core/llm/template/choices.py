"""The alternatives that one sentence offers, as whole phrases."""

from __future__ import annotations

from dataclasses import dataclass

from core.llm.template.expansion import expand
from core.llm.template.labels import bare, base_form, infinitive, tidy
from core.llm.template.patterns import Patterns
from core.llm.template.spans import BRACKETS, COMMA, SLASH, Rank, Span, find_span

MAX_OPTIONS = 6
_MAX_WORDS = 24  # of one alternative; a longer one is a clause of a story
_MAX_SUBJECT = 6  # words of a title before a colon
_MASK = "\u0001"  # stands for the spaces inside words that must not be split


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Alternatives as phrases in the order of the sentence; one phrase where only one was offered.

    Where the sentence names only what is to be chosen, that is the `thing`: "pick a database".
    `spoken` are the alternatives as the sentence joins them ("build or buy a CRM"), `subject` a title before
    or behind a colon ("School trip: ..."), `shared` a tail that belongs to all of them ("for our platform"),
    `rest` what stood around them, `details` what brackets say of each.
    """

    rank: Rank
    phrases: tuple[str, ...]
    quote: str
    thing: str = ""
    spoken: str = ""
    subject: str = ""
    shared: str = ""
    rest: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


def find_choice(sentence: str, patterns: Patterns, *, first: bool = False) -> Choice | None:
    """The alternatives of a sentence, or None. In the `first` sentence of a brief a fragment counts."""
    span = find_span(sentence, patterns, first=first)
    if span is None:
        return None
    body, tail = _without_tail(span.body, patterns)
    undecided = patterns.or_not_at_end.search(body)
    if undecided:
        body = body[: undecided.start()]
    expanded = expand(_split(body, span, patterns), patterns)
    phrases = _distinct(expanded.phrases, patterns)
    rank = span.rank if len(phrases) > 1 else _rank_alone(span.rank, asked="?" in sentence or bool(undecided))
    thing = phrases[0] if len(phrases) == 1 and span.choosing and not _is_deed(phrases[0], patterns) else ""
    if rank is None or not phrases or not all(_plausible(phrase) for phrase in phrases):
        return None
    if thing and (
        thing.split()[0].casefold() in (patterns.pronouns | patterns.prepositions) - patterns.determiners
        or patterns.subject_at_start.match(thing)
        or patterns.date.fullmatch(thing)  # "we must decide this month" says when, not what
    ):
        return None
    return Choice(
        rank=rank,
        phrases=() if thing else phrases[:MAX_OPTIONS],
        thing=thing,
        quote=sentence,
        spoken="" if span.nominal else _spoken(body, phrases, patterns),
        details=_details(sentence, phrases),
        subject=_subject(span.subject, patterns),
        shared=expanded.shared,
        rest=tuple(text for text in (span.before, tail) if text.strip()),
    )


def _without_tail(body: str, patterns: Patterns) -> tuple[str, str]:
    """The body up to where it goes on to reasons and circumstances, and those."""
    body = body.strip(" ?!.\"'")
    last_or = max((match.end() for match in patterns.or_.finditer(body)), default=0)
    for match in patterns.tail.finditer(body):
        if match.start() > last_or:
            return body[: match.start()], body[match.start() :]
    return body, ""


def _split(body: str, span: Span, patterns: Patterns) -> tuple[str, ...]:
    """The body cut at its coordinators, each part tidied and led by a base form."""
    parts, nominal = _cut(body, span, patterns)
    if len(parts) > 1:
        parts = [piece for part in parts[:-1] for piece in COMMA.split(part)] + parts[-1:]
    kept = [bare(part.replace(_MASK, " ")) for part in parts]
    kept = [tidy(patterns.either.sub("", part), patterns) for part in kept if not _is_aside(part, patterns)]
    kept = [infinitive(part, patterns) for part in kept if part]
    led = [base_form(part, patterns) for part in kept]
    others = zip(led[1:], kept[1:], strict=True)
    verbal = any(base != part or patterns.is_verb(part.split()[0]) for base, part in others)
    return tuple(led if nominal or verbal else kept)


def _cut(body: str, span: Span, patterns: Patterns) -> tuple[list[str], bool]:
    """The parts between "or" and "versus", else "and", "instead of" or a slash; whether gerunds lead them."""
    masked = patterns.protected.sub(lambda match: match.group().replace(" ", _MASK), body)
    masked = _mask_number_pairs(masked, patterns)
    parts = [piece for part in patterns.or_.split(masked) for piece in patterns.versus.split(part)]
    if len(parts) > 1:
        return parts, span.nominal
    if span.nominal:
        parts = patterns.and_.split(masked)
    if len(parts) == 1 and span.listed:
        parts = COMMA.split(masked)
    if len(parts) == 1:
        parts = patterns.instead.split(masked, maxsplit=1)
    if len(parts) == 1 and span.rank > Rank.FRAGMENT:
        parts = SLASH.split(masked)
    return parts, True


def _mask_number_pairs(text: str, patterns: Patterns) -> str:
    """Keep "one or two engineers" together where another "or" follows."""
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


def _is_deed(phrase: str, patterns: Patterns) -> bool:
    """True for something to do, not something to have: its verb stands where it should."""
    words = phrase.split()
    return patterns.is_verb(words[-1] if patterns.grammar.verbs_last else words[0])


def _rank_alone(rank: Rank, *, asked: bool) -> Rank | None:
    """The rank of a sentence that turned out to offer one thing only; None when it offers nothing."""
    if rank in {Rank.MENTIONED, Rank.FRAGMENT, Rank.CONTRASTED}:
        return None
    return Rank.SINGLE if asked or rank >= Rank.OPENED else Rank.WISHED


def _details(sentence: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in brackets behind the last words of each phrase: "a second SRE (120k)"; () for none."""
    found = [""] * len(phrases)
    for bracket in BRACKETS.finditer(sentence):
        before = sentence[: bracket.start()].split()[-1:]
        for i, phrase in enumerate(phrases):
            if before and phrase.split()[-1:] == before and not found[i]:
                found[i] = bare(bracket.group())
    return tuple(found) if any(found) else ()


def _spoken(body: str, phrases: tuple[str, ...], patterns: Patterns) -> str:
    """The alternatives in the words of the sentence, where those begin with the first of them."""
    spoken = tidy(body, patterns)
    begins = spoken.split(" ", 1)[0].casefold() == phrases[0].split(" ", 1)[0].casefold()
    return spoken if begins and len(phrases) > 1 else ""


def _subject(text: str, patterns: Patterns) -> str:
    """What stands on the other side of a colon, if it is short enough to be a title, and no half sentence."""
    subject = tidy(text, patterns)
    words = subject.split()
    return "" if len(words) > _MAX_SUBJECT or (words and words[-1].casefold() in patterns.modals) else subject
