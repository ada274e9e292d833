"""The fakes refuse what the providers refuse, count tokens as they do, and fail when told to."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from core.graph.rules import validate
from core.llm.prompting import render
from core.llm.replies import parse
from core.llm.wire import SCHEMA
from tests.contract.providers import Hands, call, repair
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.caching import Block, PromptCache
from tests.fakes.llm.drafting import draft, passages
from tests.fakes.llm.faults import Script, status
from tests.fakes.llm.schemas import MAX_OPTIONAL, MAX_UNIONS, complaint
from tests.fakes.llm.serving import KEY, WireServer
from tests.fakes.openai_server import OpenAIServer

Body = dict[str, Any]
Change = Callable[[Body], object]

TEXT = {"type": "text", "text": "Should we hire or wait?"}
CLAUDE: Body = {
    "model": "claude-haiku-5-5",
    "max_tokens": 100,
    "stream": True,
    "system": [{"type": "text", "text": "Draft.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
    "messages": [{"role": "user", "content": [TEXT]}],
    "output_config": {"effort": "low", "format": {"type": "json_schema", "schema": SCHEMA}},
}
FORMAT = {"type": "json_schema", "name": "graph", "strict": True, "schema": SCHEMA}
INPUT = {"type": "input_text", "text": "Should we hire or wait?"}
MARKED = {**INPUT, "prompt_cache_breakpoint": {"mode": "explicit"}}
RESPONSE: Body = {
    "model": "gpt-6-luna",
    "max_output_tokens": 100,
    "stream": True,
    "store": False,
    "input": [{"role": "user", "content": [INPUT]}],
    "text": {"format": FORMAT},
}
CHAT: Body = {
    "model": "local-model",
    "max_tokens": 100,
    "stream": True,
    "stream_options": {"include_usage": True},
    "messages": [{"role": "system", "content": "Draft."}, {"role": "user", "content": "Hire or wait?"}],
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "g", "strict": True, "schema": SCHEMA},
    },
}
WIRES = [
    (AnthropicServer, "/v1/messages", CLAUDE),
    (OpenAIServer, "/responses", RESPONSE),
    (OpenAIServer, "/chat/completions", CHAT),
]


async def send(server: WireServer, path: str, body: object, *, key: str = KEY) -> tuple[int, str]:
    headers = {"Authorization": f"Bearer {key}", "anthropic-version": "2026-10-21"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(server.url + path, json=body, headers=headers) as answer,
    ):
        return answer.status, await answer.text()


def changed(body: Body, change: Change) -> Body:
    body = deepcopy(body)
    change(body)
    return body


def events(stream: str) -> Iterator[Body]:
    for line in stream.splitlines():
        if line.startswith("data: {"):
            yield json.loads(line.removeprefix("data: "))


def mark(ttl: str) -> Body:
    return {**TEXT, "cache_control": {"type": "ephemeral", "ttl": ttl}}


def schema_with(**keywords: object) -> Body:
    return {
        "type": "object",
        "properties": {"a": {"type": "number", **keywords}},
        "required": ["a"],
        "additionalProperties": False,
    }


# What is refused


@pytest.mark.parametrize(("kind", "path", "body"), WIRES)
async def test_a_good_request_is_answered_and_a_wrong_key_is_not(
    kind: Callable[[], WireServer], path: str, body: Body
) -> None:
    async with kind() as server:
        assert (await send(server, path, body))[0] == 200
        number, text = await send(server, path, body, key="wrong")
        assert number == 401
        assert "error" in json.loads(text)
        assert (await send(server, path, "not an object"))[0] in {400, 404}


CLAUDE_REFUSES: dict[str, Change] = {
    "temperature": lambda b: b.update(temperature=0),
    "top_p": lambda b: b.update(top_p=1),
    "top_k": lambda b: b.update(top_k=1),
    "forced tool use": lambda b: b.update(tool_choice={"type": "any"}),
    "unknown field": lambda b: b.update(seed=1),
    "unknown effort": lambda b: b["output_config"].update(effort="none"),
    "unknown output": lambda b: b["output_config"].update(verbosity="low"),
    "no stream": lambda b: b.update(stream=False),
    "no room": lambda b: b.update(max_tokens=0),
    "no message": lambda b: b.update(messages=[]),
    "prefill": lambda b: b["messages"].append({"role": "assistant", "content": [TEXT]}),
    "text without blocks": lambda b: b["messages"].append({"role": "user", "content": "text"}),
    "empty block": lambda b: b["messages"][0]["content"].append({"type": "text", "text": " "}),
    "unknown block": lambda b: b["messages"][0]["content"].append({"type": "document"}),
    "unknown key": lambda b: b["messages"][0]["content"].append({**TEXT, "citations": {}}),
    "unknown lifetime": lambda b: b["messages"][0]["content"].append(mark("2h")),
    "five breakpoints": lambda b: b["messages"][0]["content"].extend([mark("5m")] * 4),
    "1h after 5m": lambda b: b["messages"][0]["content"].extend([mark("5m"), mark("1h")]),
    "other format": lambda b: b["output_config"].update(format={"type": "json"}),
    "named format": lambda b: b["output_config"]["format"].update(name="graph"),
    "bad schema": lambda b: b["output_config"]["format"].update(schema=schema_with(minimum=0)),
    "thinking off": lambda b: b.update(model="claude-opus-5-5", thinking={"type": "disabled"}),
}


@pytest.mark.parametrize("name", CLAUDE_REFUSES)
async def test_claude_refuses(name: str) -> None:
    async with AnthropicServer() as server:
        number, text = await send(server, "/v1/messages", changed(CLAUDE, CLAUDE_REFUSES[name]))
    assert number == 400
    assert json.loads(text)["error"]["type"] == "invalid_request_error"


RESPONSES_REFUSES: dict[str, Change] = {
    "temperature": lambda b: b.update(temperature=0),
    "top_p": lambda b: b.update(top_p=1),
    "unknown field": lambda b: b.update(seed=1),
    "storing": lambda b: b.update(store=True),
    "no stream": lambda b: b.update(stream=False),
    "no room": lambda b: b.update(max_output_tokens=0),
    "unknown effort": lambda b: b.update(reasoning={"effort": "maximal"}),
    "no input": lambda b: b.update(input=[]),
    "empty text": lambda b: b["input"][0]["content"].append({"type": "input_text", "text": ""}),
    "image": lambda b: b["input"][0]["content"].append({"type": "input_image", "text": "x"}),
    "unknown key": lambda b: b["input"][0]["content"].append({**INPUT, "cache_control": {}}),
    "five breakpoints": lambda b: b["input"][0]["content"].extend([MARKED] * 5),
    "not strict": lambda b: b["text"]["format"].update(strict=False),
    "not a schema": lambda b: b["text"].update(format={"type": "json_object"}),
    "optional property": lambda b: b["text"]["format"].update(schema={**schema_with(), "required": []}),
}


@pytest.mark.parametrize("name", RESPONSES_REFUSES)
async def test_openai_refuses(name: str) -> None:
    async with OpenAIServer() as server:
        number, text = await send(server, "/responses", changed(RESPONSE, RESPONSES_REFUSES[name]))
    assert number == 400
    assert json.loads(text)["error"]["code"] in {"invalid_value", "unknown_parameter", "invalid_json_schema"}


CHAT_REFUSES: dict[str, Change] = {
    "temperature": lambda b: b.update(temperature=0),
    "prompt cache": lambda b: b.update(prompt_cache_key="k"),
    "no usage": lambda b: b.pop("stream_options"),
    "blocks": lambda b: b["messages"][1].update(content=[TEXT]),
    "no system": lambda b: b["messages"].pop(0),
    "json_object": lambda b: b.update(response_format={"type": "json_object", "schema": SCHEMA}),
    "bounds": lambda b: b["response_format"]["json_schema"].update(schema=schema_with(maximum=1)),
}


@pytest.mark.parametrize("name", CHAT_REFUSES)
async def test_chat_refuses(name: str) -> None:
    async with OpenAIServer() as server:
        assert (await send(server, "/chat/completions", changed(CHAT, CHAT_REFUSES[name])))[0] == 400


def test_schemas_outside_the_common_subset_are_refused() -> None:
    optional = {f"p{i}": {"type": "string"} for i in range(MAX_OPTIONAL + 1)}
    unions = {f"p{i}": {"type": ["string", "null"]} for i in range(MAX_UNIONS + 1)}
    deep: Body = {"type": "string"}
    for _ in range(12):
        deep = {"type": "object", "properties": {"a": deep}, "required": ["a"], "additionalProperties": False}
    loop = {**schema_with(), "properties": {"a": {"$ref": "#/$defs/A"}}}
    loop["$defs"] = {"A": {"anyOf": [{"$ref": "#/$defs/A"}]}}
    bad = [
        {"type": "array", "items": {"type": "string"}},
        {**schema_with(), "additionalProperties": True},
        {"type": "object", "properties": {}},
        schema_with(minLength=1),
        {**schema_with(), "properties": {"a": {"type": "array", "items": {"type": "string"}, "maxItems": 3}}},
        {**schema_with(), "properties": optional, "required": []},
        {**schema_with(), "properties": unions, "required": list(unions)},
        deep,
        loop,
    ]
    assert [schema for schema in bad if complaint(schema, all_required=False) is None] == []
    assert complaint({**schema_with(), "required": []}, all_required=False) is None
    assert complaint({**schema_with(), "required": []}, all_required=True) is not None


# The prompt cache


def test_a_prefix_below_the_minimum_is_silently_not_stored() -> None:
    cache = PromptCache(Hands(), lookback=20)
    blocks = [Block("x" * 400, 300.0), Block("task")]
    assert [cache.use(["m"], blocks, minimum=101).read for _ in range(2)] == [0, 0]
    first, second = (cache.use(["m"], blocks, minimum=100) for _ in range(2))
    assert (first.written, first.uncached, first.read) == ({300.0: 100}, 1, 0)
    assert (second.written, second.uncached, second.read) == ({}, 1, 100)
    assert first.total == second.total == 101


def test_a_change_of_scope_or_of_an_earlier_block_reads_nothing() -> None:
    cache = PromptCache(Hands(), lookback=20)
    cache.use(["m", "low"], [Block("a" * 40), Block("b" * 40, 300.0)], minimum=1)
    assert cache.use(["m", "high"], [Block("a" * 40), Block("b" * 40, 300.0)], minimum=1).read == 0
    assert cache.use(["m", "low"], [Block("A" * 40), Block("b" * 40, 300.0)], minimum=1).read == 0
    assert cache.use(["m", "low"], [Block("a" * 40), Block("b" * 40, 300.0)], minimum=1).read == 20


def test_a_breakpoint_looks_back_over_a_number_of_blocks() -> None:
    near, far = PromptCache(Hands(), lookback=1), PromptCache(Hands(), lookback=20)
    for cache, read in ((near, 0), (far, 10)):
        cache.use([], [Block("a" * 40, 300.0)], minimum=1)
        longer = [Block("a" * 40), Block("b" * 40, 300.0)]
        assert cache.use([], longer, minimum=1).read == read


def test_an_entry_ends_with_its_lifetime_unless_it_is_read() -> None:
    clock = Hands()
    cache = PromptCache(clock, lookback=20)
    blocks = [Block("a" * 40, 3600.0), Block("b" * 40, 300.0)]
    assert cache.use([], blocks, minimum=1).written == {3600.0: 10, 300.0: 10}
    clock.now += 299
    assert cache.use([], blocks, minimum=1).read == 20
    clock.now += 299
    assert cache.use([], blocks, minimum=1).read == 20
    clock.now += 301
    again = cache.use([], blocks, minimum=1)
    assert (again.read, again.written) == (10, {300.0: 10})


async def test_openai_marks_the_end_of_the_prompt_when_nobody_forbids_it() -> None:
    long = changed(RESPONSE, lambda b: b["input"][0]["content"].append({**INPUT, "text": "x" * 5000}))
    explicit = changed(long, lambda b: b.update(prompt_cache_options={"mode": "explicit"}))
    async with OpenAIServer() as server:
        cached = []
        for body in (explicit, explicit, long, long):
            *_, last = events((await send(server, "/responses", body))[1])
            cached.append(last["response"]["usage"]["input_tokens_details"]["cached_tokens"])
    assert cached[:3] == [0, 0, 0]
    assert cached[3] > 1024


# The reply


def test_the_drafted_graph_keeps_the_rules_and_cites_what_is_printed() -> None:
    for asked in (call(files=2), call(files=0), repair(call(files=1))):
        prompt = render(asked)
        text = draft("\n".join([*prompt.documents, prompt.task]))
        drafted = parse(text, asked, source="fake", model="", prompt_version="")
        assert drafted.dangling_citations == 0
        assert [v for v in validate(drafted.graph) if v.severity == "error"] == []


def test_a_prompt_without_a_brief_is_drafted_all_the_same() -> None:
    assert passages("Hello") == []
    assert json.loads(draft("Hello"))["title"] == "A decision"


def test_risks_are_drawn_when_they_are_asked_for() -> None:
    asked = "Risks and factors: yes"
    kinds = [node["kind"] for node in json.loads(draft(asked))["nodes"]]
    assert "risk" in kinds
    assert "risk" not in draft("Risks and factors: no")


# Faults


def test_faults_come_by_rate_and_the_same_way_for_the_same_seed() -> None:
    busy, down = status(429), status(503)
    runs = []
    for _ in range(2):
        script = Script(seed=7)
        script.rates = {busy: 0.2, down: 0.1}
        runs.append([script.next() for _ in range(1000)])
    assert runs[0] == runs[1]
    assert 150 < runs[0].count(busy) < 250
    assert 60 < runs[0].count(down) < 140


def test_the_queue_comes_before_the_rates() -> None:
    script = Script()
    script.rates = {status(500): 1.0}
    script.add(status(400), "text", None)
    assert [script.next() for _ in range(4)] == [status(400), "text", None, status(500)]


@pytest.mark.parametrize("module", ["anthropic_server", "openai_server"])
async def test_a_fake_can_be_started_by_hand(module: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"tests.fakes.{module}",
        "--latency=0",
        cwd=Path(__file__).parents[2],
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        line = (await process.stdout.readline()).decode()
    finally:
        process.terminate()
        await process.wait()
    assert line.startswith("http://127.0.0.1:")
    assert KEY in line
