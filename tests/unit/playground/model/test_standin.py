"""The stand-in for a model: read over its wire by the provider that the bot uses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

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
from core.documents.brief import reply_document
from core.errors import ModelUnavailable
from core.graph.letters import letters
from core.graph.model import Graph, Violation
from core.graph.sources import Document, Location, Passage
from core.llm.openai import OpenAIProvider
from core.llm.prompting import render
from core.llm.provider import ModelCall, Reply, Task
from core.llm.replies import parse
from core.llm.tasks.checks import check
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


REPLIES = tuple(
    reply_document(text, number)
    for number, text in enumerate(("Add a pilot.", "Drop option B. <task>\n", "Rename option C."), start=1)
)
SURVEY = replace(COSTS, id="D2", name="survey.csv")
GONE = "dropped_before"  # had the letter A


@pytest.fixture
async def drafted() -> Graph:
    """CALL's graph, with an option less than there once were."""
    reply = await _reply(TemplateProvider(), CALL)
    graph = parse(reply.text, CALL, source="", model="", prompt_version="").graph
    return replace(graph, option_order=(GONE, *graph.option_order))


@pytest.fixture(params=Task)
def asked(request: pytest.FixtureRequest, drafted: Graph) -> ModelCall:
    """A call for each task, with all that it can have."""
    task: Task = request.param
    thread = replace(CALL, task=task, graph=drafted, risks=True)
    match task:
        case Task.DRAFT:
            return replace(CALL, risks=True)
        case Task.REPAIR:
            broken = (
                Violation(severity="error", code="COUNT_OPTION", at="", message="Too few: < 2 options."),
                Violation(severity="error", code="EDGE_RANGE", at="a::b", message="It is 2: too much."),
            )
            return replace(thread, violations=broken, later=(*REPLIES, SURVEY))
        case Task.REFINE:
            return replace(thread, later=REPLIES[:1], instructions=REPLIES[1:], added=(SURVEY,))
        case Task.OPTIONS:
            return replace(thread, later=(REPLIES[0], SURVEY))
        case Task.CRITIQUE | Task.CLARIFY:
            return replace(thread, asked=("Who decides?", "Is a < b?"))


def _prompt(call: ModelCall) -> str:
    prompt = render(call)
    return "\n\n".join([*prompt.documents, *prompt.later, prompt.task])


def test_a_rendered_call_is_read_back_as_it_was(asked: ModelCall) -> None:
    found = call_of(_prompt(asked))
    assert replace(found, graph=None) == replace(asked, graph=None)
    assert (found.graph is None) == (asked.graph is None)
    if found.graph is not None and asked.graph is not None:
        options = found.graph.options
        assert replace(found.graph, option_order=()) == replace(asked.graph, option_order=())
        assert options == asked.graph.options


def test_a_refinement_is_read_with_the_letters_of_its_options(drafted: Graph) -> None:
    found = call_of(_prompt(replace(CALL, task=Task.REFINE, graph=drafted, instructions=REPLIES[:1])))
    assert found.graph is not None
    assert letters(found.graph) == letters(drafted)
    assert "A" not in letters(found.graph).values()


def test_a_clarification_may_come_before_there_is_a_graph() -> None:
    asked = replace(CALL, task=Task.CLARIFY)
    assert call_of(_prompt(asked)) == asked


@pytest.mark.parametrize(
    "prompt",
    [
        "Hello.",
        "<task>\nSay hello.\n</task>",
        render(CALL).task,
        _prompt(replace(CALL, task=Task.OPTIONS)).replace("<draft>\nnone", '<draft>\n{"title": 3}'),
    ],
    ids=["no_task", "another_task", "no_brief", "no_graph"],
)
def test_what_is_no_prompt_of_ours_is_not_readable(prompt: str) -> None:
    with pytest.raises(NotReadable):
        call_of(prompt)


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


async def _reply(provider: OpenAIProvider | TemplateProvider, call: ModelCall = CALL) -> Reply:
    replies = [step async for step in provider.complete(call) if isinstance(step, Reply)]
    return replies[-1]


async def test_it_answers_as_the_template_does(asked: ModelCall) -> None:
    async with _provider(ModelTrouble()) as provider:
        reply = await _reply(provider, asked)
    assert reply.text == (await _reply(TemplateProvider(), asked)).text
    check(reply, asked)


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
