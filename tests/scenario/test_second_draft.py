"""A second draft of the same brief and files, in one process, comes from the caches."""

from __future__ import annotations

from contextlib import aclosing

from pydantic import SecretStr

from bot import wiring
from bot.settings import Settings
from core.documents.model import File
from core.graph.serial import canonical
from core.picture.drawing import Picture
from core.pipeline.draft import draft
from core.pipeline.events import Done, Draft
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.facts import Facts
from tests.scenario.commands import BRIEF, EXAMPLE

FILES = [File(name=name, path=EXAMPLE / name) for name in ("budget.csv", "delivery-review.pdf", "notes.md")]


async def drafted(services: wiring.Services) -> tuple[Draft, bytes]:
    async with aclosing(draft(BRIEF, FILES, tools=services.tools)) as events:
        async for event in events:
            if isinstance(event, Done):
                picture = Picture(graph=event.draft.assessment.graph, width=600)
                return event.draft, await services.painter.draw(picture)
    raise AssertionError("no draft")


async def test_nothing_is_read_asked_assessed_or_drawn_twice() -> None:
    facts = Facts()
    async with AnthropicServer() as server:
        settings = Settings(
            _env_file=None, anthropic_api_key=SecretStr(server.key), anthropic_base_url=server.url
        )
        async with wiring.build(settings, emit=facts) as services:
            first, first_picture = await drafted(services)
            misses = facts.count("cache", hit=False)
            second, second_picture = await drafted(services)
        assert len(server.requests) == 1
    assert facts.count("cache", hit=False) == misses == 6
    for space, hits in (("documents", 3), ("replies", 1), ("assessments", 1), ("pictures", 1)):
        assert facts.count("cache", space=space, hit=True) == hits
    assert canonical(first.assessment.graph) == canonical(second.assessment.graph)
    assert first_picture == second_picture
    assert first.usage[0].output > 0
    assert second.usage[0].output == 0
    assert second.usage[0].cost == 0


async def test_another_workspace_finds_nothing_of_the_first() -> None:
    facts = Facts()
    settings = Settings(_env_file=None)
    async with wiring.build(settings, emit=facts, workspace="one") as services:
        await drafted(services)
    async with wiring.build(settings, emit=facts, workspace="two") as services:
        await drafted(services)
    assert facts.count("cache", hit=True) == 0
