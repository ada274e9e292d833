"""A fake of OpenAI's API that is stricter than the original.

`python -m tests.fakes.openai_server --port 8102`, then OPENAI_BASE_URL=http://127.0.0.1:8102/v1.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.fakes.llm.caching import Block
from tests.fakes.llm.chat import LOCAL_MODELS, ChatCompletions, require
from tests.fakes.llm.faults import Break
from tests.fakes.llm.schemas import complaint
from tests.fakes.llm.serving import Ask, Endpoint, Json, Refused, Turn, WireServer, frame, run

MODELS = frozenset({"gpt-6-luna", "gpt-6-sol"})
MINIMUM = 1024  # tokens below which a prefix is not cached
_TTL = {"30m": 1800.0, "12h": 43_200.0}  # seconds
_EFFORTS = frozenset({"none", "low", "medium", "high", "xhigh", "max"})
_FIELDS = frozenset(
    {
        "input",
        "max_output_tokens",
        "model",
        "prompt_cache_key",
        "prompt_cache_options",
        "reasoning",
        "store",
        "stream",
        "text",
    }
)
_MAX_BREAKPOINTS = 4
_CODES = {
    400: "invalid_request_error",
    401: "invalid_api_key",
    404: "model_not_found",
    429: "rate_limit_exceeded",
}


class Responses:
    """POST /v1/responses."""

    path = "/v1/responses"

    def read(self, body: Json, headers: Mapping[str, str]) -> Ask:  # noqa: ARG002  the port's
        for name in ("temperature", "top_p"):
            require(name not in body, f"'{name}' is not supported with this model.", name)
        extra = min(body.keys() - _FIELDS, default=None)
        require(extra is None, f"Unknown parameter: '{extra}'.", extra, "unknown_parameter")
        model = body.get("model", "")
        if model not in MODELS:
            raise Refused(404, "model_not_found", f"The model '{model}' does not exist", param="model")
        require(body.get("stream") is True, "this fake only streams", "stream")
        require(body.get("store") is False, "this fake stores nothing", "store")
        require(body.get("max_output_tokens", 0) > 0, "out of range", "max_output_tokens")
        effort = body.get("reasoning", {}).get("effort", "medium")
        require(effort in _EFFORTS, "unknown effort", "reasoning.effort")
        schema = _schema(body.get("text", {}).get("format", {}))
        return Ask(
            model=model,
            blocks=_blocks(body),
            prompt="\n".join(part["text"] for part in body["input"][-1]["content"]),
            scope=(model, effort, json.dumps(schema), str(body.get("prompt_cache_key"))),
            minimum=MINIMUM,
            thinks=effort != "none",
        )

    def opening(self, turn: Turn) -> bytes:
        item = {"type": "message", "id": f"msg_{turn.number}", "status": "in_progress", "role": "assistant"}
        part = {"type": "output_text", "text": "", "annotations": []}
        started = _response(turn, status="in_progress")
        return b"".join(
            [
                _event("response.created", response=started),
                _event("response.in_progress", response=started),
                _event("response.output_item.added", output_index=0, item={**item, "content": []}),
                _event("response.content_part.added", **_place(turn), part=part),
            ]
        )

    def piece(self, turn: Turn, text: str) -> bytes:
        return _event("response.output_text.delta", **_place(turn), delta=text, logprobs=[])

    def closing(self, turn: Turn, kind: Break | None) -> bytes:
        if kind is Break.TRUNCATED:
            details = {"reason": "max_output_tokens"}
            ended = _response(turn, status="incomplete", usage=_usage(turn), incomplete_details=details)
            return _event("response.incomplete", response=ended)
        if kind is Break.DECLINED:
            part = {"type": "refusal", "refusal": "I cannot help with that."}
            done = _event("response.refusal.done", **_place(turn), refusal=part["refusal"])
        else:
            part = {"type": "output_text", "text": turn.text}
            done = _event("response.output_text.done", **_place(turn), text=turn.text, logprobs=[])
        item = {"type": "message", "id": f"msg_{turn.number}", "status": "completed", "role": "assistant"}
        output = [{**item, "content": [{**part, "annotations": []}]}]
        ended = _response(turn, status="completed", usage=_usage(turn), output=output)
        return done + _event("response.completed", response=ended)

    def error(self, turn: Turn, code: str) -> bytes:
        """`failed:` before a code makes it a response that failed; a bare code is an error event."""
        if code.startswith("failed:"):
            error = {"code": code.removeprefix("failed:"), "message": "as the script says"}
            ended = _response(turn, status="failed", usage=_usage(turn), error=error)
            return _event("response.failed", response=ended)
        return _event("error", code=code, message="as the script says", param=None)


def _event(name: str, **fields: object) -> bytes:
    return frame({"type": name, "sequence_number": 0, **fields}, name)


def _place(turn: Turn) -> dict[str, Any]:
    return {"item_id": f"msg_{turn.number}", "output_index": 0, "content_index": 0}


def _response(turn: Turn, *, status: str, **fields: object) -> Json:
    return {
        "id": f"resp_{turn.number}",
        "object": "response",
        "created_at": 0,
        "status": status,
        "model": turn.ask.model,
        "output": [],
        "error": None,
        "incomplete_details": None,
        "usage": None,
        **fields,
    }


def _usage(turn: Turn) -> Json:
    return {
        "input_tokens": turn.use.total,
        "input_tokens_details": {
            "cached_tokens": turn.use.read,
            "cache_write_tokens": sum(turn.use.written.values()),
        },
        "output_tokens": turn.output,
        "output_tokens_details": {"reasoning_tokens": turn.thinking},
        "total_tokens": turn.use.total + turn.output,
    }


def _schema(form: Json) -> Json:
    require(form.get("type") == "json_schema", "must be json_schema", "text.format.type")
    require(form.get("strict") is True and form.get("name"), "name and strict", "text.format")
    refusal = complaint(form["schema"], all_required=True)
    require(refusal is None, f"Invalid schema: {refusal}", "text.format.schema", "invalid_json_schema")
    return dict(form["schema"])


def _blocks(body: Json) -> list[Block]:
    messages = body.get("input") or []
    require(messages and messages[-1].get("role") == "user", "the last message must be the user's", "input")
    options = body.get("prompt_cache_options", {})
    ttl = _TTL[options.get("ttl", "30m")]
    blocks = [_block(part, ttl) for message in messages for part in message["content"]]
    if options.get("mode", "implicit") == "implicit":
        blocks[-1] = Block(blocks[-1].text, ttl)
    marks = sum(block.ttl is not None for block in blocks)
    require(marks <= _MAX_BREAKPOINTS, f"at most {_MAX_BREAKPOINTS} breakpoints", "input")
    return blocks


def _block(part: Json, ttl: float) -> Block:
    extra = min(part.keys() - {"type", "text", "prompt_cache_breakpoint"}, default=None)
    require(extra is None, f"Unknown parameter: '{extra}'.", extra, "unknown_parameter")
    require(part.get("type") == "input_text", "this fake takes text only", "input")
    require(part.get("text", "").strip(), "empty text", "input")
    mark = part.get("prompt_cache_breakpoint")
    require(mark is None or mark.get("mode") == "explicit", "mode must be explicit", "input")
    return Block(
        part["text"], _TTL[mark.get("ttl", "30m")] if mark and "ttl" in mark else ttl if mark else None
    )


@dataclass(kw_only=True)
class OpenAIServer(WireServer):
    """OpenAI on 127.0.0.1; `async with OpenAIServer() as server`, then `server.url`.

    `json_object` makes its Chat Completions those of a server that takes a schema only beside that type.
    """

    json_object: bool = False

    lookback = 1
    request_id_header = "x-request-id"
    unauthorized = "invalid_api_key"

    @property
    def url(self) -> str:
        return f"{super().url}/v1"

    def endpoints(self) -> Sequence[Endpoint]:
        return [Responses(), ChatCompletions(json_object=self.json_object)]

    def refusal(self, number: int, refused: Refused) -> Json:  # noqa: ARG002  the port's
        type_ = "insufficient_quota" if refused.code == "insufficient_quota" else "invalid_request_error"
        error = {"message": refused.message, "type": type_, "param": refused.param, "code": refused.code}
        return {"error": error}

    def models(self) -> Collection[str]:
        return MODELS | LOCAL_MODELS

    def code_of(self, status: int) -> str:
        return _CODES.get(status, "server_error")


if __name__ == "__main__":
    run(OpenAIServer)
