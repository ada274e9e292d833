"""How every adapter fails, and how it is left, over the wire against its fake."""

from __future__ import annotations

import asyncio
import traceback
from contextlib import aclosing

import pytest

from core.errors import ModelDeclined, ModelError, ModelRejected, ModelUnavailable, ReplyTruncated
from core.llm.prompting import SYSTEM
from core.llm.provider import Progress
from tests.contract.providers import PAIRS, Adapter, Pair, ask, call, until
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


@pytest.mark.parametrize("fault", [DROPPED, ENDED], ids=lambda fault: fault.kind.name)
async def test_a_stream_that_ends_early_is_unavailable(
    server: WireServer, provider: Adapter, fault: Fault
) -> None:
    server.script.add(fault)
    error = await failure(provider)
    assert type(error) is ModelUnavailable
    assert error.request_id == "req_1"


async def test_a_stream_that_falls_silent_is_unavailable(pair: Pair, server: WireServer) -> None:
    server.script.add(STALLED)
    async with aclosing(pair.provider(server, idle_timeout=1.0)) as provider:
        error = await failure(provider)
    assert type(error) is ModelUnavailable
    assert error.cause == "ReadTimeout"


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


async def test_a_probe_accepts_a_key_and_a_model_that_work(server: WireServer, provider: Adapter) -> None:
    await provider.probe()
    assert [request.body for request in server.requests] == [{}]


async def test_a_probe_tells_a_wrong_key_a_wrong_model_and_a_busy_server(
    pair: Pair, server: WireServer, provider: Adapter
) -> None:
    for settings, kind in (({"api_key": "wrong"}, ModelRejected), ({"model": "no-such"}, ModelRejected)):
        async with aclosing(pair.provider(server, **settings)) as wrong:
            with pytest.raises(kind):
                await wrong.probe()
    server.script.add(status(503))
    with pytest.raises(ModelUnavailable):
        await provider.probe()


async def test_no_error_shows_the_key_or_a_word_of_the_prompt(pair: Pair, server: WireServer) -> None:
    async with aclosing(pair.provider(server, api_key="fake-key-that-is-wrong")) as provider:
        error = await failure(provider)
        shown = "".join(traceback.format_exception(error)) + repr(error) + repr(provider)
    assert type(error) is ModelRejected
    assert error.status == 401
    assert "fake-key" not in shown
    assert "agency" not in shown


async def test_a_garbled_stream_is_unavailable(server: WireServer, provider: Adapter) -> None:
    server.script.add(Fault(kind=Break.GARBLED), Fault(kind=Break.GARBLED, code="bytes"))
    assert (await failure(provider)).cause == "JSONDecodeError"
    assert (await failure(provider)).cause == "UnicodeDecodeError"


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
