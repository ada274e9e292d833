"""What is asked about a brief: the message that asks, and the form in which it is answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from core.llm.clarification import MAX_ANSWER, MAX_ROUNDS, Answer, BriefQuestion
from handlers.blocks.buttons import Action
from handlers.blocks.inputs import labelled, one_of, some_of, written
from handlers.blocks.limits import MODAL_TITLE
from handlers.blocks.parts import Button, actions, context, header, plain, section
from handlers.blocks.reference import Reference
from handlers.blocks.renderings import Rendering, chain
from handlers.blocks.text import count, one_line
from handlers.view import Block, Kind, View

CALLBACK = "answers_form"
CHOICE, WORDS = "choice", "words"  # begin the ids of the inputs of each question, before its number
NOTHING = "Nothing more to ask: what this draft needs to know is there. Reply here with what it should know."
ENOUGH = (
    f"{MAX_ROUNDS} rounds of questions were asked here, and that is enough of them. Reply here with what you "
    "know, or answer what is still open above."
)
_KNOWN = "Worth knowing"
_OWN_WORDS = "In your own words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """One round of questions. `confidence`, 0 to 1, is how sure a draft would be of its frame now.

    `drafted` tells that there is a draft already: then the answers revise it.
    """

    questions: Sequence[BriefQuestion]
    reference: Reference
    round: int = 1
    confidence: float = 0.0
    drafted: bool = False


def asked(asking: Asking) -> View:
    """The message. Of a draft there may be nothing to ask."""
    if not asking.questions:
        return _nothing(asking)
    gist = _gist(asking)
    return chain(
        Kind.TERMINAL,
        Rendering(text=gist, blocks=[*_head(asking, gist), *_questions(asking), *_foot(asking)]),
        last="\n".join([gist, *(one_line(question.text) for question in asking.questions)]),
    )


def answers_form(asking: Asking) -> dict[str, Any]:
    """The form. Every question may be left out: what nobody knows cannot be answered."""
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "private_metadata": asking.reference.dumps(),
        "title": plain("A few questions", MODAL_TITLE),
        "submit": plain("Revise" if asking.drafted else "Draft", MODAL_TITLE),
        "close": plain("Cancel", MODAL_TITLE),
        "blocks": [
            block for place, question in enumerate(asking.questions) for block in _inputs(place, question)
        ],
    }


def answers_in(
    questions: Sequence[BriefQuestion], given: Mapping[str, Sequence[str] | str]
) -> tuple[Answer, ...]:
    """The answers in what a form came back with: by the ids of its inputs, places of choices, or words."""
    answers = []
    for place, question in enumerate(questions):
        places = [int(each) for each in given.get(f"{CHOICE}{place}", ()) if each.isdecimal()]
        words = given.get(f"{WORDS}{place}", "")
        chosen = tuple(question.choices[each] for each in places if each < len(question.choices))
        answers.append(
            Answer(question=question, chosen=chosen, words=words if isinstance(words, str) else "")
        )
    return tuple(answers)


def input_of(questions: Sequence[BriefQuestion], place: int) -> str:
    """The id of the first input of a question."""
    return f"{CHOICE if questions[place].choices else WORDS}{place}"


def answers_kept(answers: Sequence[Answer]) -> str:
    """The answers as they are told in the thread, a line each."""
    return "\n".join(f"{one_line(a.question.text)} {one_line(a.text)}" for a in answers if a.text)


def _nothing(asking: Asking) -> View:
    """Said where the rounds are used up, or where there is no question."""
    gist = ENOUGH if asking.round > MAX_ROUNDS else NOTHING
    return chain(Kind.TERMINAL, Rendering(text=gist, blocks=[header(_KNOWN), section(gist)]))


def _gist(asking: Asking) -> str:
    asks = count(len(asking.questions), "question")
    if asking.drafted:
        return f"{asks} that would make this draft surer of itself."
    opens = "This brief leaves much open." if asking.round == 1 else "Some of it is still open."
    return f"{opens} {asks} would make the draft better, or it can be drafted as it is."


def _head(asking: Asking, gist: str) -> Iterator[Block]:
    yield header(_KNOWN if asking.drafted else "Before it is drafted")
    yield section(gist)


def _questions(asking: Asking) -> Iterator[Block]:
    for question in asking.questions:
        yield section(f"{one_line(question.why)} {one_line(question.changes)}", title=question.text)


def _foot(asking: Asking) -> Iterator[Block]:
    carried = asking.reference.dumps()
    buttons = [Button(text="Answer", action=Action.ANSWER, value=carried, style="primary")]
    if not asking.drafted:
        buttons.append(Button(text="Draft now", action=Action.DRAFT_NOW, value=carried))
    yield actions(buttons)
    sure = f"{round(100 * asking.confidence)}% of what a draft needs is there"
    yield context(f"Round {asking.round} of at most {MAX_ROUNDS} · {sure} · a reply here does as well")


def _inputs(place: int, question: BriefQuestion) -> Iterator[dict[str, Any]]:
    if question.choices:
        element = (some_of if question.several else one_of)(question.choices)
        yield labelled(f"{CHOICE}{place}", question.text, element, hint=question.why, optional=True)
        yield labelled(f"{WORDS}{place}", _OWN_WORDS, written("", MAX_ANSWER), optional=True)
    else:
        own = written("", MAX_ANSWER, multiline=True)
        yield labelled(f"{WORDS}{place}", question.text, own, hint=question.why, optional=True)
