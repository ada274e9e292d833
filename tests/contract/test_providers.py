"""What every adapter of a model provider keeps, over the wire against its fake."""

from __future__ import annotations

import asyncio
import json
import traceback
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from core.errors import ModelDeclined, ModelError, ModelRejected, ModelUnavailable, ReplyTruncated
from core.llm.prompting import SYSTEM, render
from core.llm.provider import Progress, Reply
from core.llm.wire import SCHEMA, WireGraph
from tests.contract.providers import CACHING, PAIRS, Adapter, Hands, Pair, ask, call, repair, until
from tests.fakes.llm.caching import tokens
from tests.fakes.llm.faults import (
    DECLINED,
    DROPPED,
    ENDED,
    OUT_OF_QUOTA,
    RATE_LIMITED,
    STALLED,
    TRUNCATED,
    Break,
    Fault,
    status,
    stream_error,
)
from tests.fakes.llm.serving import KEY, WireServer


@pytest.fixture(params=PAIRS)
def pair(request: pytest.FixtureRequest) -> Pair:
    return PAIRS[request.param]


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
async def server(pair: Pair, clock: Hands) -> AsyncIterator[WireServer]:
    async with pair.server(clock=clock) as server:
        yield server


@pytest.fixture
async def provider(pair: Pair, server: WireServer) -> AsyncIterator[Adapter]:
    provider = pair.provider(server, idle_timeout=0.3)
    yield provider
    await provider.aclose()


only_caching = pytest.mark.parametrize("pair", [PAIRS[name] for name in CACHING], ids=CACHING)


# A reply


async def test_the_reply_is_a_graph_that_follows_the_schema(provider: Adapter) -> None:
    _, reply = await ask(provider, call())
    graph = WireGraph.model_validate_json(reply.text)
    assert [node.label for node in graph.nodes if node.kind == "option"][:2] == ["Hire", "Use an agency"]
    assert any(edge.evidence and edge.evidence.document == "D1" for edge in graph.edges)


async def test_the_reply_names_its_provider_model_and_request(pair: Pair, provider: Adapter) -> None:
    _, reply = await ask(provider, call())
    assert (reply.provider, reply.model) == (provider.name, pair.settings["model"])
    assert (reply.usage.provider, reply.usage.model, reply.usage.task) == (
        provider.name,
        reply.model,
        "draft",
    )
    assert reply.request_id == "req_1"


async def test_progress_starts_at_zero_and_rises_by_whole_nodes(provider: Adapter) -> None:
    progress, reply = await ask(provider, call())
    counts = [step.nodes for step in progress]
    total = len(WireGraph.model_validate_json(reply.text).nodes)
    assert counts[0] == 0
    assert counts[-1] == total
    assert counts == sorted(set(counts))


async def test_progress_jumps_when_nodes_arrive_at_once(server: WireServer, provider: Adapter) -> None:
    server.piece = 100_000
    progress, reply = await ask(provider, call())
    total = len(WireGraph.model_validate_json(reply.text).nodes)
    assert [step.nodes for step in progress] == [0, total]


async def test_the_text_arrives_unchanged(server: WireServer, provider: Adapter) -> None:
    text = '{"title": "Größe 👩‍🚀 </brief>", "nodes": [], "edges": [], "rationales": []}'
    server.piece = 3
    server.script.add(text)
    _, reply = await ask(provider, call())
    assert reply.text == text


async def test_calls_at_the_same_time_do_not_mix(server: WireServer, provider: Adapter) -> None:
    server.delay = 0.001
    questions = [f"Should we take road {n} or wait?" for n in range(8)]
    replies = await asyncio.gather(*(ask(provider, call(question)) for question in questions))
    for n, (_, reply) in enumerate(replies):
        assert f"Take road {n}" in [node.label for node in WireGraph.model_validate_json(reply.text).nodes]
    assert server.busiest > 1


async def test_a_provider_can_be_used_again_after_it_was_closed(provider: Adapter) -> None:
    await ask(provider, call())
    await provider.aclose()
    await provider.aclose()
    _, reply = await ask(provider, call())
    assert reply.request_id == "req_2"


# The request


