"""Tells one person what only that person needs to know."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from core.errors import DeliveryError, DeliveryLimited
from core.pacing.gate import Gate
from core.telemetry import Emit
from handlers import budgets
from handlers.counted import counted
from handlers.requests.model import Request
from handlers.slack_refusals import FAILURES, delivery_error
from handlers.view import View

TOLD_AT_MOST = 10_000  # remembered answers

Clients = Callable[[str], Awaitable[AsyncWebClient]]  # by workspace; raises PlaceClosed when not installed


class Privately:
    """Answers in the conversation where the person can see it alone, else in a direct message.

    Emits private_answer with how it went. An answer that cannot be given is not worth an error.
    """

    def __init__(self, *, clients: Clients, session: aiohttp.ClientSession, gate: Gate, emit: Emit) -> None:
        self._clients = clients
        self._session = session
        self._gate = gate
        self._emit = emit
        self._told: dict[str, None] = {}

    async def answer(self, request: Request, view: View) -> None:
        """Answer a request, once however often it is delivered."""
        if request.source_id in self._told:
            return
        self._told[request.source_id] = None
        while len(self._told) > TOLD_AT_MOST:
            self._told.pop(next(iter(self._told)))
        await self.tell(
            view,
            workspace=request.workspace,
            user=request.user,
            channel=request.channel,
            thread_ts=request.thread_ts,
            response_url=request.response_url,
        )

    async def tell(
        self,
        view: View,
        *,
        workspace: str,
        user: str,
        channel: str = "",
        thread_ts: str | None = None,
        response_url: str = "",
    ) -> None:
        """Tell a person something by the first way that works."""
        ways: list[tuple[str, Callable[[], Awaitable[object]]]] = []
        if response_url:
            ways.append(("response_url", lambda: self._respond(response_url, thread_ts, view)))
        if channel and not channel.startswith("D"):
            ways.append(("ephemeral", lambda: self._whisper(workspace, channel, user, thread_ts, view)))
        ways.append(("direct", lambda: self._write(workspace, user, view)))
        cause = ""
        for way, tell in ways:
            try:
                await tell()
            except (DeliveryError, *FAILURES) as failure:
                error = failure if isinstance(failure, DeliveryError) else delivery_error(failure)
                cause = error.code
            else:
                self._emit("private_answer", workspace=workspace, way=way)
                return
        self._emit("private_answer", workspace=workspace, way="none", cause=cause)

    async def _respond(self, url: str, thread_ts: str | None, view: View) -> None:
        """Where somebody clicked, Slack knows; that it was in a thread, it has to be told."""
        body = {"response_type": "ephemeral", "replace_original": False, **_content(view)}
        if thread_ts is not None:
            body["thread_ts"] = thread_ts
        async with self._session.post(url, json=body) as response:
            response.raise_for_status()

    async def _whisper(
        self, workspace: str, channel: str, user: str, thread_ts: str | None, view: View
    ) -> None:
        slack = await self._clients(workspace)
        await slack.chat_postEphemeral(channel=channel, user=user, thread_ts=thread_ts, **_content(view))

    async def _write(self, workspace: str, user: str, view: View) -> None:
        """In a direct message, which counts among the messages that Slack takes there; one too many waits."""
        slack = await self._clients(workspace)
        opened = await slack.conversations_open(users=[user])
        channel, content = str(opened["channel"]["id"]), _content(view)

        async def post() -> None:
            await counted(
                self._gate,
                budgets.posts(workspace, channel),
                lambda: slack.chat_postMessage(channel=channel, **content),
            )

        try:
            await post()
        except DeliveryLimited:
            await post()  # the gate waits


def _content(view: View) -> dict[str, Any]:
    return {"text": view.text, "blocks": [dict(block) for block in view.blocks]}
