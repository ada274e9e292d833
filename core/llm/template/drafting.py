"""A draft from end to end: the brief read, outcomes chosen, evidence weighed, the graph assembled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.graph.sources import Document
from core.llm.provider import ModelCall
from core.llm.template.alternatives import options_of
from core.llm.template.assembly import Plan, assemble
from core.llm.template.evidence import Question, find_signals
from core.llm.template.framing import archetype_of, scales_of, traits_of
from core.llm.template.judging import cover_documents, judge, reachable, turn
from core.llm.template.lexicon import lexicon
from core.llm.template.mentions import OptionWords
from core.llm.template.outcomes import choose_aspects, directions, own_outcomes, sought
from core.llm.template.patterns import Patterns, patterns
from core.llm.template.reading import Reading, read_brief
from core.llm.template.wording import Wording
from core.llm.wire import WireGraph

_HEAD = 2  # the goal and the decision
_LEAST_HEAD = 2  # words of an option before its circumstances


def draft(call: ModelCall) -> Iterator[int | WireGraph]:
    """How many nodes are made so far, as they are made, and then the graph. Never raises."""
    reading = read_brief(call.brief)
    archetype = archetype_of(reading)
    options = options_of(reading, archetype)
    yield _HEAD + len(options)
    words = lexicon(reading.language)
    phrases = [option.phrase for option in options]
    traits = traits_of(phrases, archetype, words)
    own = own_outcomes(reading)
    wanted = directions(reading, own)
    question = Question(
        options=option_words(phrases, traits, reading.language),
        better=wanted,
        sought=sought(reading, archetype, own),
        own=own,
        language=reading.language,
    )
    signals = find_signals(_sources(call, reading), question)
    aspects = choose_aspects(reading, archetype, own, signals, reachable(signals, traits, wanted))
    yield _HEAD + len(options) + len(aspects)
    judgements = judge(signals, traits, scales_of(phrases, traits), [aspect.key for aspect in aspects])
    cover_documents(judgements, signals, traits, [document.id for document in call.documents])
    turned = turn(judgements, {aspect.key for aspect in aspects if aspect.turned})
    sources = {document.id: document for document in (*call.documents, call.brief)}
    plan = Plan(options=options, traits=traits, aspects=aspects, judgements=turned)
    yield assemble(plan, Wording(reading, archetype, sources))


def _sources(call: ModelCall, reading: Reading) -> tuple[Document, ...]:
    """The documents, and the brief without the sentences that pose the choice: they argue for no option."""
    posed = {option.quote for option in reading.options if not option.detail}
    told = tuple(p for p in call.brief.passages if not any(quote and quote in p.text for quote in posed))
    return (*call.documents, replace(call.brief, passages=told))


def option_words(phrases: Sequence[str], traits: Sequence[str], code: str) -> list[OptionWords]:
    """Options of these traits, given by their phrases in a language, as evidence is sought for them."""
    grammar = patterns(code)
    return [
        OptionWords(
            phrase=phrase,
            trait=trait,
            verb=_verb(phrase.split(), grammar),
            tail=_tail(phrase.split(), grammar),
        )
        for phrase, trait in zip(phrases, traits, strict=True)
    ]


def _verb(words: Sequence[str], grammar: Patterns) -> int:
    """The place of an option's verb: its first word, or its last where verbs stand there; -1 for none."""
    at = len(words) - 1 if grammar.grammar.verbs_last else 0
    return at if grammar.is_verb(words[at]) else -1


def _tail(words: Sequence[str], grammar: Patterns) -> int:
    """Where circumstances such as "for six months" begin, behind a verb and its object."""
    starts = (i for i, word in enumerate(words) if i >= _LEAST_HEAD and word.casefold() in grammar.tail_words)
    return next(starts, len(words))
