"""The form, sent: a brief with its goal and files, and where to draft it."""

from __future__ import annotations

from slack_bolt.async_app import AsyncAck, AsyncApp

from core.errors import DeliveryError, InputError, OutsideChannel
from handlers.blocks.modal import CALLBACK, Field, refused
from handlers.desk import Body, Desk
from handlers.errors import explain
from handlers.orders import order_of
from handlers.requests.model import Request
from handlers.requests.reading import asked_in
from handlers.slack_refusals import FAILURES, in_time
from handlers.subjects import check_inside

_NOWHERE = "Slack did not say where your direct messages are. Choose a channel."


def register(app: AsyncApp, desk: Desk) -> None:
    """Listen to the form."""

    async def sent(ack: AsyncAck, body: Body) -> None:
        request = asked_in(body)
        wrong = await _taken(request, desk)
        await (ack(response_action="errors", errors=wrong["errors"]) if wrong else ack())

    app.view(CALLBACK)(sent)


async def _taken(request: Request, desk: Desk) -> dict[str, dict[str, str]]:
    """Order the draft; what is wrong with the form, if anything, is returned."""
    channel = request.channel
    try:
        channel = channel or await _direct(request, desk)
        order = order_of(request, channel=channel, thread_ts=request.thread_ts)
        await check_inside(request, desk, channel)
    except OutsideChannel as left:
        return refused(Field.PLACE, str(explain(left)))
    except InputError as error:
        return refused(Field.BRIEF, str(explain(error)))
    except (DeliveryError, *FAILURES):
        return refused(Field.PLACE, _NOWHERE)
    await desk.place(request.source_id, request.workspace, order)
    return {}


async def _direct(request: Request, desk: Desk) -> str:
    """The person's direct conversation with the bot."""
    slack = await desk.clients(request.workspace)
    async with in_time():
        answer = await slack.conversations_open(users=[request.user])
    return str(answer["channel"]["id"])
