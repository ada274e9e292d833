"""Chat Completions as OpenAI-compatible servers speak it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.fakes.llm.caching import Block
from tests.fakes.llm.faults import Break
from tests.fakes.llm.schemas import complaint
from tests.fakes.llm.serving import Ask, Json, Refused, Turn, frame

LOCAL_MODELS = frozenset({"local-model"})
_FIELDS = frozenset({"max_tokens", "messages", "model", "response_format", "stream", "stream_options"})


def require(condition: object, message: str, param: str | None = None, code: str = "invalid_value") -> None:
    if not condition:
        raise Refused(400, code, message, param=param)


class ChatCompletions:
    """POST /v1/chat/completions. `json_object` is a server that takes a schema only beside that type."""

    path = "/v1/chat/completions"

    def __init__(self, *, json_object: bool = False) -> None:
        self._json_object = json_object

    def read(self, body: Json, headers: Mapping[str, str]) -> Ask:  # noqa: ARG002  the port's
        extra = min(body.keys() - _FIELDS, default=None)
        require(extra is None, f"Unknown parameter: '{extra}'.", extra, "unknown_parameter")
        model = body.get("model", "")
        if model not in LOCAL_MODELS:
            raise Refused(404, "model_not_found", f"The model '{model}' does not exist", param="model")
        require(body.get("stream") is True, "this fake only streams", "stream")
        require(body.get("stream_options") == {"include_usage": True}, "no usage", "stream_options")
        require(body.get("max_tokens", 0) > 0, "out of range", "max_tokens")
        messages = body.get("messages") or []
        require([m.get("role") for m in messages] == ["system", "user"], "system, then user", "messages")
        require(all(isinstance(m.get("content"), str) for m in messages), "plain text only", "messages")
        schema = self._schema(body.get("response_format", {}))
        refusal = complaint(schema, all_required=True)
        require(refusal is None, f"Invalid schema: {refusal}", "response_format", "invalid_json_schema")
        return Ask(
            model=model,
            blocks=[Block(m["content"]) for m in messages],
            prompt=messages[-1]["content"],
            scope=(model,),
            minimum=0,
        )

    def _schema(self, form: Json) -> Json:
        if self._json_object:
            require(form.keys() == {"type", "schema"}, "type and schema", "response_format")
            require(form["type"] == "json_object", "only json_object", "response_format")
            return dict(form["schema"])
        require(form.get("type") == "json_schema", "only json_schema", "response_format")
        inner: Json = form["json_schema"]
        require(inner.get("strict") is True and inner.get("name"), "name and strict", "response_format")
        return dict(inner["schema"])

    def opening(self, turn: Turn) -> bytes:
        return _chunk(turn, delta={"role": "assistant", "content": ""})

    def piece(self, turn: Turn, text: str) -> bytes:
        return _chunk(turn, delta={"content": text})

    def closing(self, turn: Turn, kind: Break | None) -> bytes:
        reasons = {Break.TRUNCATED: "length", Break.DECLINED: "content_filter", None: "stop"}
        usage = {
            "prompt_tokens": turn.use.total,
            "completion_tokens": turn.output,
            "total_tokens": turn.use.total + turn.output,
        }
        end = _chunk(turn, delta={}, finish_reason=reasons[kind])
        return end + frame({**_head(turn), "choices": [], "usage": usage}) + frame("[DONE]")

    def error(self, turn: Turn, code: str) -> bytes:  # noqa: ARG002  the port's
        return frame({"error": {"message": "as the script says", "type": "server_error", "code": code}})


def _head(turn: Turn) -> Json:
    return {
        "id": f"chatcmpl-{turn.number}",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": turn.ask.model,
    }


def _chunk(turn: Turn, **choice: Any) -> bytes:  # noqa: ANN401  JSON
    return frame({**_head(turn), "choices": [{"index": 0, "finish_reason": None, **choice}]})
