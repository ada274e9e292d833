"""What the template provider knows of one language: its words for choices, outcomes, traits and sentences.

Terms stand in strings, separated by commas; a term may be several words, and "~" before it says that it
tells little by itself. Patterns stand one a line, as regular expressions without groups that capture and
without nested repetition; a line that begins with "|" continues the one above it, and `{we}`, `{date}`,
`{span}` and `{verb}` stand for the grammar's own patterns of these names, and for any of its verbs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How a language offers alternatives, says what it aims at, and builds a phrase.

    Alternatives: `choosers` are openers that name what is to be chosen ("pick a database"), `offered` stands
    behind alternatives ("are on the table"), `modals` end no subject ("the council must"). `stand_ins` stand
    for a noun alone behind an adjective ("the old one"); the pronoun of a pro-verb means a deed ("do it").

    Facts: `funds` stands before a sum that can be spent ("we have"), `shortfalls` behind a word for a budget
    that speaks of none ("budget gap"). `limits` are words for the most of something, which is a budget too,
    unless the sentence is about one of `unspent` ("liability"), or the brief about `raising` money, where a
    cap is one of a valuation.

    Phrases: `verbs_last` is true where an infinitive ends its phrase (German, Dutch), `unspaced` where no
    spaces part the words (Japanese). `verbs` are base forms by list, `verb_endings` by ending; `intransitive`
    verbs share no object with the verb after them, `adverbs` may stand before a verb, a phrase that begins
    with one of `negations` is whole, `predeterminers` stand before an article ("half the team"), and the
    object of a `changing` verb can be kept as it is. `genitives` are the prepositions that a short phrase is
    not cut before ("the number of pages"). `away` captures what is left behind: "from X to".
    `cleared` is taken out of a phrase ("Kosten zu senken"), `conjugations` are endings and their infinitives
    ("amos=ar", the first of several unless `verbs` has another), `clitics` are pronouns that an infinitive
    takes to its end ("lo hacemos"), `partitives` what an infinitive that counts ends in, and its plain ending
    ("costruirne uno": "irne=ire"), `particles` are parted from their verbs ("stellen wir ... ein", "max
    out").
    """

    verbs_last: bool = False
    unspaced: bool = False
    we: str
    # alternatives
    or_: str
    and_: str
    versus: str
    either: str
    between: str
    instead: str
    or_not: str
    openers: str
    choosers: str = ""
    chained: str
    statements: str
    offered: str = ""
    offers: str
    questions: str
    empty_questions: str
    asides: str
    pronouns: str
    stand_ins: str = ""
    pro_verbs: str = ""
    alone: str
    tails: str
    protected: str = ""
    # lists and their headers
    option_marker: str
    option_headers: str
    criteria_headers: str
    other_headers: str
    # aims and facts
    aims: str
    purposes: str
    wishes: str
    no_aims: str
    criteria: str
    budget: str
    funds: str = ""
    shortfalls: str = ""
    limits: str
    unspent: str
    raising: str
    date: str
    span: str
    deadline: str
    # phrases
    leading: str
    trailing: str
    determiners: str
    prepositions: str
    genitives: str = ""
    tail_words: str
    topic_words: str
    modals: str = ""
    times: str
    numbers: str
    verbs: str = ""
    verb_endings: str = ""
    no_verbs: str = ""
    intransitive: str = ""
    adverbs: str = ""
    negations: str = ""
    predeterminers: str = ""
    changing: str = ""
    away: str = ""
    cleared: str = ""
    conjugations: str = ""
    clitics: str = ""
    partitives: str = ""
    particles: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archetype:
    """A kind of decision. `options` stand in when a brief names none; `words` tell the kind."""

    title: str
    question: str
    about: str
    goal: str
    options: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An outcome's label, the nouns that name it, and the words that say there is more or less of it."""

    label: str
    nouns: str
    up: str = ""
    down: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that give a sentence its direction, its certainty and its force.

    `levels` are the words of cells for low, medium and high; `durations` those for days, weeks, months and
    years, `numerals` the numbers from one up; `rate` marks a number as one per unit; `burdens` are words for
    things of which less is wanted, `opposites` nouns that measure an outcome the other way around (latency).
    """

    up: str
    down: str
    good: str
    bad: str
    negation: str
    hedge: str
    strong: str
    weak: str
    contrast: str
    than: str
    rate: str
    burdens: str
    opposites: str
    levels: tuple[str, str, str]
    durations: tuple[str, str, str, str]
    numerals: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Sentences that people read, with fields in braces. `status_quo` is by the trait of the other option."""

    status_quo: Mapping[str, str]
    keep: str
    keep_many: str
    stay_with: str
    joined: str
    comma: str
    which: str
    choose: str
    asked: str
    within: str
    budget_note: str
    date_note: str
    brief_name: str
    brief_note: str
    option_brief: str
    option_status_quo: str
    option_default: str
    outcome_named: str
    outcome_mentioned: str
    outcome_column: str
    raises: str
    lowers: str
    open: str
    undecided: str
    link_compared: str
    link_stated: str
    link_mentioned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Everything the template provider knows of one language. `suffixes` are cut to find a word's stem."""

    code: str
    generic_words: str
    suffixes: tuple[str, ...]
    grammar: Grammar
    cues: Cues
    archetypes: Mapping[str, Archetype]
    outcomes: Mapping[str, Outcome]
    traits: Mapping[str, str]
    phrases: Phrases
    hunches: Mapping[str, str]
    outcome_labels: Mapping[str, str]


def terms(listed: str) -> tuple[str, ...]:
    """The terms of a comma-separated string."""
    return tuple(term for term in (part.strip() for part in listed.split(",")) if term)
