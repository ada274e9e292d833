"""The sentences of a draft, in the language of its brief: title, question, goal, notes and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from core.graph.model import MAX_BODY, MAX_LABEL, MAX_QUOTE, MAX_WHY
from core.graph.sources import BRIEF_ID, Document
from core.llm.template.framing import GENERAL
from core.llm.template.judging import Ground, Judgement
from core.llm.template.labels import ELLIPSIS, capital, label
from core.llm.template.outcomes import Aspect, Source
from core.llm.template.patterns import patterns
from core.llm.template.reading import Found, Origin, Reading
from core.llm.template.signals import Signal
from core.llm.template.text import clean
from core.llm.template.tokens import span
from core.llm.template.words import language
from core.llm.wording import within

MAX_TITLE = 60  # characters
_MAX_THING = 50  # characters of what is to be chosen
_MIN_HEAD = 3  # words that a phrase keeps when its tail is cut
_MAX_VALUES = 60  # characters of the numbers in a reason
_AROUND = 45  # characters shown on both sides of the words that decided
_ENDS = ".;,。 "  # what ends a sentence, dropped inside quotation marks
_BRIEF = frozenset({Origin.SENTENCE, Origin.LIST})


class Wording:
    """Writes what people read of one draft."""

    def __init__(self, reading: Reading, archetype: str, documents: Mapping[str, Document]) -> None:
        self._reading = reading
        self._language = language(reading.language)
        self._phrases = self._language.phrases
        self._archetype = self._language.archetypes[archetype]
        self._general = archetype == GENERAL
        self._documents = documents

    def title(self, options: Sequence[Found]) -> str:
        """The options as the brief joins them, or its question or topic, or the kind of decision."""
        subject = self._subject(options)
        spoken = self._reading.spoken
        named = [option.phrase for option in options if option.origin in _BRIEF]
        joined, shorter = self._joined(named), self._joined(self._without_tails(named))
        headed = f"{subject}: {spoken or joined}" if subject and named else ""
        thing = self._thing()
        for text in (
            headed,
            spoken,
            joined,
            shorter,
            self._reading.question,
            *([] if named else [thing, subject]),
        ):
            if 0 < len(text) <= MAX_TITLE:
                return capital(text)
        return self._cut(self._without_tails(named)) if named else self._archetype.title

    def _cut(self, phrases: Sequence[str]) -> str:
        """As many whole options as fit, at least two; else as many words of the first two."""
        for count in range(len(phrases) - 1, 1, -1):
            text = self._phrases.comma.join([phrases[0], *map(self._inner, phrases[1:count]), ELLIPSIS])
            if len(text) <= MAX_TITLE:
                return capital(text)
        grammar = patterns(self._reading.language)
        two = self._joined(phrases[:2])
        if len(phrases) > 2:  # noqa: PLR2004  "A or B" would say that there are no others
            two = self._phrases.comma.join([phrases[0], self._inner(phrases[1])])
        words = within(two, MAX_TITLE - len(ELLIPSIS)).removesuffix(ELLIPSIS).split()
        dangling = grammar.prepositions | grammar.determiners | {self._or()}
        while len(words) > 1 and words[-1].casefold() in dangling:
            words.pop()
        return capital(f"{' '.join(words)}{ELLIPSIS}")

    def _thing(self) -> str:
        """What is to be chosen, without its article."""
        return patterns(self._reading.language).determiner_at_start.sub("", self._reading.thing)

    def _subject(self, options: Sequence[Found]) -> str:
        """The topic as a heading, unless the options themselves name it."""
        topic = capital(self._reading.topic)
        named = " ".join([self._reading.spoken, *(option.phrase for option in options)])
        return "" if topic.casefold() in named.casefold() else topic

    def _or(self) -> str:
        """The word that joins the last two options."""
        return self._phrases.joined.format(first="", last="").strip()

    def _without_tails(self, phrases: Sequence[str]) -> list[str]:
        """The phrases up to a preposition behind their first words, where they stay distinct."""
        grammar = patterns(self._reading.language)
        links = grammar.prepositions - grammar.genitives
        cut = []
        for phrase in phrases:
            words = phrase.split()
            verb = [words.pop()] if grammar.grammar.verbs_last and grammar.is_verb(words[-1]) else []
            linking = [word.casefold() in links for word in words]
            ends = (i for i in range(_MIN_HEAD, len(words)) if linking[i] and not linking[i - 1])
            cut.append(" ".join([*words[: next(ends, None)], *verb]))
        return cut if len(set(cut)) == len(cut) else list(phrases)

    def question(self, options: Sequence[Found]) -> str:
        """The decision as a question: that of the brief, or the usual one with the topic or the options."""
        asked = capital(self._reading.question)
        if asked and len(asked) < MAX_LABEL:
            return self._phrases.asked.format(question=asked)
        thing = self._thing()
        if thing and self._phrases.choose and len(thing) <= _MAX_THING:
            return self._phrases.choose.format(thing=thing)
        if self._reading.topic.partition(" ")[0].casefold() in patterns(self._reading.language).determiners:
            about = self._archetype.about.format(topic=self._inner(self._reading.topic))
            if len(about) <= MAX_LABEL:
                return about
        named = [option.phrase for option in options if option.origin is not Origin.DEFAULT]
        which = self._phrases.which.format(options=self._inner(self._reading.spoken) or self._joined(named))
        return which if self._general and named and len(which) <= MAX_LABEL else self._archetype.question

    def goal(self) -> str:
        """The aim that the brief states, or the usual one, within the budget if there is one."""
        if self._reading.goal:
            return label(self._reading.goal)
        if not self._reading.budget:
            return self._archetype.goal
        bounded = self._phrases.within.format(goal=self._archetype.goal, budget=self._reading.budget)
        return bounded if len(bounded) <= MAX_LABEL else self._archetype.goal

    def goal_body(self) -> str:
        """The budget and the date that the brief names."""
        notes = []
        if self._reading.budget:
            notes.append(self._phrases.budget_note.format(budget=self._reading.budget))
        if self._reading.deadline:
            notes.append(self._phrases.date_note.format(date=self._reading.deadline))
        return within(" ".join(notes), MAX_BODY)

    def question_body(self, options: Sequence[Found]) -> str:
        """The sentence of the brief that asks for the decision."""
        quote = next((option.quote for option in options if option.origin is Origin.SENTENCE), "")
        return self._quoting(self._phrases.brief_note, quote, MAX_BODY)

    def option_why(self, option: Found) -> str:
        """Where an option comes from."""
        if option.origin in _BRIEF:
            return self._quoting(self._phrases.option_brief, option.quote, MAX_WHY)
        if option.origin is Origin.STATUS_QUO:
            return self._phrases.option_status_quo
        return self._phrases.option_default

    def aspect_why(self, aspect: Aspect) -> str:
        """Why an outcome is in the draft; "" for a usual one."""
        if aspect.source is Source.COLUMN:
            return self._quoting(self._phrases.outcome_column, aspect.quote, MAX_WHY)
        if aspect.source is Source.CRITERION:
            return self._quoting(self._phrases.outcome_named, aspect.quote, MAX_WHY)
        if aspect.quote and aspect.quote == self._reading.budget:
            return self._phrases.budget_note.format(budget=aspect.quote)
        if aspect.quote and aspect.quote == self._reading.deadline:
            return self._phrases.date_note.format(date=aspect.quote)
        return self._quoting(self._phrases.outcome_mentioned, aspect.quote, MAX_WHY)

    def note(self, judgement: Judgement, trait: str, aspect: Aspect) -> str:
        """The words of the passage that matter, or the hypothesis as a short statement."""
        if judgement.signal is not None:
            return self._passage_words(judgement.signal, around=_AROUND)
        if judgement.ground is Ground.OPEN:
            return within(self._phrases.open.format(outcome=aspect.label), MAX_QUOTE)
        known = self._language.hunches.get(f"{trait}:{aspect.key}")
        pattern = self._phrases.raises if judgement.weight > 0 else self._phrases.lowers
        return known or within(pattern.format(outcome=aspect.label), MAX_QUOTE)

    def link_why(self, judgement: Judgement) -> str:
        """What a citation says, and how it was read; "" for a hypothesis."""
        signal = judgement.signal
        if signal is None:
            return ""
        name = (
            self._phrases.brief_name if signal.document == BRIEF_ID else self._documents[signal.document].name
        )
        name = within(name, MAX_LABEL)
        if judgement.ground is Ground.COMPARED and signal.column:
            values = within(signal.values, _MAX_VALUES)
            column = within(signal.column, MAX_LABEL)
            return within(
                self._phrases.link_compared.format(name=name, values=values, column=column), MAX_WHY
            )
        stated = judgement.ground is not Ground.MENTIONED
        pattern = self._phrases.link_stated if stated else self._phrases.link_mentioned
        cue = signal.values or self._passage_words(signal, around=_AROUND if stated else 0)
        return within(pattern.format(name=name, cue=clean(cue).rstrip(_ENDS)), MAX_WHY)

    def _joined(self, phrases: Sequence[str]) -> str:
        """The options in one phrase: "A, B or C"."""
        if len(phrases) < 2:  # noqa: PLR2004  nothing to join
            return "".join(phrases)
        first = self._phrases.comma.join([phrases[0], *map(self._inner, phrases[1:-1])])
        return self._phrases.joined.format(first=first, last=self._inner(phrases[-1]))

    def _inner(self, phrase: str) -> str:
        """A phrase as it stands inside a sentence: its verb or article in lower case."""
        grammar = patterns(self._reading.language)
        first, *rest = phrase.split() or [""]
        verb = grammar.is_verb(first) and bool(rest) and not grammar.grammar.verbs_last
        known = verb or first.casefold() in grammar.determiners
        led = bool(rest) and rest[0] in grammar.prepositions and not grammar.grammar.verbs_last
        known = known or led
        return phrase[0].lower() + phrase[1:] if known and first[1:] == first[1:].lower() else phrase

    def _quoting(self, pattern: str, quote: str, limit: int) -> str:
        """A sentence with a quote in it that leaves room for the rest."""
        if not quote:
            return ""
        room = limit - len(pattern)
        return within(pattern.format(quote=within(quote, room)), limit)

    def _passage_words(self, signal: Signal, *, around: int) -> str:
        """The words that decided, with those around them, as they stand in the passage."""
        passage = self._documents[signal.document].passage(signal.passage)
        if passage is None:  # two documents share an id
            return ""
        start, end = span(passage.text, signal.cue)
        if signal.column or end <= start:
            return within(passage.text, MAX_QUOTE)
        if not around:
            return within(passage.text[start:end], MAX_QUOTE)
        left = passage.text.rfind(" ", 0, max(start - around, 0)) + 1
        right = passage.text.find(" ", end + around)
        return within(passage.text[left : right if right > 0 else None], MAX_QUOTE)