async def test_no_request_carries_sampling_or_tools(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    await ask(provider, repair(call()))
    for request in server.requests:
        assert not request.body.keys() & {"temperature", "top_p", "top_k", "tools", "tool_choice"}


async def test_the_schema_goes_out_as_it_is(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    assert json.dumps(SCHEMA) in json.dumps(server.requests[0].body)


async def test_documents_and_brief_stay_out_of_the_system_text(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    body = server.requests[0].body
    turns = body.get("input") or body["messages"]
    system = json.dumps(body.get("system") or turns[0])
    assert json.dumps(SYSTEM)[1:-1] in system
    assert "costs1.csv" not in system
    assert "costs1.csv" in json.dumps(turns[-1])


async def test_the_key_is_sent_as_a_bearer_and_recorded_nowhere(
    server: WireServer, provider: Adapter
) -> None:
    await ask(provider, call())
    assert server.requests[0].headers["authorization"] == "***"
    assert KEY not in repr(server.requests)


# Usage and the prompt cache


def prompt_tokens(reply: Reply) -> int:
    usage = reply.usage
    return usage.input + usage.cache_read + usage.cache_write_5m + usage.cache_write_1h


async def test_usage_counts_every_token_once_and_leaves_the_cost_open(provider: Adapter) -> None:
    _, first = await ask(provider, call())
    _, second = await ask(provider, call())
    assert prompt_tokens(first) == prompt_tokens(second) > tokens(len(SYSTEM))
    assert first.usage.output > first.usage.reasoning >= 0
    assert first.usage.cost is None


@only_caching
async def test_the_static_part_is_written_once_and_read_by_another_brief(provider: Adapter) -> None:
    _, first = await ask(provider, call("Should we hire or wait?", files=0))
    _, second = await ask(provider, call("Should we move or stay?", files=0))
    static = tokens(len(SYSTEM))
    assert first.usage.cache_read == 0
    assert first.usage.cache_write_5m + first.usage.cache_write_1h > static
    assert second.usage.cache_read == static


@only_caching
async def test_the_same_files_are_read_for_another_brief(provider: Adapter) -> None:
    await ask(provider, call("Should we hire or wait?", files=3))
    _, second = await ask(provider, call("Should we move or stay?", files=3))
    files = render(call(files=3)).documents[:-1]
    assert second.usage.cache_read == tokens(len(SYSTEM) + sum(map(len, files)))


@only_caching
async def test_a_repair_reads_documents_and_brief(provider: Adapter) -> None:
    await ask(provider, call(files=3))
    _, repaired = await ask(provider, repair(call(files=3)))
    stable = (SYSTEM, *render(call(files=3)).documents)
    assert repaired.usage.cache_read == tokens(sum(map(len, stable)))
    assert repaired.usage.cache_write_5m == repaired.usage.cache_write_1h == 0


@only_caching
async def test_documents_and_static_part_are_kept_for_their_lifetimes(
    pair: Pair, clock: Hands, provider: Adapter
) -> None:
    await ask(provider, call())
    clock.now += pair.document_lifetime - 1
    _, kept = await ask(provider, call())
    clock.now += pair.document_lifetime - 1  # reading renewed it
    _, renewed = await ask(provider, call())
    clock.now += pair.document_lifetime + 1
    _, expired = await ask(provider, call())
    clock.now += pair.static_lifetime + 1
    _, all_expired = await ask(provider, call())
    assert kept.usage.cache_read == renewed.usage.cache_read > tokens(len(SYSTEM))
    static_stays = pair.static_lifetime > pair.document_lifetime
    assert expired.usage.cache_read == (tokens(len(SYSTEM)) if static_stays else 0)
    assert all_expired.usage.cache_read == 0


async def test_claude_keeps_the_static_part_for_an_hour_and_the_rest_for_five_minutes() -> None:
    pair = PAIRS["anthropic"]
    async with pair.server() as server, aclosing(pair.provider(server)) as provider:
        _, reply = await ask(provider, call())
    assert reply.usage.cache_write_1h == tokens(len(SYSTEM))
    assert reply.usage.cache_write_5m > 0
    marks = [block.get("cache_control") for block in server.requests[0].body["messages"][0]["content"]]
    assert marks == [{"type": "ephemeral", "ttl": "5m"}, {"type": "ephemeral", "ttl": "5m"}, None]


@only_caching
async def test_another_effort_or_model_reads_nothing(pair: Pair, server: WireServer) -> None:
    other = "claude-opus-5-5" if pair is PAIRS["anthropic"] else "gpt-6-sol"
    for settings in ({}, {"effort": "high"}, {"model": other}):
        async with aclosing(pair.provider(server, **settings)) as provider:
            _, reply = await ask(provider, call())
        assert reply.usage.cache_read == 0


# Failures

UNAVAILABLE = [408, 409, 429, 500, 502, 503, 504, 529]
REJECTED = [400, 401, 403, 404, 413, 422]


async def failure(provider: Adapter) -> ModelError:
    with pytest.raises(ModelError) as caught:
        await ask(provider, call())
    return caught.value


async def test_a_status_that_passes_is_unavailable(server: WireServer, provider: Adapter) -> None:
    server.script.add(*map(status, UNAVAILABLE))
    for place, number in enumerate(UNAVAILABLE, start=1):
        error = await failure(provider)
        assert type(error) is ModelUnavailable
        assert (error.provider, error.status, error.request_id) == (provider.name, number, f"req_{place}")
        assert error.retry_after is None
        assert error.usage is None


async def test_a_status_that_stays_is_rejected(server: WireServer, provider: Adapter) -> None:
    server.script.add(*map(status, REJECTED))
    for place, number in enumerate(REJECTED, start=1):
        error = await failure(provider)
        assert type(error) is ModelRejected
        assert (error.status, error.request_id) == (number, f"req_{place}")
        assert str(number) in error.cause


async def test_nothing_is_retried_here(server: WireServer, provider: Adapter) -> None:
    server.script.add(RATE_LIMITED, status(503), DROPPED)
    for _ in range(3):
        await failure(provider)
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "7"}, 7.0),
        ({"retry_after": "7", "retry_after_ms": "1500"}, 1.5),
        ({"retry_after": "Sun, 22 Nov 2026 10:00:09 GMT", "date": "Sun, 22 Nov 2026 10:00:00 GMT"}, 9.0),
    ],
)
async def test_the_wait_that_a_server_asks_for_is_passed_on(
    server: WireServer, provider: Adapter, headers: dict[str, str], seconds: float
) -> None:
    server.script.add(status(429, **headers))
    assert (await failure(provider)).retry_after == seconds


