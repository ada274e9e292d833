"""The stand-in for a model: read over its wire by the provider that the bot uses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.playground.model.choosing import WITHOUT, Models
from bot.playground.model.passing import PATH as PASS
from bot.playground.model.passing import Passing
from bot.playground.model.reading import NotReadable, call_of
from bot.playground.model.standin import NAME, PATH, StandIn
from bot.playground.model.trouble import ModelTrouble
from bot.settings import Settings
from core.errors import ModelUnavailable
from core.graph.sources import Document, Location, Passage
from core.llm.openai import OpenAIProvider
from core.llm.prompting import render
from core.llm.provider import ModelCall, Reply, Task
from core.llm.template import TemplateProvider
from tests.unit.playground.scene import served

LINES = ("Should we hire engineers or use contractors?", "Budget is $300k, <b>no more</b> & no less.")


def _passages(*texts: str, location: Location) -> tuple[Passage, ...]:
    return tuple(
        Passage(number=number, text=text, location=location) for number, text in enumerate(texts, start=1)
    )


BRIEF = Document(
    id="B",
    name="brief",
    kind="brief",
    passages=tuple(
        Passage(number=number, text=text, location=Location(place="sentence", first=number, last=number))
        for number, text in enumerate(LINES, start=1)
    ),
)
COSTS = Document(
    id="D1",
    name='costs "final".csv',
    kind="csv",
    summary="2 rows, 2 columns",
    passages=_passages(
        "contractors, 280000",
        "hire (three), 310000",
        location=Location(place="row", first=7, last=9, sheet="Costs"),
    ),
)
CALL = ModelCall(task=Task.DRAFT, brief=BRIEF, documents=(COSTS,))


def test_a_rendered_call_is_read_back_as_it_was() -> None:
    prompt = render(CALL)
    assert call_of("\n\n".join([*prompt.documents, prompt.task])) == CALL


def test_a_prompt_without_a_brief_is_not_readable() -> None:
    with pytest.raises(NotReadable):
        call_of("Hello.")


@asynccontextmanager
async def _provider(trouble: ModelTrouble) -> AsyncIterator[OpenAIProvider]:
    application = web.Application()
    application.add_routes(StandIn(trouble).routes())
    async with served(application, PATH) as address:
        provider = OpenAIProvider(api_key=NAME, base_url=address, model=NAME, mode="chat")
        try:
            yield provider
        finally:
            await provider.aclose()


async def _reply(provider: OpenAIProvider | TemplateProvider) -> Reply:
    replies = [step async for step in provider.complete(CALL) if isinstance(step, Reply)]
    return replies[-1]


async def test_it_drafts_as_the_template_does() -> None:
    async with _provider(ModelTrouble()) as provider:
        assert (await _reply(provider)).text == (await _reply(TemplateProvider())).text


async def test_while_it_is_down_it_is_unavailable() -> None:
    async with _provider(ModelTrouble(down=True)) as provider:
        with pytest.raises(ModelUnavailable):
            await _reply(provider)


@asynccontextmanager
async def _passing(trouble: ModelTrouble) -> AsyncIterator[tuple[str, list[web.Request]]]:
    came: list[web.Request] = []

    async def provider(request: web.Request) -> web.Response:
        came.append(request)
        return web.Response(text=await request.text(), headers={"X-Request-Id": "1"}, status=201)

    real, between = web.Application(), web.Application()
    real.router.add_post("/v1/messages", provider)
    async with served(real, "") as address:
        between.add_routes(Passing(trouble, {"anthropic": address}).routes())
        async with served(between, PASS) as through:
            yield through, came


async def test_a_real_provider_is_reached_through_the_playground_with_its_key() -> None:
    async with _passing(ModelTrouble()) as (address, came), aiohttp.ClientSession() as session:
        headers = {"X-Api-Key": "key"}
        async with session.post(f"{address}/anthropic/v1/messages?a=b", data="x", headers=headers) as answer:
            assert (answer.status, await answer.text()) == (201, "x")
            assert answer.headers["X-Request-Id"] == "1"
        assert came[0].headers["X-Api-Key"] == "key"
        assert came[0].query_string == "a=b"
        async with session.post(f"{address}/elsewhere/v1/messages") as answer:
            assert answer.status == 404


async def test_a_real_provider_is_not_asked_while_the_switch_says_it_is_down() -> None:
    async with _passing(ModelTrouble(down=True)) as (address, came), aiohttp.ClientSession() as session:
        async with session.post(f"{address}/anthropic/v1/messages", data="x") as answer:
            assert answer.status == 503
        assert came == []


def test_without_trouble_the_bot_is_given_no_other_model() -> None:
    models = Models(Settings(_env_file=None))
    assert models.about == WITHOUT
    assert models.environment("http://here") == {}
    models.trouble.slow = True
    assert models.environment("http://here")["OPENAI_BASE_URL"] == f"http://here{PATH}"


def test_with_a_key_the_way_to_the_provider_leads_through_the_playground(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
    models = Models(Settings(_env_file=None))
    assert "Anthropic" in models.about
    models.trouble.down = True
    assert models.environment("http://here")["ANTHROPIC_BASE_URL"] == f"http://here{PASS}/anthropic"
