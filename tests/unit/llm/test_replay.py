from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import fields, replace

import pytest

from core.cache import Cache, Space
from core.errors import ModelUnavailable
from core.graph.model import Edge, Graph, Node, Violation
from core.graph.sources import BRIEF_ID
from core.llm.provider import ModelCall, Progress, Reply, Task
from core.llm.replay import Replay, request_key
from core.llm.usage import Usage
from tests.fakes.scripted import Play, Scripted, unavailable
from tests.unit.llm.asking import CALL, ask, ask_and_leave, document, progress

FREE = Usage(provider="scripted", model="scripted-1", task="draft", cost=0.0)


@pytest.fixture
async def space() -> AsyncIterator[Space]:
    async with Cache() as cache:
        yield cache.space("replies")


async def test_the_same_request_is_asked_once(space: Space) -> None:
    inner = Scripted(["{}"])
    provider = Replay(inner, cache=space)
    first, second = await ask(provider), await ask(provider, replace(CALL))
    assert (first.text, second.text) == ("{}", "{}")
    assert len(inner.calls) == 1


async def test_a_replayed_reply_costs_nothing_and_the_first_what_it_cost(space: Space) -> None:
    provider = Replay(Scripted(["{}"]), cache=space)
    first, second = await ask(provider), await ask(provider)
    assert first.usage.output == 500
    assert second == replace(first, usage=FREE)


async def test_a_replay_shows_progress_before_the_reply(space: Space) -> None:
    provider = Replay(Scripted([Play(progress=(2, 5))]), cache=space)
    assert [nodes for _, nodes in await progress(provider)] == [0, 2, 5]
    assert await progress(provider) == [("scripted", 0)]


async def test_another_prompt_or_model_is_another_request(space: Space) -> None:
    inner = Scripted(["1", "2"])
    assert (await ask(Replay(inner, cache=space, names=["prompt 1"]))).text == "1"
    assert (await ask(Replay(inner, cache=space, names=["prompt 2"]))).text == "2"


async def test_a_degraded_reply_is_not_stored(space: Space) -> None:
    reply = Scripted([]).reply("{}", CALL)
    inner = Scripted([replace(reply, skipped=(("anthropic", "overloaded"),)), "better"])
    provider = Replay(inner, cache=space)
    degraded = await ask(provider)
    assert degraded.skipped == (("anthropic", "overloaded"),)
    assert degraded.usage.output == 500
    assert (await ask(provider)).text == "better"


async def test_a_draft_without_a_model_is_not_stored(space: Space) -> None:
    inner = Scripted(["{}", "{}"], name="template")
    provider = Replay(inner, cache=space)
    await ask(provider)
    await ask(provider)
    assert len(inner.calls) == 2


async def test_an_error_passes_and_is_not_stored(space: Space) -> None:
    provider = Replay(Scripted([unavailable(), "{}"]), cache=space)
    with pytest.raises(ModelUnavailable):
        await ask(provider)
    assert (await ask(provider)).text == "{}"


async def let_others_run() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


class Pair:
    """Two callers of one request that waits for `answer`; `seen` is the second's progress."""

    def __init__(self, space: Space, end: str | Reply | Exception = "{}") -> None:
        self.answer = asyncio.Event()
        self.inner = Scripted([Play(end=end, progress=(1, 3), until=self.answer)])
        self.provider = Replay(self.inner, cache=space)
        self.seen: list[int] = []

    async def second(self) -> Reply:
        async for step in self.provider.complete(CALL):
            if isinstance(step, Reply):
                return step
            self.seen.append(step.nodes)
        raise AssertionError("no reply")


async def test_identical_requests_in_flight_are_joined_and_billed_once(space: Space) -> None:
    pair = Pair(space)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask(pair.provider))
        second = group.create_task(pair.second())
        await pair.inner.holding.wait()
        pair.answer.set()
    assert len(pair.inner.calls) == 1
    assert first.result().usage.output == 500
    assert second.result().usage == FREE
    assert pair.seen == [0, 1, 3]


async def test_one_who_leaves_does_not_end_the_work_for_the_others(space: Space) -> None:
    pair = Pair(space)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask(pair.provider))
        await pair.inner.holding.wait()
        second = group.create_task(pair.second())
        await let_others_run()
        first.cancel()
        await let_others_run()
        pair.answer.set()
    assert first.cancelled()
    assert second.result().text == "{}"
    assert pair.seen == [0]


async def test_when_all_leave_the_work_ends(space: Space) -> None:
    pair = Pair(space)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask(pair.provider))
        await pair.inner.holding.wait()
        first.cancel()
    await let_others_run()
    assert pair.inner.running == 0


async def test_those_who_joined_get_a_degraded_reply_too(space: Space) -> None:
    reply = Scripted([]).reply("{}", CALL)
    pair = Pair(space, end=replace(reply, skipped=(("anthropic", "overloaded"),)))
    async with asyncio.TaskGroup() as group:
        group.create_task(ask(pair.provider))
        second = group.create_task(pair.second())
        await pair.inner.holding.wait()
        pair.answer.set()
    assert second.result() == Reply(
        text="{}",
        provider="scripted",
        model="scripted-1",
        usage=FREE,
        request_id="req_1",
        skipped=(("anthropic", "overloaded"),),
    )