async def test_the_server_may_overrule_its_status(server: WireServer, provider: Adapter) -> None:
    server.script.add(status(500, x_should_retry="false"), status(400, x_should_retry="true"))
    assert type(await failure(provider)) is ModelRejected
    assert type(await failure(provider)) is ModelUnavailable


async def test_an_error_in_the_stream_is_unavailable(
    pair: Pair, server: WireServer, provider: Adapter
) -> None:
    server.script.add(stream_error(pair.stream_error))
    error = await failure(provider)
    assert type(error) is ModelUnavailable
    assert pair.stream_error in error.cause
    assert error.request_id == "req_1"


@pytest.mark.parametrize("fault", [DROPPED, STALLED, ENDED], ids=lambda fault: fault.kind.name)
async def test_a_stream_that_ends_early_is_unavailable(
    server: WireServer, provider: Adapter, fault: Fault
) -> None:
    server.script.add(fault)
    error = await failure(provider)
    assert type(error) is ModelUnavailable
    assert error.request_id == "req_1"


@pytest.mark.parametrize("after", [0, 1, 1000])
async def test_a_stream_may_end_anywhere(server: WireServer, provider: Adapter, after: int) -> None:
    server.script.add(Fault(kind=Break.DROPPED, after=after), Fault(kind=Break.ENDED, after=after))
    assert type(await failure(provider)) is ModelUnavailable
    assert type(await failure(provider)) is ModelUnavailable


async def test_claude_reports_usage_before_a_stream_breaks() -> None:
    pair = PAIRS["anthropic"]
    async with pair.server() as server, aclosing(pair.provider(server)) as provider:
        server.script.add(DROPPED)
        error = await failure(provider)
    assert error.usage is not None
    assert error.usage.cache_write_1h == tokens(len(SYSTEM))


async def test_a_truncated_reply_says_what_it_cost(server: WireServer, provider: Adapter) -> None:
    server.script.add(TRUNCATED)
    error = await failure(provider)
    assert type(error) is ReplyTruncated
    assert error.usage is not None
    assert error.usage.output > 0
    assert error.request_id == "req_1"


async def test_a_refusal_is_declined_and_says_what_it_cost(server: WireServer, provider: Adapter) -> None:
    server.script.add(DECLINED)
    error = await failure(provider)
    assert type(error) is ModelDeclined
    assert error.usage is not None
    assert error.usage.output > 0


async def test_nobody_listening_is_unavailable(pair: Pair) -> None:
    async with pair.server() as server:
        pass
    async with aclosing(pair.provider(server)) as provider:
        error = await failure(provider)
    assert type(error) is ModelUnavailable
    assert error.cause == "ConnectError"


