"""The points of its work at which the server dies: which function is wrapped, and when death comes to it."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Awaitable, Callable
from functools import wraps
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from bot.guard import PATH
from core.documents import child
from core.llm.anthropic import AnthropicProvider
from core.llm.provider import ModelCall, Progress, Reply
from core.picture.drawing import Painter
from core.store.connections import Connections
from core.store.forgettings import Forgettings
from core.store.results import Results
from handlers.erasing import Eraser
from handlers.kept import StoredViews
from handlers.pictures import Pictures
from handlers.remembered import Remembered
from handlers.slack_messages import SlackWebMessages
from handlers.steps import Steps
from handlers.uploads import Uploads
from handlers.view import Kind, View
from handlers.work import exporting

EXPORTED = (".csv", ".md")  # what the files of an export end with; a picture does not

Call = Callable[..., Awaitable[Any]]
Stream = Callable[..., AsyncGenerator[Any]]
Happened = Callable[..., bool]  # given the arguments of the call


class Death:
    """Kills this process, once in the life of `mark`. `delay` (seconds) is how far into the work it comes."""

    def __init__(self, mark: Path, delay: float) -> None:
        self._mark = mark
        self._delay = delay

    def now(self) -> None:
        try:
            self._mark.touch(exist_ok=False)
        except FileExistsError:
            return
        os.kill(os.getpid(), signal.SIGKILL)

    def soon(self) -> None:
        asyncio.get_running_loop().call_later(self._delay, self.now)


def _after(death: Death, call: Call, so: Happened = lambda *_, **__: True) -> Call:
    @wraps(call)
    async def wrapped(*args: Any, **named: Any) -> Any:  # noqa: ANN401  whatever the call takes and gives
        result = await call(*args, **named)
        if so(*args, **named):
            death.now()
        return result

    return wrapped


def _during(death: Death, call: Call) -> Call:
    @wraps(call)
    def wrapped(*args: Any, **named: Any) -> Awaitable[Any]:  # noqa: ANN401  the same
        death.soon()
        return call(*args, **named)

    return wrapped


def _first(death: Death, call: Call, so: Happened = lambda *_, **__: True) -> Call:
    @wraps(call)
    async def wrapped(*args: Any, **named: Any) -> Any:  # noqa: ANN401  the same
        if so(*args, **named):
            death.now()
        return await call(*args, **named)

    return wrapped


def _before(death: Death, stream: Stream) -> Stream:
    @wraps(stream)
    def wrapped(*args: Any, **named: Any) -> AsyncGenerator[Any]:  # noqa: ANN401  the same
        death.now()
        return stream(*args, **named)

    return wrapped


def _acked(_: object, request: web.BaseRequest, response: web.StreamResponse, *__: object) -> bool:
    return request.path == PATH and response.status == 200


def _ends(*_: object, view: View, **__: object) -> bool:
    return view.kind is Kind.TERMINAL


def _of_a_model(_: object, name: str, *__: object, **___: object) -> bool:
    return name.startswith("reply/")


def _is_of_a_model(*_: object, name: str, **__: object) -> bool:
    return _of_a_model(None, name)


def _after_ack(death: Death) -> None:
    _patch(RequestHandler, "finish_response", lambda call: _after(death, call, _acked))


def _after_announce(death: Death) -> None:
    """Slack has the message, and nobody here has written that down."""
    _patch(SlackWebMessages, "post", lambda call: _after(death, call))


def _while_reading(death: Death) -> None:
    _patch(child, "run", lambda call: _during(death, call))


def _after_reading(death: Death) -> None:
    """The files are read and that is checkpointed: the model is asked next."""
    _patch(Remembered, "complete", lambda stream: _before(death, stream))


def _while_streaming(death: Death) -> None:
    complete = AnthropicProvider.complete

    async def wrapped(self: AnthropicProvider, call: ModelCall) -> AsyncGenerator[Progress | Reply]:
        async for step in complete(self, call):
            death.soon()
            yield step

    _patch(AnthropicProvider, "complete", lambda _: wrapped)


def _after_kept_reply(death: Death) -> None:
    """The reply is stored with what it cost, and not checkpointed."""
    _patch(Results, "keep", lambda call: _after(death, call, _is_of_a_model))


def _after_reply(death: Death) -> None:
    _patch(Steps, "keep", lambda call: _after(death, call, _of_a_model))


def _while_drawing(death: Death) -> None:
    _patch(Painter, "draw", lambda call: _during(death, call))


def _after_upload(death: Death) -> None:
    """Slack has the picture, and the job has not recorded its id."""
    _patch(Pictures, "upload", lambda call: _after(death, call))


def _before_last_edit(death: Death) -> None:
    _patch(StoredViews, "save", lambda call: _after(death, call))


def _after_last_edit(death: Death) -> None:
    _patch(SlackWebMessages, "update", lambda call: _after(death, call, _ends))


def _after_first_format(death: Death) -> None:
    _patch(exporting, "exported", lambda call: _after(death, call))


def _after_first_file(death: Death) -> None:
    """Slack has the bytes of one file, which nobody sees."""
    _patch(Uploads, "send", lambda call: _after(death, call, _of_an_export))


def _before_sharing(death: Death) -> None:
    """All files are with Slack and checkpointed, and nobody sees them."""
    _patch(Uploads, "complete", lambda call: _first(death, call, _into_a_thread))


def _after_sharing(death: Death) -> None:
    """The files are in the thread, and nobody here has written that down."""
    _patch(Uploads, "complete", lambda call: _after(death, call, _into_a_thread))


def _after_rows(death: Death) -> None:
    """What was stored is gone, and whoever pressed the button was not answered."""
    _patch(Forgettings, "begin", lambda call: _after(death, call))


def _after_caches(death: Death) -> None:
    _patch(Connections, "leave_no_trace", lambda call: _after(death, call))


def _after_first_deletion(death: Death) -> None:
    """Slack has deleted something, and it is still written down here."""
    _patch(Eraser, "_gone", lambda call: _after(death, call))


def _after_one_thing(death: Death) -> None:
    _patch(Eraser, "_delete", lambda call: _after(death, call))


def _before_the_news(death: Death) -> None:
    _patch(Eraser, "_tell", lambda call: _first(death, call))


def _after_the_news(death: Death) -> None:
    _patch(Eraser, "_tell", lambda call: _after(death, call))


def _of_an_export(*_: object, name: str, **__: object) -> bool:
    return name.endswith(EXPORTED)


def _into_a_thread(*_: object, channel: str = "", **__: object) -> bool:
    return bool(channel)


def _patch(owner: object, name: str, wrap: Callable[[Any], object]) -> None:
    setattr(owner, name, wrap(getattr(owner, name)))


POINTS: dict[str, Callable[[Death], None]] = {
    "after-the-ack": _after_ack,
    "after-announce": _after_announce,
    "while-reading": _while_reading,
    "after-reading-is-checkpointed": _after_reading,
    "while-the-model-streams": _while_streaming,
    "after-its-reply-is-stored": _after_kept_reply,
    "after-its-reply-is-checkpointed": _after_reply,
    "while-drawing": _while_drawing,
    "after-the-upload": _after_upload,
    "between-the-stored-end-and-its-edit": _before_last_edit,
    "after-the-last-edit": _after_last_edit,
}

EXPORT_POINTS: dict[str, Callable[[Death], None]] = {
    "after-the-first-format": _after_first_format,
    "after-the-first-file": _after_first_file,
    "before-the-files-are-shared": _before_sharing,
    "after-the-files-are-shared": _after_sharing,
}

FORGET_POINTS: dict[str, Callable[[Death], None]] = {
    "after-the-rows-are-gone": _after_rows,
    "after-the-caches-are-cleared": _after_caches,
    "after-the-first-deletion": _after_first_deletion,
    "after-the-first-thing-is-gone": _after_one_thing,
    "before-the-last-word": _before_the_news,
    "after-the-last-word": _after_the_news,
}
