"""A workspace's settings in the App Home: its administrators change them, everybody else reads them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.playground.slack.payloads.interactions import view_click_json
from bot.playground.slack.people.asking import ask
from bot.playground.slack.people.choosing import action_json
from bot.playground.slack.people.clicking import find_field
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Json, View
from bot.slack import Bot
from core.store.records import Tier, Workspace
from handlers.blocks.buttons import Action
from handlers.blocks.home_settings import OFF, ON
from handlers.choices import RETENTION
from handlers.surfaces import COMMAND
from tests.scenario.slack.kit import Scene, running, scene, strings
from tests.scenario.slack.threads import told_privately

YEAR = 365  # days that whoever runs the bot keeps drafts in these scenarios


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[Scene]:
    async with scene(tmp_path) as world:
        yield world
        assert all(delivery.ok for delivery in world.slack.courier)


@pytest.fixture
async def bot(world: Scene) -> AsyncIterator[Bot]:
    async with running(world, crossroads_retention_days=YEAR) as bot:
        yield bot


@pytest.fixture
def cleo(world: Scene) -> Person:
    return world.slack.add_person(world.team, "Cleo", admin=True)


def shown(person: Person) -> str:
    """What somebody's home tab says."""
    return "" if person.home is None else "\n".join(strings(person.home.definition))


async def home_of(world: Scene, person: Person, text: str) -> View:
    """Somebody's home tab once it says this."""
    await world.slack.until(lambda: text in shown(person))
    assert person.home is not None
    return person.home


async def opens(world: Scene, person: Person, text: str) -> View:
    """Somebody's home tab, opened just now."""
    await person.opens_home()
    return await home_of(world, person, text)


def fields(view: View) -> list[str]:
    """What can be changed in a home tab."""
    elements: list[Json] = [block["accessory"] for block in view.definition["blocks"] if "accessory" in block]
    return [element["action_id"] for element in elements]


async def forges(world: Scene, person: Person, seen: View, action: Action, value: str) -> None:
    """Send what Slack would if somebody had a control that another person's home tab has."""
    assert person.home is not None
    field = find_field(seen.definition["blocks"], action, "", None)
    clicked = action_json(field, value, world.slack.world.new_ts())
    assert (
        await ask(
            world.slack.site,
            person.user,
            view_click_json(world.slack.world, person.user, person.home, clicked),
        )
    ).ok


async def test_an_administrator_switches_risks_on_and_off_again(world: Scene, bot: Bot, cleo: Person) -> None:
    home = await opens(world, cleo, "They are left out of new drafts.")
    assert (await cleo.clicks(home, Action.SET_RISKS, ON)).ok
    assert (await bot.store.workspaces.get(world.team.id)).risks is True
    home = await home_of(world, cleo, "They are drawn in new drafts.")
    assert (await cleo.clicks(home, Action.SET_RISKS, OFF)).ok
    assert (await bot.store.workspaces.get(world.team.id)).risks is False
    await home_of(world, cleo, "They are left out of new drafts.")


async def test_an_administrator_chooses_how_long_drafts_are_kept(
    world: Scene, bot: Bot, cleo: Person
) -> None:
    home = await opens(world, cleo, "deleted after 365 days")
    for days in (7, 30, 90, 180):
        assert (await cleo.clicks(home, Action.SET_RETENTION, str(days))).ok
        assert (await bot.store.workspaces.get(world.team.id)).settings == {RETENTION: str(days)}
        home = await home_of(world, cleo, f"deleted after {days} days")


async def test_a_choice_is_there_after_a_restart(world: Scene, cleo: Person) -> None:
    async with running(world):
        home = await opens(world, cleo, "deleted after 90 days")
        assert "180 days" not in shown(cleo)
        assert (await cleo.clicks(home, Action.SET_RETENTION, "30")).ok
        home = await home_of(world, cleo, "deleted after 30 days")
        assert (await cleo.clicks(home, Action.SET_RISKS, ON)).ok
        await home_of(world, cleo, "They are drawn in new drafts.")
    async with running(world):
        await opens(world, world.ann, "risks and factors are drawn, untouched drafts are kept for 30 days")


