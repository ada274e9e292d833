"""A fake of Anthropic's Messages API that is stricter than the original.

`python -m tests.fakes.anthropic_server --port 8101`, then ANTHROPIC_BASE_URL=http://127.0.0.1:8101.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tests.fakes.llm.caching import Block
from tests.fakes.llm.faults import Break
from tests.fakes.llm.schemas import complaint
from tests.fakes.llm.serving import Ask, Endpoint, Json, Refused, Turn, WireServer, frame, run

# Tokens below which a prefix is not cached.
MODELS = {
    "claude-haiku-5-5": 512,
    "claude-sonnet-5-5": 512,
    "claude-opus-5-5": 512,
    "claude-sonnet-4-6": 1024,
    "claude-haiku-4-5": 4096,
}
_THINKERS = frozenset({"claude-sonnet-5-5", "claude-opus-5-5"})
_TTL = {"5m": 300.0, "1h": 3600.0}  # seconds
_FIELDS = frozenset(
    {"max_tokens", "messages", "metadata", "model", "output_config", "stream", "system", "thinking"}
)
_EFFORTS = frozenset({"low", "medium", "high", "xhigh", "max"})
_MAX_BREAKPOINTS = 4
_MAX_TOKENS = 64_000
_CODES = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    504: "timeout_error",
    529: "overloaded_error",
}


def _require(condition: object, message: str) -> None:
    if not condition:
        raise Refused(400, "invalid_request_error", message)


class Messages:
    """POST /v1/messages."""

    path = "/v1/messages"

    def read(self, body: Json, headers: Mapping[str, str]) -> Ask:
        _require(headers.get("anthropic-version"), "anthropic-version: header is required")
        for name in ("temperature", "top_p", "top_k"):
            _require(name not in body, f"{name}: not supported by this model")
        forced = body.get("tool_choice", {}).get("type") in {"any", "tool"}
        _require(not forced, "tool_choice: forced tool use is not supported by this model")
        extra = min(body.keys() - _FIELDS, default=None)
        _require(extra is None, f"{extra}: Extra inputs are not permitted")
        model = body.get("model", "")
        if model not in MODELS:
            raise Refused(404, "not_found_error", f"model: {model}")
        _require(0 < body.get("max_tokens", 0) <= _MAX_TOKENS, "max_tokens: out of range")
        _require(body.get("stream") is True, "stream: this fake only streams")
        blocks = [*_system(body), *_messages(body)]
        _check_breakpoints(blocks)
        config = body.get("output_config", {})
        _check_output(config)
        thinking = body.get("thinking", {}).get("type")
        _require(thinking != "disabled" or model == "claude-haiku-5-5", "thinking: cannot be disabled")
        return Ask(
            model=model,
            blocks=blocks,
            prompt="\n".join(block["text"] for block in body["messages"][-1]["content"]),
            scope=(model, str(config.get("effort")), json.dumps(config.get("format"))),
            minimum=MODELS[model],
            thinks=model in _THINKERS and thinking != "between_tools",
        )

    def opening(self, turn: Turn) -> bytes:
        message: Json = {
            "id": f"msg_{turn.number}",
            "type": "message",
            "role": "assistant",
            "model": turn.ask.model,
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {**_input_usage(turn), "output_tokens": 1, "service_tier": "standard"},
        }
        frames = [_event("message_start", message=message), _event("ping")]
        if turn.ask.thinks:
            frames += _thinking()
        text = {"type": "text", "text": ""}
        return b"".join([*frames, _event("content_block_start", index=_index(turn), content_block=text)])

    def piece(self, turn: Turn, text: str) -> bytes:
        delta = {"type": "text_delta", "text": text}
        return _event("content_block_delta", index=_index(turn), delta=delta)

    def closing(self, turn: Turn, kind: Break | None) -> bytes:
        reasons = {Break.TRUNCATED: "max_tokens", Break.DECLINED: "refusal", None: "end_turn"}
        details = {"type": "refusal", "category": "cyber", "explanation": None}
        delta = {
            "stop_reason": reasons[kind],
            "stop_sequence": None,
            "stop_details": details if kind is Break.DECLINED else None,
        }
        usage = {
            **_input_usage(turn),
            "output_tokens": turn.output,
            "output_tokens_details": {"thinking_tokens": turn.thinking},
        }
        del usage["cache_creation"]  # the end of a stream does not repeat it
        return b"".join(
            [
                _event("content_block_stop", index=_index(turn)),
                _event("message_delta", delta=delta, usage=usage),
                _event("message_stop"),
            ]
        )

    def error(self, turn: Turn, code: str) -> bytes:
        error = {"type": code, "message": "as the script says"}
        return _event("error", error=error, request_id=f"req_{turn.number}")


def _event(name: str, **fields: object) -> bytes:
    return frame({"type": name, **fields}, name)


def _index(turn: Turn) -> int:
    return 1 if turn.ask.thinks else 0


def _thinking() -> list[bytes]:
    empty = {"type": "thinking", "thinking": "", "signature": ""}
    return [
        _event("content_block_start", index=0, content_block=empty),
        _event("content_block_delta", index=0, delta={"type": "thinking_delta", "thinking": '{"nodes": [}'}),
        _event("content_block_delta", index=0, delta={"type": "signature_delta", "signature": "c2lnbmVk"}),
        _event("content_block_stop", index=0),
    ]


def _input_usage(turn: Turn) -> dict[str, Any]:
    written = turn.use.written
    return {
        "input_tokens": turn.use.uncached,
        "cache_read_input_tokens": turn.use.read,
        "cache_creation_input_tokens": sum(written.values()),
        "cache_creation": {
            "ephemeral_5m_input_tokens": written.get(_TTL["5m"], 0),
            "ephemeral_1h_input_tokens": written.get(_TTL["1h"], 0),
        },
    }


def _system(body: Json) -> list[Block]:
    return [_block(block) for block in body.get("system", [])]


def _messages(body: Json) -> list[Block]:
    messages = body.get("messages") or []
    _require(messages, "messages: at least one message is required")
    _require(messages[-1].get("role") == "user", "messages: prefill is not supported by this model")
    for message in messages:
        _require(isinstance(message.get("content"), list), "messages: this fake takes blocks only")
    return [_block(block) for message in messages for block in message["content"]]


def _block(block: Json) -> Block:
    extra = min(block.keys() - {"type", "text", "cache_control"}, default=None)
    _require(extra is None, f"{extra}: Extra inputs are not permitted")
    _require(block.get("type") == "text", "messages: this fake takes text blocks only")
    _require(block.get("text", "").strip(), "text content blocks must be non-empty")
    control = block.get("cache_control")
    if control is None:
        return Block(block["text"])
    _require(control.get("type") == "ephemeral", "cache_control.type: must be ephemeral")
    _require(control.get("ttl", "5m") in _TTL, "cache_control.ttl: must be 5m or 1h")
    return Block(block["text"], _TTL[control.get("ttl", "5m")])


def _check_breakpoints(blocks: Sequence[Block]) -> None:
    ttls = [block.ttl for block in blocks if block.ttl is not None]
    _require(len(ttls) <= _MAX_BREAKPOINTS, f"at most {_MAX_BREAKPOINTS} blocks with cache_control")
    _require(ttls == sorted(ttls, reverse=True), "a ttl of 1h must not come after a ttl of 5m")


def _check_output(config: Json) -> None:
    extra = min(config.keys() - {"effort", "format"}, default=None)
    _require(extra is None, f"output_config.{extra}: Extra inputs are not permitted")
    _require(config.get("effort", "high") in _EFFORTS, "output_config.effort: unknown")
    if form := config.get("format"):
        _require(form.get("type") == "json_schema", "output_config.format.type: must be json_schema")
        _require(form.keys() == {"type", "schema"}, "output_config.format: type and schema, nothing else")
        refusal = complaint(form["schema"], all_required=False)
        _require(refusal is None, f"output_config.format.schema: {refusal}")


class AnthropicServer(WireServer):
    """Anthropic on 127.0.0.1; `async with AnthropicServer() as server`, then `server.url`."""

    lookback = 20
    request_id_header = "request-id"
    unauthorized = "authentication_error"

    def endpoints(self) -> Sequence[Endpoint]:
        return [Messages()]

    def refusal(self, number: int, refused: Refused) -> Json:
        error = {"type": refused.code, "message": refused.message}
        return {"type": "error", "error": error, "request_id": f"req_{number}"}

    def models(self) -> Collection[str]:
        return MODELS.keys()

    def code_of(self, status: int) -> str:
        return _CODES.get(status, "api_error")


if __name__ == "__main__":
    run(AnthropicServer)
