"""A stand-in for a model: speaks OpenAI's Chat Completions on this machine, and answers by rules.

https://platform.openai.com/docs/api-reference/chat
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

from aiohttp import web

from bot.playground.model.reading import NotReadable, call_of
from bot.playground.model.trouble import ModelTrouble
from core.llm.provider import Reply
from core.llm.template import TemplateProvider

PATH = "/model/v1"  # what OPENAI_BASE_URL ends with
NAME = "stand-in"
PIECE = 24  # characters in one chunk of the stream
SLOW = 20.0  # seconds that a slow reply takes


class StandIn:
    """Serves POST {PATH}/chat/completions; down and slow as ordered."""

    def __init__(self, trouble: ModelTrouble) -> None:
        self._trouble = trouble
        self._template = TemplateProvider()

    def routes(self) -> list[web.RouteDef]:
        """Its routes."""
        return [
            web.post(f"{PATH}/chat/completions", self.complete),
            web.get(f"{PATH}/models/{{model}}", self.model),
        ]

    async def model(self, request: web.Request) -> web.Response:
        """What it is called."""
        return web.json_response(
            {"id": request.match_info["model"], "object": "model", "owned_by": "playground"}
        )

    async def complete(self, request: web.Request) -> web.StreamResponse:
        """Answer, and stream the reply."""
        if self._trouble.down:
            return refusal(503, "The model is down: a switch of the playground is on.")
        body = await request.json()
        try:
            call = call_of("\n\n".join(message["content"] for message in body["messages"][1:]))
        except NotReadable:
            return refusal(400, "The stand-in cannot read this prompt.")
        text = ""
        async for step in self._template.complete(call):
            if isinstance(step, Reply):
                text = step.text
        return await self._stream(request, text)

    async def _stream(self, request: web.Request, text: str) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
        for piece in pieces:
            if self._trouble.slow:
                await asyncio.sleep(SLOW / len(pieces))
            await response.write(_chunk({"delta": {"role": "assistant", "content": piece}}))
        await response.write(_chunk({"delta": {}, "finish_reason": "stop"}))
        usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}
        await response.write(_chunk(None, usage=usage) + b"data: [DONE]\n\n")
        return response


def _chunk(choice: dict[str, Any] | None, **more: Any) -> bytes:  # noqa: ANN401  any JSON
    chunk = {
        "id": "chatcmpl-playground",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": NAME,
        "choices": [] if choice is None else [{"index": 0, "finish_reason": None, **choice}],
        **more,
    }
    return f"data: {json.dumps(chunk)}\n\n".encode()


def refusal(status: int, text: str) -> web.Response:
    """An error in the shape that both providers share."""
    return web.json_response(
        {"type": "error", "error": {"type": "api_error", "message": text, "code": None, "param": None}},
        status=status,
    )