async def test_the_choices_of_two_administrators_at_once_both_count(
    world: Scene, bot: Bot, cleo: Person
) -> None:
    dora = world.slack.add_person(world.team, "Dora", admin=True)
    hers, theirs = [await opens(world, person, "Settings of this") for person in (cleo, dora)]
    outcomes = await asyncio.gather(
        cleo.clicks(hers, Action.SET_RISKS, ON), dora.clicks(theirs, Action.SET_RETENTION, "7")
    )
    assert all(outcome.ok for outcome in outcomes)
    stored = await bot.store.workspaces.get(world.team.id)
    assert stored == Workspace(id=world.team.id, risks=True, settings={RETENTION: "7"})


async def test_everybody_else_reads_the_settings_on_one_line(world: Scene, bot: Bot) -> None:
    await bot.store.workspaces.put(Workspace(id=world.team.id, tier=Tier.PREMIUM))
    home = await opens(
        world, world.bob, "risks and factors are left out, untouched drafts are kept for 365 days"
    )
    assert "0 channels watched, premium tier" in shown(world.bob)
    assert fields(home) == []


@pytest.mark.parametrize(("action", "value"), [(Action.SET_RISKS, ON), (Action.SET_RETENTION, "7")])
async def test_whoever_is_no_administrator_changes_nothing_and_is_told_so_alone(
    world: Scene, bot: Bot, cleo: Person, action: Action, value: str
) -> None:
    seen = await opens(world, cleo, "Settings of this")
    await opens(world, world.bob, "In this workspace")
    await forges(world, world.bob, seen, action, value)
    await told_privately(world, world.bob, "Only an administrator or owner of the workspace")
    assert await bot.store.workspaces.get(world.team.id) == Workspace(id=world.team.id)
    assert not world.ours(world.channel)


async def test_whoever_is_no_administrator_any_more_sees_the_tab_without_controls(
    world: Scene, bot: Bot, cleo: Person
) -> None:
    seen = await opens(world, cleo, "Settings of this")
    world.slack.world.users.put(replace(cleo.user, is_admin=False))
    assert (await cleo.clicks(seen, Action.SET_RISKS, ON)).ok
    assert fields(await home_of(world, cleo, "In this workspace")) == []
    assert (await bot.store.workspaces.get(world.team.id)).risks is None


async def test_days_that_are_not_on_offer_are_not_stored(world: Scene, cleo: Person) -> None:
    async with running(world, crossroads_retention_days=YEAR):
        generous = await opens(world, cleo, "deleted after 365 days")
    async with running(world, crossroads_retention_days=30) as bot:
        await forges(world, cleo, generous, Action.SET_RETENTION, "180")
        await home_of(world, cleo, "deleted after 30 days")
        assert (await bot.store.workspaces.get(world.team.id)).settings == {}


async def test_watched_channels_and_the_tier_are_told(world: Scene, bot: Bot, cleo: Person) -> None:
    await opens(world, cleo, "None. Write /decide watch on")
    assert "Tier: standard" in shown(cleo)
    await bot.store.workspaces.put(Workspace(id=world.team.id, tier=Tier.PREMIUM))
    assert (await world.ann.runs(COMMAND, "watch on", world.channel)).ok
    await opens(world, cleo, f"<#{world.channel.id}>")
    assert "Tier: premium" in shown(cleo)


async def test_where_slack_does_not_say_who_administers_nobody_can_change_anything(
    world: Scene, cleo: Person
) -> None:
    async with running(world):
        world.slack.trouble.refuse("users.info", "internal_error", times=1)
        home = await opens(world, cleo, "In this workspace")
        assert fields(home) == []
