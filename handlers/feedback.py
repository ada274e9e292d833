"""What people think of a draft: one thumb each, with a word where they add one."""

from __future__ import annotations

import json
from typing import cast

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DraftForgotten, InputError
from handlers.blocks.buttons import Action
from handlers.blocks.feedback import CALLBACK, WORD, Side, form, side_of
from handlers.blocks.notice import notice
from handlers.desk import Body, Desk
from handlers.errors import Problem, explain
from handlers.opening import opened
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.subjects import Subject, clicked_in, submitted_in

KIND = "feedback"  # of the texts that are kept

_THANKS = Problem(what="Thank you, that is noted.", next_step="A second click replaces the first.")


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the thumbs and to the form. What somebody thinks is stored before Slack is answered."""

    async def clicked(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        side, carried = _clicked(request)
        subject = await clicked_in(request, desk, carried)
        kept = subject is not None and await _keep(request, desk, subject, side=side)
        await ack()
        if subject is not None and kept:
            await desk.privately.answer(request, notice(_THANKS))
            if side is Side.DOWN:
                await opened(request, desk, form(subject.reference))

    async def sent(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        word = str(request.given.get(WORD, ""))
        try:
            subject = await submitted_in(request, desk)
            await _put(request, desk, subject, side=Side.DOWN, word=word)
        except InputError as error:
            await ack(response_action="errors", errors={WORD: str(explain(error))})
        else:
            await ack()

    app.action(Action.FEEDBACK)(clicked)
    app.view(CALLBACK)(sent)


def _clicked(request: Request) -> tuple[Side, str]:
    try:
        return side_of(request.value)
    except ValueError:  # a thumb of an earlier version, which does not say where it points
        return Side.UP, ""


async def _keep(request: Request, desk: Desk, subject: Subject, *, side: Side) -> bool:
    """Keep what somebody thinks; what was added in words stays while the side does. Emits feedback."""
    try:
        before = await _before(request, desk, subject)
        word = before["word"] if before.get("side") == side else ""
        if await _put(request, desk, subject, side=side, word=word):
            desk.emit("feedback", workspace=request.workspace, side=side.value)
    except DraftForgotten as error:
        await desk.privately.answer(request, notice(explain(error)))
        return False
    return True


async def _put(request: Request, desk: Desk, subject: Subject, *, side: Side, word: str) -> bool:
    told = {"job": subject.ordered.job, "revision": subject.reference.revision, "side": side, "word": word}
    return await desk.store.texts.put(
        subject.ordered.draft.key,
        kind=KIND,
        body=json.dumps(told, ensure_ascii=False),
        author=request.user,
        job=_source(request, subject),
    )


async def _before(request: Request, desk: Desk, subject: Subject) -> dict[str, str]:
    """What the same person thought before of the same message."""
    texts = await desk.store.texts.of(subject.ordered.draft.key, KIND)
    mine = (text.body for text in texts if text.job == _source(request, subject))
    return cast("dict[str, str]", json.loads(next(mine, "{}")))


def _source(request: Request, subject: Subject) -> str:
    return f"feedback:{request.user}:{subject.ordered.job}"
