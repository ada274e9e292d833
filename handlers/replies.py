"""What is said in the thread of a draft: an instruction, or the word of a button."""

from __future__ import annotations

from core.errors import InputError
from core.pipeline.revise import checked_instructions
from core.store.records import Draft, DraftState
from handlers.answering import answered_in_words
from handlers.blocks.help import help_text
from handlers.desk import Desk, refusal
from handlers.editing_form import offer_edit
from handlers.forgetting import asked_in_words
from handlers.looking_back import may_undo
from handlers.orders import order_for
from handlers.requests.model import Kind, Request
from handlers.stopping import stop_what_runs
from handlers.tasks import RefineTask, Task, UndoTask
from handlers.words import Word, meant

_TO_SOMEBODY = "@"  # begins what is said to somebody else


def is_for_us(request: Request, draft: Draft) -> bool:
    """Whether what was said in a draft's thread is meant for the bot.

    A mention is, and so is all in a direct conversation; what whoever asked for the draft says is, unless it
    begins with somebody's name. A draft that came to nothing has nothing to change; it can be forgotten.
    """
    if draft.state in {DraftState.FAILED, DraftState.STOPPED} and not isinstance(_asked(request), Word):
        return False
    if request.kind is Kind.MENTION or request.is_direct:
        return True
    return request.user == draft.requester and not request.text.startswith(_TO_SOMEBODY)


async def replied(request: Request, draft: Draft, desk: Desk) -> None:
    """Do what is asked for. Whatever changes the draft, or is written below it, waits for its turn there."""
    asked = _asked(request)
    if isinstance(asked, Word):
        await _answered(asked, request, draft, desk)
        return
    if isinstance(asked, UndoTask) and not await may_undo(request, draft, desk):
        return
    try:
        if isinstance(asked, RefineTask):
            if await answered_in_words(request, draft, desk):
                return
            checked_instructions([asked.instruction], files=len(request.files))
    except InputError as error:
        await desk.privately.answer(request, refusal(error, request))
        return
    order = order_for(request, asked, thread_ts=request.thread_ts)
    await desk.place(request.source_id, request.workspace, order)


def _asked(request: Request) -> Task | Word:
    """What it asks for; with files beside it, it is no word of a button."""
    return RefineTask(instruction=request.text) if request.files else meant(request.text)


async def _answered(word: Word, request: Request, draft: Draft, desk: Desk) -> None:
    match word:
        case Word.STOP:
            await stop_what_runs(request, draft, desk)
        case Word.EDIT:
            await offer_edit(request, desk, draft)
        case Word.FORGET:
            await asked_in_words(request, draft, desk)
        case Word.HELP:
            await desk.privately.answer(request, help_text())