async def test_those_who_joined_get_the_error_too(space: Space) -> None:
    pair = Pair(space, end=unavailable())
    async with asyncio.TaskGroup() as group:
        both = [group.create_task(_error(pair.provider)) for _ in range(2)]
        await pair.inner.holding.wait()
        pair.answer.set()
    assert [task.result() for task in both] == ["overloaded", "overloaded"]


async def test_the_cost_of_a_joined_call_is_told_once_though_who_asked_first_has_left(space: Space) -> None:
    pair = Pair(space)
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask(pair.provider))
        await pair.inner.holding.wait()
        others = [group.create_task(pair.second()) for _ in range(2)]
        await let_others_run()
        first.cancel()
        await let_others_run()
        pair.answer.set()
    assert sorted(task.result().usage.output for task in others) == [0, 500]


async def test_what_was_thrown_away_is_billed_once_and_not_stored(space: Space) -> None:
    wasted = replace(FREE, input=1_000, cost=0.5)
    inner = Scripted([])
    billed = replace(inner.reply("{}", CALL), spent=(wasted,))
    provider = Replay(Scripted([billed]), cache=space)
    first, second = await ask(provider), await ask(provider)
    assert first.billed == (wasted, billed.usage)
    assert second.billed == (FREE,)


async def test_a_degraded_reply_is_billed_once_with_all_that_was_thrown_away(space: Space) -> None:
    wasted = replace(FREE, input=1_000, cost=0.5)
    reply = Scripted([]).reply("{}", CALL)
    pair = Pair(space, end=replace(reply, skipped=(("anthropic", "overloaded"),), spent=(wasted,)))
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask(pair.provider))
        second = group.create_task(pair.second())
        await pair.inner.holding.wait()
        pair.answer.set()
    assert first.result().billed == (wasted, reply.usage)
    assert second.result().billed == (FREE,)


async def test_an_error_is_billed_to_one_of_those_who_wait(space: Space) -> None:
    wasted = replace(FREE, input=1_000, cost=0.5)
    pair = Pair(space, end=ModelUnavailable("scripted", "overloaded", usage=wasted, request_id="req_1"))
    errors: list[ModelUnavailable] = []

    async def failing() -> None:
        with pytest.raises(ModelUnavailable) as caught:
            await ask(pair.provider)
        errors.append(caught.value)

    async with asyncio.TaskGroup() as group:
        for _ in range(2):
            group.create_task(failing())
        await pair.inner.holding.wait()
        pair.answer.set()
    assert sorted(error.billed for error in errors) == [(), (wasted,)]
    assert {(error.cause, error.request_id) for error in errors} == {("overloaded", "req_1")}


async def _error(provider: Replay) -> str:
    with pytest.raises(ModelUnavailable) as caught:
        await ask(provider)
    return caught.value.cause


async def test_one_who_leaves_at_once_asks_nothing(space: Space) -> None:
    inner = Scripted([])
    assert await ask_and_leave(Replay(inner, cache=space)) == Progress(
        provider="scripted", model="scripted", nodes=0
    )
    assert inner.calls == []


async def test_any_cache_with_one_method_will_do() -> None:
    class Forgetful:
        async def get(self, key: str, make: Callable[[], Awaitable[bytes]]) -> bytes:
            assert len(key) == 64
            return await make()

    provider = Replay(Scripted(["1", "2"]), cache=Forgetful())
    assert [(await ask(provider)).text for _ in range(2)] == ["1", "2"]


GRAPH = Graph(
    title="Staffing",
    nodes=(Node(id="hire", kind="option", label="Hire"),),
    edges=(Edge(src="hire", dst="cost", belief=0.5),),
)
DIFFERENT: dict[str, ModelCall] = {
    "task": replace(CALL, task=Task.REPAIR),
    "brief": replace(CALL, brief=document(BRIEF_ID, "Should we hire or use an agency now?")),
    "documents": replace(CALL, documents=(document("D1", "agency, 180000", name="costs.csv"),)),
    "graph": replace(CALL, graph=GRAPH),
    "violations": replace(
        CALL, violations=(Violation(severity="error", code="BAD_ID", at="x", message="no"),)
    ),
    "risks": replace(CALL, risks=True),
    "later": replace(CALL, later=(document("R1", "Drop the agency."),)),
    "added": replace(CALL, added=(document("D2", "agency, 90000", name="offer.csv"),)),
    "instructions": replace(CALL, instructions=(document("R2", "Drop the agency."),)),
    "asked": replace(CALL, asked=("By when?",)),
}


def test_equal_calls_have_one_key_whatever_objects_they_are() -> None:
    assert request_key(replace(CALL), "a", "b") == request_key(CALL, "a", "b")
    assert request_key(CALL, "a", "b") != request_key(CALL, "ab")


@pytest.mark.parametrize("field", [field.name for field in fields(ModelCall)])
def test_every_field_of_a_call_shapes_its_key(field: str) -> None:
    assert request_key(DIFFERENT[field]) != request_key(CALL)


def test_a_passage_with_another_number_is_another_request() -> None:
    one = replace(CALL, documents=(document("D1", "agency, 180000", name="costs.csv"),))
    passage = one.documents[0].passages[0]
    other = replace(one, documents=(replace(one.documents[0], passages=(replace(passage, number=2),)),))
    assert request_key(other) != request_key(one)