async def test_a_key_that_no_header_can_hold_is_rejected(pair: Pair, server: WireServer) -> None:
    async with aclosing(pair.provider(server, api_key=f"{KEY}\n")) as provider:
        error = await failure(provider)
    assert type(error) is ModelRejected
    assert KEY not in "".join(traceback.format_exception(error))


async def test_an_unknown_model_is_rejected(pair: Pair, server: WireServer) -> None:
    async with aclosing(pair.provider(server, model="no-such-model")) as provider:
        error = await failure(provider)
    assert type(error) is ModelRejected
    assert error.status == 404


async def test_no_error_shows_the_key_or_a_word_of_the_prompt(pair: Pair, server: WireServer) -> None:
    async with aclosing(pair.provider(server, api_key="fake-key-that-is-wrong")) as provider:
        error = await failure(provider)
        shown = "".join(traceback.format_exception(error)) + repr(error) + repr(provider)
    assert type(error) is ModelRejected
    assert error.status == 401
    assert "fake-key" not in shown
    assert "agency" not in shown


async def test_a_page_that_is_no_stream_is_unavailable(server: WireServer, provider: Adapter) -> None:
    server.script.add(Fault(kind=Break.GARBLED, after=0))
    assert type(await failure(provider)) is ModelUnavailable


# OpenAI's own failures


async def test_a_spent_quota_is_not_asked_again() -> None:
    for pair in (PAIRS["openai"], PAIRS["chat"]):
        async with pair.server() as server, aclosing(pair.provider(server)) as provider:
            server.script.add(OUT_OF_QUOTA)
            error = await failure(provider)
        assert type(error) is ModelRejected
        assert error.status == 429
        assert "insufficient_quota" in error.cause


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("server_error", ModelUnavailable),
        ("rate_limit_exceeded", ModelUnavailable),
        ("bio_policy", ModelDeclined),
        ("invalid_prompt", ModelDeclined),
        ("data_residency_mismatch", ModelRejected),
    ],
)
async def test_a_response_that_failed_says_why_and_what_it_cost(code: str, kind: type[ModelError]) -> None:
    pair = PAIRS["openai"]
    async with pair.server() as server, aclosing(pair.provider(server)) as provider:
        server.script.add(stream_error(f"failed:{code}"))
        error = await failure(provider)
    assert type(error) is kind
    assert error.cause == code
    assert error.usage is not None


async def test_a_request_at_fault_is_rejected_even_in_the_stream() -> None:
    pair = PAIRS["anthropic"]
    async with pair.server() as server, aclosing(pair.provider(server)) as provider:
        server.script.add(stream_error("invalid_request_error"))
        error = await failure(provider)
    assert type(error) is ModelRejected


async def test_a_local_server_needs_no_key() -> None:
    pair = PAIRS["chat"]
    async with pair.server(key="none") as server, aclosing(pair.provider(server, api_key="")) as provider:
        _, reply = await ask(provider, call())
    assert reply.text


# Leaving early


async def test_cancelling_closes_the_stream_and_passes_through(server: WireServer, provider: Adapter) -> None:
    server.delay = 0.01
    started = asyncio.Event()

    async def listen() -> None:
        async for _ in provider.complete(call()):
            started.set()

    task = asyncio.ensure_future(listen())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: server.abandoned == 1)


async def test_cancelling_before_the_first_byte_passes_through(server: WireServer, provider: Adapter) -> None:
    server.latency = 60.0
    task = asyncio.ensure_future(ask(provider, call()))
    await until(lambda: bool(server.busiest))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await until(lambda: server.abandoned == 1)


async def test_closing_the_iterator_closes_the_stream(server: WireServer, provider: Adapter) -> None:
    server.delay = 0.01
    async with aclosing(provider.complete(call())) as steps:
        first = await anext(steps)
    assert isinstance(first, Progress)
    await until(lambda: server.abandoned == 1)


async def test_one_caller_that_leaves_does_not_disturb_another(server: WireServer, provider: Adapter) -> None:
    server.delay = 0.002
    leaving = asyncio.ensure_future(ask(provider, call()))
    staying = asyncio.ensure_future(ask(provider, call("Should we move or stay?")))
    await until(lambda: server.busiest == 2)
    leaving.cancel()
    _, reply = await staying
    assert "Move" in reply.text
    with pytest.raises(asyncio.CancelledError):
        await leaving
