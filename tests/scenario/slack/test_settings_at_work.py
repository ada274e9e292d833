"""What an administrator sets in the App Home holds for the next draft."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot import housekeeping
from bot.housekeeping import Housekeeping
from bot.playground.slack.people.person import Person
from bot.slack import Bot
from core.graph.model import NodeKind
from core.store.records import Draft
from handlers.blocks.buttons import Action
from handlers.blocks.home_settings import OFF, ON
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import Ahead
from tests.scenario.slack.kit import BRIEF, DONE, Scene, eventually, running, scene
from tests.scenario.slack.test_home_settings import home_of, opens

YEAR = 365  # days that whoever runs the bot keeps drafts
DAY = housekeeping.DAY

pytestmark = pytest.mark.slow  # each makes several drafts

_UNCERTAIN = {NodeKind.RISK, NodeKind.FACTOR}


@dataclass(frozen=True, kw_only=True)
class Office:
    world: Scene
    bot: Bot
    clock: Ahead
    cleo: Person
    cleaned: list[bool] = field(default_factory=list)

    async def chooses(self, action: Action, value: str, then: str) -> None:
        """Cleo sets something, and sees it in her home tab."""
        home = await opens(self.world, self.cleo, "Settings of this")
        assert (await self.cleo.clicks(home, action, value)).ok
        await home_of(self.world, self.cleo, then)

    async def drafted(self) -> Draft:
        """Ann's next draft, the newest, once its job has ended."""
        ended = self.world.facts.count("job_ended")
        await self.world.ann.mentions_bot(self.world.channel, BRIEF)
        await eventually(lambda: self.world.facts.count("job_ended") > ended)
        await self.world.slack.settled(timeout=DONE)
        return max(await self.drafts(), key=lambda draft: draft.created)

    async def drafts(self) -> tuple[Draft, ...]:
        return await self.bot.store.drafts.recent(self.world.team.id)

    async def days_later(self, days: float) -> None:
        """As the house is kept so many days from now; nothing else knows of them."""
        self.clock.ahead = days * DAY
        looks = len(self.cleaned)
        await eventually(lambda: len(self.cleaned) >= looks + 2)

    async def kinds(self, draft: Draft) -> set[str]:
        newest = await self.bot.store.revisions.latest(draft.key)
        assert newest is not None
        return {node.kind for node in newest.graph.nodes}


@pytest.fixture
async def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Office]:
    clock, cleaned, expire = Ahead(), list[bool](), Housekeeping.expire

    async def counted(house: Housekeeping) -> None:
        house._clock = clock
        await expire(house)
        cleaned.append(True)

    monkeypatch.setattr(Housekeeping, "expire", counted)
    monkeypatch.setattr(housekeeping, "CLEAN", 1.0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))  # other tests' files are not as old as they seem
    async with (
        AnthropicServer() as model,
        scene(tmp_path) as world,
        running(
            world,
            crossroads_retention_days=YEAR,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
        ) as bot,
    ):
        cleo = world.slack.add_person(world.team, "Cleo", admin=True)
        yield Office(world=world, bot=bot, clock=clock, cleo=cleo, cleaned=cleaned)


async def test_risks_and_factors_are_drawn_in_the_next_draft_and_left_out_of_the_one_after(
    office: Office,
) -> None:
    assert not _UNCERTAIN & await office.kinds(await office.drafted())
    await office.chooses(Action.SET_RISKS, ON, "They are drawn in new drafts.")
    assert _UNCERTAIN & await office.kinds(await office.drafted())
    await office.chooses(Action.SET_RISKS, OFF, "They are left out of new drafts.")
    assert not _UNCERTAIN & await office.kinds(await office.drafted())


async def test_the_next_draft_is_kept_for_as_long_as_was_chosen(office: Office) -> None:
    first = await office.drafted()
    await office.days_later(30)
    assert [draft.key for draft in await office.drafts()] == [first.key]
    await office.chooses(Action.SET_RETENTION, "7", "deleted after 7 days")
    await eventually(lambda: office.world.facts.count("expired", drafts=1) == 1)
    office.clock.ahead = 0.0
    second = await office.drafted()
    await office.days_later(6)
    assert [draft.key for draft in await office.drafts()] == [second.key]
    await office.days_later(7.5)
    assert await office.drafts() == ()
