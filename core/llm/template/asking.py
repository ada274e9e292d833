"""What the rules would ask about a brief: first what would change its draft most."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from core.graph.english import keeps_things_as_they_are
from core.graph.sources import Document
from core.llm.clarification import MAX_CHOICE, MAX_CHOICES, MAX_QUESTIONS, BriefQuestion, Clarification
from core.llm.template.alternatives import options_of
from core.llm.template.framing import archetype_of
from core.llm.template.priors import OUTCOMES_OF
from core.llm.template.readiness import WEIGHTS, Aspect, readiness_of
from core.llm.template.reading import Origin, Reading, read_brief
from core.llm.template.words import language

_LEAST_OPTIONS = 2


def clarify(brief: Document, *, documents: int = 0, asked: Collection[str] = ()) -> Clarification:
    """The questions for the next round; `asked` are the texts of those that were asked before.

    An aspect that was asked about counts as settled: whoever skipped it has nothing to say about it.
    """
    reading = read_brief(brief)
    candidates = tuple(_candidates(reading))
    settled = [aspect for aspect, question in candidates if question.text in asked]
    now = readiness_of(reading, documents=documents).with_known(settled)
    gains = {aspect: WEIGHTS[aspect] * (1 - factor) for aspect, factor in now.factors.items()}
    open_ = [(gains[aspect], question) for aspect, question in candidates if question.text not in asked]
    useful = sorted((pair for pair in open_ if pair[0] > 0), key=lambda pair: -pair[0])
    questions = () if now.is_ready else tuple(question for _, question in useful[:MAX_QUESTIONS])
    return Clarification(confidence=round(now.score, 2), questions=questions)


def _candidates(reading: Reading) -> Iterator[tuple[Aspect, BriefQuestion]]:
    """Every question that the brief leaves open, with the aspect that its answer settles."""
    named = [option for option in reading.options if option.origin in {Origin.SENTENCE, Origin.LIST}]
    if len(named) < _LEAST_OPTIONS:
        yield Aspect.CLARITY, _ways(reading)
    if not reading.options and not reading.question:
        yield Aspect.RELEVANCE, _KIND
    if not reading.criteria:
        yield Aspect.CONTEXT, _matters(reading)
    if not reading.deadline:
        yield Aspect.SPECIFICITY, _WHEN
    if not reading.budget:
        yield Aspect.SPECIFICITY, _SUM
    if not any(keeps_things_as_they_are(option.phrase) for option in named):
        yield Aspect.LENGTH, _STAY
    yield Aspect.LENGTH, _BACK


def _ways(reading: Reading) -> BriefQuestion:
    usual = options_of(reading, archetype_of(reading))
    return BriefQuestion(
        text="Which ways forward are you choosing between?",
        why="The brief names fewer than two options.",
        changes="Each becomes an option of the draft.",
        choices=_choices(option.label for option in usual),
        several=True,
        statement="The options are: {answer}.",
    )


def _matters(reading: Reading) -> BriefQuestion:
    archetype = archetype_of(reading)
    words = language(reading.language)
    keys = OUTCOMES_OF[archetype]
    labels = (words.outcome_labels.get(f"{archetype}:{key}") or words.outcomes[key].label for key in keys)
    return BriefQuestion(
        text="What matters most?",
        why="The brief does not say what a good choice would bring.",
        changes="The options are compared by it.",
        choices=_choices(labels),
        several=True,
        statement="We care about {answer}.",
    )


def _choices(labels: Iterator[str]) -> tuple[str, ...]:
    return tuple(label for label in labels if len(label) <= MAX_CHOICE)[:MAX_CHOICES]


_KIND = BriefQuestion(
    text="What has to be decided?",
    why="The brief reads as a topic, not as a decision.",
    changes="It becomes the question that the options answer.",
    choices=("Whether to do it at all", "Which of several ways to go", "When to do it", "How much to spend"),
    statement="We have to decide: {answer}.",
)
_WHEN = BriefQuestion(
    text="By when does it have to be decided?",
    why="Without a date, waiting looks free.",
    changes="Time counts for or against an option.",
    choices=("This week", "This month", "This quarter", "This year", "There is no date"),
    statement="We have to decide by: {answer}.",
)
_SUM = BriefQuestion(
    text="What may it cost?",
    why="The brief names no sum.",
    changes="Cost counts as much as it matters to you.",
    choices=(
        "As little as possible",
        "It has to pay for itself",
        "There is a fixed budget",
        "Cost matters little",
    ),
    statement="What it may cost: {answer}.",
)
_STAY = BriefQuestion(
    text="Can things stay as they are?",
    why="Doing nothing is an option too, unless something rules it out.",
    changes="It is drawn as an option, or left out for good reason.",
    choices=("Yes, for now", "No, something has to change"),
    statement="Things can stay as they are: {answer}.",
)
_BACK = BriefQuestion(
    text="Could you go back on it later?",
    why="What can be undone needs less certainty.",
    changes="It tells how much to check before choosing.",
    choices=("Easily", "With some effort", "Not really"),
    statement="Going back later: {answer}.",
)
