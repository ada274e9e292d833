"""An app that answers as it is told, with messages and forms to act on."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

from bot.playground.slack.records import Message, View
from bot.playground.slack.triggers import new_trigger
from tests.unit.playground.scene import Scene, served
from tests.unit.playground.test_views import modal

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def options(*values: str) -> list[Json]:
    return [{"text": plain(value.title()), "value": value} for value in values]


class Bot:
    """An app that answers every interaction with `answer`, and keeps what it got."""

    def __init__(self) -> None:
        self.answer: web.Response | Json = {}
        self.forms: list[Json] = []

    async def handle(self, request: web.Request) -> web.Response:
        if request.content_type == "application/json":
            return web.Response()
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.forms.append(json.loads(form["payload"]) if "payload" in form else form)
        if isinstance(self.answer, web.Response):
            return self.answer
        return web.json_response(self.answer) if self.answer else web.Response()


@asynccontextmanager
async def answering(world: Scene) -> AsyncIterator[Bot]:
    bot, application = Bot(), web.Application()
    application.router.add_post("/slack/events", bot.handle)
    async with served(application) as address:
        world.slack.deliver_to(address)
        yield bot
        await world.slack.settled()
        world.slack.deliver_to("")


async def posted(world: Scene, *blocks: Json) -> Message:
    await world.client.chat_postMessage(channel=world.channel.id, text="x", blocks=list(blocks))
    return world.slack.messages(world.channel)[-1]


async def opened(world: Scene, view: Json) -> View:
    trigger = new_trigger(world.slack.world, team=world.team.id, user=world.ann.id)
    await world.client.views_open(trigger_id=trigger, view=view)
    assert world.ann.modal
    return world.ann.modal


def entry(name: str, element: Json, **fields: object) -> Json:
    named = {"action_id": name, **element}
    return {"type": "input", "block_id": f"b-{name}", "label": plain(name), "element": named, **fields}


def form(*blocks: Json, **fields: Any) -> Json:  # noqa: ANN401  any field
    return modal(submit=plain("Send"), callback_id="form", **fields) | {"blocks": list(blocks)}
