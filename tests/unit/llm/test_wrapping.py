from __future__ import annotations

import pytest

from core.errors import ModelUnavailable
from core.llm.provider import Progress
from core.llm.wrapping import Wrapper, opened
from tests.fakes.scripted import Play, Scripted
from tests.unit.llm.asking import CALL


def test_wrapper_has_the_name_of_what_it_holds() -> None:
    assert Wrapper(Scripted([], name="anthropic")).name == "anthropic"


async def test_a_stream_that_ends_without_a_reply_is_unavailable() -> None:
    async with opened(Scripted([Play(end=None)]), CALL) as steps:
        assert await anext(steps) == Progress(provider="scripted", model="scripted-1", nodes=1)
        with pytest.raises(ModelUnavailable, match="ended without a reply"):
            await anext(steps)


async def test_the_inner_stream_is_closed_when_the_reader_leaves_early() -> None:
    inner = Scripted([Play(progress=(1, 2, 3))])
    async with opened(inner, CALL) as steps:
        await anext(steps)
        assert inner.running == 1
    assert inner.running == 0
