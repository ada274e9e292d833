from __future__ import annotations

import pytest

from core.errors import (
    ModelDeclined,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplyTruncated,
    ReplyUnusable,
)
from core.llm.failover import Failover
from core.llm.provider import Progress
from core.llm.usage import Usage
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import CALL, ask, progress


def scripted(name: str, *plays: Play | str | ModelError) -> Scripted:
    return Scripted(plays, name=name, model=f"{name}-1")


async def test_the_first_choice_answers_alone() -> None:
    facts = Facts()
    second = scripted("openai")
    provider = Failover([scripted("anthropic", "{}"), second], emit=facts)
    reply = await ask(provider)
    assert (provider.name, reply.provider, reply.skipped) == ("anthropic", "anthropic", ())
    assert (second.calls, facts.seen) == ([], [])


@pytest.mark.parametrize("error", [ModelUnavailable, ModelRejected, ReplyTruncated, ReplyUnusable])
async def test_the_next_answers_and_the_reply_says_who_was_skipped(error: type[ModelError]) -> None:
    facts = Facts()
    failing = scripted("anthropic", error("anthropic", "overloaded", status=529))
    reply = await ask(Failover([failing, scripted("openai", "{}")], emit=facts))
    assert (reply.provider, reply.skipped) == ("openai", (("anthropic", "overloaded"),))
    assert facts.seen == [
        (
            "model_failover",
            {
                "provider": "anthropic",
                "following": "openai",
                "kind": error.__name__,
                "cause": "overloaded",
                "status": 529,
            },
        )
    ]


async def test_skips_add_up_in_order_through_nested_failovers() -> None:
    inner = Failover([scripted("b", unavailable("b")), scripted("c", "{}")], emit=Facts())
    reply = await ask(Failover([scripted("a", unavailable("a")), inner], emit=Facts()))
    assert reply.skipped == (("a", "overloaded"), ("b", "overloaded"))


async def test_a_model_that_declines_is_not_gone_around() -> None:
    second = scripted("openai", "{}")
    with pytest.raises(ModelDeclined):
        await ask(Failover([scripted("anthropic", ModelDeclined("anthropic", "no")), second], emit=Facts()))
    assert second.calls == []


async def test_when_all_fail_the_last_error_is_raised() -> None:
    facts = Facts()
    providers = [scripted("a", unavailable("a")), scripted("b", ModelRejected("b", "wrong key"))]
    with pytest.raises(ModelRejected, match="b: wrong key"):
        await ask(Failover(providers, emit=facts))
    assert facts.count("model_failover") == 1


async def test_progress_starts_over_under_the_name_of_the_next() -> None:
    providers = [
        scripted("a", Play(progress=(3,), end=unavailable("a"))),
        scripted("b", Play(progress=(1,))),
    ]
    assert await progress(Failover(providers, emit=Facts())) == [("a", 3), ("b", 0), ("b", 1)]


async def test_a_name_stands_for_the_model_until_it_is_known() -> None:
    providers = [scripted("a", Play(progress=(), end=unavailable("a"))), scripted("b", "{}")]
    steps = [step async for step in Failover(providers, emit=Facts()).complete(CALL)]
    assert [step.model for step in steps] == ["b", "b-1", "b-1"]


def billed(name: str, kind: type[ModelError]) -> ModelError:
    return kind(name, "no", usage=Usage(provider=name, model=f"{name}-1", task="draft", output=7))


async def test_the_reply_tells_what_the_providers_before_it_cost() -> None:
    first = scripted("anthropic", billed("anthropic", ReplyUnusable))
    reply = await ask(Failover([first, scripted("openai", "{}")], emit=Facts()))
    assert [(usage.provider, usage.output) for usage in reply.billed] == [("anthropic", 7), ("openai", 500)]


@pytest.mark.parametrize("kind", [ModelDeclined, ModelUnavailable])
async def test_the_error_that_ends_the_call_tells_what_all_of_them_cost(kind: type[ModelError]) -> None:
    both = [
        scripted("anthropic", billed("anthropic", ReplyTruncated)),
        scripted("openai", billed("openai", kind)),
    ]
    with pytest.raises(kind) as caught:
        await ask(Failover(both, emit=Facts()))
    assert [usage.provider for usage in caught.value.billed] == ["anthropic", "openai"]


async def test_who_gives_up_at_a_later_provider_knows_what_those_before_it_cost() -> None:
    first = scripted("anthropic", billed("anthropic", ReplyTruncated))
    chain = Failover([first, scripted("openai", Play(progress=(1,)))], emit=Facts())
    told = [step async for step in chain.complete(CALL) if isinstance(step, Progress)]
    assert [(step.provider, [usage.output for usage in step.billed]) for step in told] == [
        ("anthropic", []),
        ("openai", [7]),
        ("openai", [7]),
    ]
