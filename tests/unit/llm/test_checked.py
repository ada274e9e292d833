from __future__ import annotations

from dataclasses import replace

import pytest

from core.errors import ModelUnavailable, ReplyUnusable
from core.llm.checked import Checked
from core.llm.provider import ModelCall, Progress, Reply
from tests.fakes.facts import Facts
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import CALL, ask, progress


def is_json(reply: Reply, call: ModelCall) -> None:
    assert call is CALL
    if reply.text != "{}":
        raise ReplyUnusable("check", "not JSON")


async def test_a_good_reply_passes() -> None:
    inner = Scripted(["{}"])
    assert (await ask(Checked(inner, check=is_json, emit=Facts()))).text == "{}"
    assert len(inner.calls) == 1


async def test_an_unusable_reply_is_asked_for_once_more() -> None:
    facts = Facts()
    inner = Scripted([Play(end="nonsense", progress=(2, 5)), Play(progress=(1,))])
    assert [n for _, n in await progress(Checked(inner, check=is_json, emit=facts))] == [2, 5, 0, 1]
    assert facts.seen == [
        (
            "model_reply_unusable",
            {
                "provider": "scripted",
                "model": "scripted-1",
                "attempt": 1,
                "cause": "not JSON",
                "request_id": "req_1",
            },
        )
    ]


async def test_a_second_unusable_reply_is_an_error_with_what_was_billed() -> None:
    inner = Scripted(["nonsense", "more of it", "{}"])
    with pytest.raises(ReplyUnusable, match="scripted: not JSON") as caught:
        await ask(Checked(inner, check=is_json, emit=Facts()))
    assert len(inner.calls) == 2
    assert caught.value.usage is not None
    assert caught.value.usage.output == 500
    assert caught.value.request_id == "req_1"
    assert [usage.output for usage in caught.value.billed] == [500, 500]


async def test_the_reply_that_stands_tells_what_the_one_before_it_cost() -> None:
    reply = await ask(Checked(Scripted(["nonsense", "{}"]), check=is_json, emit=Facts()))
    assert [usage.output for usage in reply.spent] == [500]
    assert [usage.output for usage in reply.billed] == [500, 500]


async def test_what_was_spent_inside_of_an_unusable_reply_is_told_once() -> None:
    plain = Scripted([]).reply("nonsense", CALL)
    wasted = replace(plain.usage, output=7)
    inner = Scripted([replace(plain, spent=(wasted,)), replace(plain, spent=(wasted,))])
    with pytest.raises(ReplyUnusable) as caught:
        await ask(Checked(inner, check=is_json, emit=Facts()))
    assert [usage.output for usage in caught.value.billed] == [7, 500, 7, 500]


async def test_an_error_behind_an_unusable_reply_tells_what_that_one_cost() -> None:
    inner = Scripted(["nonsense", unavailable()])
    with pytest.raises(ModelUnavailable) as caught:
        await ask(Checked(inner, check=is_json, emit=Facts()))
    assert [usage.output for usage in caught.value.billed] == [500]


async def test_who_gives_up_while_it_is_asked_once_more_knows_what_the_first_reply_cost() -> None:
    inner = Scripted([Play(end="nonsense", progress=(2,)), Play(progress=(1,))])
    steps = Checked(inner, check=is_json, emit=Facts()).complete(CALL)
    told = [step async for step in steps if isinstance(step, Progress)]
    assert [(step.nodes, [usage.output for usage in step.billed]) for step in told] == [
        (2, []),
        (0, [500]),
        (1, [500]),
    ]
