"""What the rules find in a brief: its options, question, goal, criteria and facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from core.graph.sources import Document
from core.llm.template import japanese
from core.llm.template.aims import find_budget, find_criteria, find_deadline, find_goal
from core.llm.template.choices import MAX_OPTIONS, Choice, find_choice
from core.llm.template.detection import detect
from core.llm.template.labels import label, tidy
from core.llm.template.lists import Item, Listing, Purpose, find_lists
from core.llm.template.patterns import Patterns, patterns
from core.llm.template.spans import Rank, find_question
from core.llm.template.text import lines, sentences

_TOPIC_WORDS = 6  # a brief no longer than this is a topic, not a sentence


class Origin(Enum):
    """Where an option comes from."""

    SENTENCE = "sentence"
    LIST = "list"
    STATUS_QUO = "status quo"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An option as the brief has it: a phrase without a capital of its own, and where it stood."""

    phrase: str
    origin: Origin
    quote: str = ""
    detail: str = ""

    @property
    def label(self) -> str:
        """The phrase as a label of at most 80 characters."""
        return label(self.phrase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A brief, read. Texts are phrases of the brief; "" and () where it says nothing.

    `thing` is what is to be chosen ("a database"), `spoken` are the options as one sentence joins them.
    """

    language: str
    text: str
    sentences: tuple[str, ...]
    options: tuple[Found, ...]
    question: str
    topic: str
    thing: str
    spoken: str
    goal: str
    criteria: tuple[str, ...]
    budget: str
    deadline: str


def read_brief(brief: Document) -> Reading:
    """Read a brief by rules. Never raises: a brief that says nothing gives a reading that says nothing."""
    found = lines(brief)
    text = "\n".join(line.text for line in found)
    code = detect(text)
    grammar = patterns(code)
    listings = find_lists(found, grammar)
    listed = {quote for listing in listings for item in listing.items for quote in item.quotes}
    prose = [s for line in found if line.text not in listed for s in sentences(line.text)]
    choices = _choices(prose, grammar, code)
    choice = max((c for c in choices if c.phrases), key=lambda choice: choice.rank, default=None)
    listing = _options_listing(listings, choice)
    options = _from_list(listing) if listing else _from_choice(choice, prose, grammar)
    if listing:
        choice = None
    others = [s for s in prose if choice is None or s != choice.quote]
    aside = [*(choice.rest if choice else ()), *others]
    return Reading(
        language=code,
        text=text,
        sentences=tuple(prose),
        options=_unlike(options),
        question=_question(prose, listing, grammar),
        topic=_topic(choice, prose, options, grammar),
        thing=next((c.thing for c in choices if c.thing), ""),
        spoken=choice.spoken if choice and len(options) == len(choice.phrases) > 1 else "",
        goal=_goal(aside, options, grammar),
        criteria=(*_listed_criteria(listings), *find_criteria(prose, grammar)),
        budget=find_budget([*prose, *sorted(listed)], _offers(options), grammar),
        deadline=find_deadline(aside, grammar),
    )


def _choices(prose: Sequence[str], grammar: Patterns, code: str) -> list[Choice]:
    """What each sentence offers, in order."""
    prose = [s for s in prose if not _sets_criteria(s, grammar)]
    if code == japanese.CODE:
        found = (japanese.find_choice(sentence, grammar) for sentence in prose)
    else:
        found = (find_choice(sentence, grammar, first=i == 0) for i, sentence in enumerate(prose))
    return [choice for choice in found if choice is not None]


def _sets_criteria(sentence: str, grammar: Patterns) -> bool:
    """True for a sentence that lists what matters, not options: "What we want: speed, and peace"."""
    return (
        bool(grammar.criteria.match(sentence)) and not grammar.opener.search(sentence) and "?" not in sentence
    )


def _options_listing(listings: Iterable[Listing], choice: Choice | None) -> Listing | None:
    """The list that holds the options: one that says so, or any list where no sentence offers a choice."""
    said = next((x for x in listings if x.purpose is Purpose.OPTIONS), None)
    if said or (choice and choice.rank > Rank.WISHED):
        return said
    return next((x for x in listings if x.purpose is Purpose.UNSAID), None)


def _from_list(listing: Listing) -> list[Found]:
    return [
        Found(phrase=i.phrase, origin=Origin.LIST, quote=i.quotes[0], detail=i.detail) for i in listing.items
    ]


def _from_choice(choice: Choice | None, prose: Sequence[str], grammar: Patterns) -> list[Found]:
    """The alternatives of a sentence, and those that later sentences add: "Or we could just wait."."""
    if choice is None:
        return []
    details = choice.details or [""] * len(choice.phrases)
    options = [
        Found(phrase=phrase, origin=Origin.SENTENCE, quote=choice.quote, detail=detail)
        for phrase, detail in zip(choice.phrases, details, strict=False)
    ]
    for sentence in prose:
        offer = grammar.offer_at_start.match(sentence)
        if not offer or sentence == choice.quote:
            continue
        inner = find_choice(sentence[offer.end() :], grammar)
        phrases = (
            inner.phrases
            if inner and len(inner.phrases) > 1
            else (tidy(grammar.tail.split(sentence[offer.end() :])[0], grammar),)
        )
        options += [
            Found(phrase=phrase, origin=Origin.SENTENCE, quote=sentence)
            for phrase in phrases
            if len(phrase.split()) > 1 and not any(_goes_on(phrase, option.phrase) for option in options)
        ]
    return options


def _goes_on(phrase: str, other: str) -> bool:
    """True where one of the two begins with the other: it is the same option, told in more words."""
    shorter, longer = sorted((f"{phrase.casefold()} ", f"{other.casefold()} "), key=len)
    return longer.startswith(shorter)


def _unlike(options: Iterable[Found]) -> tuple[Found, ...]:
    """The options with distinct labels, at most MAX_OPTIONS."""
    seen: dict[str, Found] = {}
    for option in options:
        seen.setdefault(option.label.casefold(), option)
    return tuple(option for key, option in seen.items() if any(c.isalnum() for c in key))[:MAX_OPTIONS]


def _offers(options: Iterable[Found]) -> dict[str, str]:
    """What is said of each option, with the text of the brief in which it stands."""
    return {f"{option.phrase} {option.detail}": option.quote for option in options}


def _question(prose: Sequence[str], listing: Listing | None, grammar: Patterns) -> str:
    """The how-or-which question of the brief, the one above its list of options first."""
    headers = sentences(listing.header) if listing else ()
    return next((q for q in (find_question(s, grammar) for s in (*headers[::-1], *prose)) if q), "")


def _topic(choice: Choice | None, prose: Sequence[str], options: Sequence[Found], grammar: Patterns) -> str:
    """What the choice is about: "our platform" of "AWS or GCP for our platform", or a short brief itself."""
    if choice:
        first, _, rest = choice.shared.partition(" ")
        return tidy(rest, grammar) if first.casefold() in grammar.topic_words else choice.subject
    if len(prose) == 1 and not options and len(prose[0].split()) <= _TOPIC_WORDS:
        return tidy(prose[0], grammar)
    return ""


def _goal(texts: Sequence[str], options: Sequence[Found], grammar: Patterns) -> str:
    """The stated aim, unless it is one of the options again."""
    phrases = [option.phrase.casefold() for option in options]
    goal = find_goal(texts, grammar)
    folded = goal.casefold()
    return "" if any(folded in phrase or phrase in folded for phrase in phrases if goal) else goal


def _listed_criteria(listings: Iterable[Listing]) -> tuple[str, ...]:
    items: list[Item] = [
        i for listing in listings if listing.purpose is Purpose.CRITERIA for i in listing.items
    ]
    return tuple(item.phrase for item in items)
