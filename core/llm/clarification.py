"""What is asked about a brief before it is drafted, and what the answers make of the brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MAX_ROUNDS = 3
MAX_QUESTIONS = 3  # in a round
MAX_CHOICES = 5  # of one question
MAX_QUESTION = 150  # characters
MAX_CHOICE = 75  # characters; an option of a select in Slack takes no more
MAX_REASON = 150  # characters, of why it is asked and of what it changes
MAX_ANSWER = 500  # characters
CONFIDENT = 0.8  # of 1: from here on nothing more is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefQuestion:
    """One question. `choices` are answers to choose from, one or `several`; own words are always possible.

    `why` says why we ask, `changes` what the answer changes in the draft. `statement` turns an answer into a
    sentence of the brief, where "{answer}" stands for it.
    """

    text: str
    why: str
    changes: str
    choices: tuple[str, ...] = ()
    several: bool = False
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """What is still to be asked. `confidence`, from 0 to 1, is how sure the draft would be of its frame."""

    confidence: float
    questions: tuple[BriefQuestion, ...]

    @property
    def is_ready(self) -> bool:
        """Whether to draft without asking more."""
        return self.confidence >= CONFIDENT or not self.questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered: choices, own words, or both."""

    question: BriefQuestion
    chosen: tuple[str, ...] = ()
    words: str = ""

    @property
    def text(self) -> str:
        """The answer in one line; "" when nothing was answered."""
        return ", ".join(part for part in (*self.chosen, " ".join(self.words.split())) if part)[:MAX_ANSWER]

    @property
    def sentence(self) -> str:
        """The answer as a sentence of the brief; "" when nothing was answered."""
        if not self.text:
            return ""
        said = self.question.statement.replace("{answer}", self.text) or f"{self.question.text} {self.text}"
        return said if said.endswith((".", "!", "?", "。")) else f"{said}."


def clarified(brief: str, answers: Sequence[Answer]) -> str:
    """The brief with the answers after it, a sentence each, so that they can be cited like the rest of it."""
    told = [answer.sentence for answer in answers if answer.sentence]
    return "\n\n".join([brief.rstrip(), "\n".join(told)]) if told else brief
