"""A clarification: the wire schema, and a reply as questions about the brief."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field, FiniteFloat

from core.errors import ReplyUnusable
from core.graph.labels import likeness
from core.llm.clarification import (
    MAX_CHOICE,
    MAX_CHOICES,
    MAX_QUESTION,
    MAX_QUESTIONS,
    MAX_REASON,
    BriefQuestion,
    Clarification,
)
from core.llm.provider import ModelCall, Reply
from core.llm.tasks.reading import fields_of, items_of
from core.llm.wire import Wire
from core.llm.wording import visible, within

_ANSWER = "{answer}"
_FEWEST_CHOICES = 2  # one is no choice


class WireQuestion(Wire):
    """One question about the brief."""

    text: str = Field(description="the question, at most 150 characters")
    why: str = Field(description="why it is asked, one sentence of at most 150 characters")
    changes: str = Field(description="what the answer changes in the draft, at most 150 characters")
    choices: tuple[str, ...] = Field(description="two to five likely answers, at most 75 characters each")
    several: bool = Field(description="whether more than one of them may be chosen")
    statement: str = Field(description="the answer as a sentence of the brief, with {answer} in its place")


class WireClarification(Wire):
    """The whole reply. The confidence stands first, so that it is not argued from the questions."""

    confidence: FiniteFloat = Field(description="0 to 1: how much of what a draft needs is there")
    questions: tuple[WireQuestion, ...]


def parse(text: str, call: ModelCall, *, source: str) -> Clarification:
    """How sure a draft would be of its frame, and at most three questions that were not asked before.

    A question that does not say why it is asked and what it changes is left out; what is too long is cut,
    but a choice that is too long is left out, since it would mean something else. Raises ReplyUnusable.
    """
    fields = fields_of(text, source)
    confidence = fields.get("confidence")
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise ReplyUnusable(source, "the confidence in the reply is no number from 0 to 1")
    said = items_of(fields, "questions", WireQuestion, source)
    return Clarification(confidence=float(confidence), questions=_questions(said, call.asked))


def check(reply: Reply, call: ModelCall) -> None:
    """Raise ReplyUnusable when `parse` would. There may be nothing left to ask."""
    parse(reply.text, call, source=reply.provider)


def _questions(said: Sequence[WireQuestion], asked: Sequence[str]) -> tuple[BriefQuestion, ...]:
    known = {"", *map(likeness, asked)}
    found: list[BriefQuestion] = []
    for each in said:
        question = _question(each)
        name = likeness(question.text)
        if name not in known and question.why and question.changes:
            known.add(name)
            found.append(question)
    return tuple(found)[:MAX_QUESTIONS]


def _question(said: WireQuestion) -> BriefQuestion:
    short = dict.fromkeys(choice for each in said.choices if 0 < len(choice := visible(each)) <= MAX_CHOICE)
    choices = tuple(short)[:MAX_CHOICES] if len(short) >= _FEWEST_CHOICES else ()
    statement = visible(said.statement)
    whole = statement.count(_ANSWER) == 1 and len(statement) <= MAX_REASON
    return BriefQuestion(
        text=within(said.text, MAX_QUESTION),
        why=within(said.why, MAX_REASON),
        changes=within(said.changes, MAX_REASON),
        choices=choices,
        several=said.several and bool(choices),
        statement=statement if whole else "",
    )
