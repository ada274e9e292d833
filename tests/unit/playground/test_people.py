"""What people can do, and what Slack's client would not let them do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from aiohttp import web

from bot.playground.slack.people.cannot import Cannot
from tests.unit.playground.hands import Json, answering
from tests.unit.playground.scene import Scene, full_app, scene, served
from tests.unit.playground.test_views import home


@pytest.mark.parametrize(
    ("answer", "notice"),
    [
        (web.Response(status=500), '/decide failed with the error "dispatch_failed"'),
        ({"text": "x", "response_type": "all"}, '/decide failed with the error "invalid_payload"'),
    ],
)
async def test_a_command_that_goes_wrong_says_so_to_the_person(
    world: Scene, answer: web.Response | Json, notice: str
) -> None:
    async with answering(world) as bot:
        bot.answer = answer
        outcome = await world.ann.runs("/decide", "x", world.channel)
    assert outcome.notice == notice
    assert [(m.text, m.user) for m in world.ann.private(world.channel)] == [(notice, "USLACKBOT")]


async def test_a_command_that_is_not_answered_in_time_has_timed_out() -> None:
    async with scene(patience=0.05) as world:
        application = web.Application()

        async def slow(_: web.Request) -> web.Response:
            await asyncio.sleep(0.1)
            return web.Response()

        application.router.add_post("/slack/events", slow)
        async with served(application) as address:
            world.slack.deliver_to(address)
            outcome = await world.ann.runs("/decide", "x", world.channel)
        assert outcome.notice == '/decide failed with the error "operation_timeout"'


async def test_a_command_in_other_places_says_where(world: Scene) -> None:
    private = world.slack.add_channel(world.team, "secret", world.ann, kind="private")
    async with answering(world) as bot:
        bot.answer = web.json_response("just a string")
        for place in (world.channel, private, world.ann.direct()):
            assert (await world.ann.runs("/decide", "x", place)).ok
            bot.answer = {"text": "in channel", "response_type": "in_channel"}
    assert [form["channel_name"] for form in bot.forms] == ["general", "privategroup", "directmessage"]
    assert bot.forms[0]["is_enterprise_install"] == "false"
    assert [m.text for m in world.slack.messages(private)] == ["in channel"]
    assert [m.text for m in world.ann.private(world.channel)] == ['"just a string"']


async def test_the_home_tab_comes_with_what_was_published(world: Scene) -> None:
    async with answering(world):
        await world.ann.opens_home()
        await world.slack.settled()
        await world.client.views_publish(user_id=world.ann.id, view=home("Drafts"))
        await world.ann.opens_home()
        await world.ann.opens_messages()
        await world.slack.settled()
    events = [d.payload["event"] for d in world.slack.courier.events("app_home_opened")]
    assert [("view" in event, event["tab"]) for event in events] == [
        (False, "home"),
        (True, "home"),
        (False, "messages"),
    ]
    assert len({event["channel"] for event in events}) == 1


Deed = Callable[[Scene], Awaitable[object]]
IMPOSSIBLE: dict[str, Deed] = {
    "speak in an unknown channel": lambda w: w.ann.says("C0NONE", "x"),
    "speak where one is not": lambda w: w.ann.says(w.slack.add_channel(w.team, "other", w.bob), "x"),
    "speak in an archived channel": lambda w: w.ann.says(w.slack.archive(w.channel), "x"),
    "speak in a thread that is not there": lambda w: w.ann.says(w.channel, "x", thread_ts="1.1"),
    "run an unknown command": lambda w: w.ann.runs("/nothing", "x", w.channel),
    "run a command where one is not": lambda w: w.ann.runs(
        "/decide", "x", w.slack.add_channel(w.team, "o", w.bob)
    ),
    "use an unknown shortcut": lambda w: w.ann.shortcut("nothing"),
    "use a message's shortcut without one": lambda w: w.ann.shortcut("draft_this"),
    "join a private channel": lambda w: w.ann.joins(w.slack.add_channel(w.team, "p", w.bob, kind="private")),
    "invite into a channel one is not in": lambda w: w.ann.invites_bot(
        w.slack.add_channel(w.team, "p", w.bob)
    ),
    "remove the bot from a direct conversation": lambda w: w.ann.removes_bot(w.ann.direct()),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
async def test_what_nobody_can_do(world: Scene, name: str) -> None:
    with pytest.raises(Cannot):
        await IMPOSSIBLE[name](world)


async def test_only_their_own_messages_can_be_changed_by_people(world: Scene) -> None:
    message = await world.ann.says(world.channel, "mine")
    with pytest.raises(Cannot):
        await world.bob.edits(message, "his")
    await world.ann.deletes(message)
    with pytest.raises(Cannot):
        await world.ann.deletes(message)
    for gone in (world.ann.message_shortcut("draft_this", message), world.ann.clicks(message, "x")):
        with pytest.raises(Cannot):
            await gone


async def test_without_the_app_there_is_nobody_to_talk_to(world: Scene) -> None:
    place = world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    await world.ann.invites_bot(place)
    assert world.bot in (world.slack.world.channels.get(place.id) or place).members
    await world.ann.removes_bot(place)
    assert world.bot not in (world.slack.world.channels.get(place.id) or place).members
    world.slack.uninstall(world.team)
    for deed in (
        world.ann.mentions_bot(world.channel, "hi"),
        world.ann.runs("/decide", "x", world.channel),
        world.ann.tells_bot("hi"),
    ):
        with pytest.raises(Cannot):
            await deed


async def test_an_app_that_switched_things_off_has_them_off() -> None:
    app = full_app(home_tab=False, messages_tab=False, interactive=False, events=frozenset({"app_mention"}))
    async with scene(app) as world:
        for deed in (world.ann.opens_home(), world.ann.opens_messages(), world.ann.shortcut("new_draft")):
            with pytest.raises(Cannot):
                await deed
    async with scene(full_app(events=frozenset())) as world:
        await world.ann.opens_home()
        assert len(world.slack.courier) == 0


async def test_a_person_who_is_gone_does_nothing(world: Scene) -> None:
    world.slack.world.users.remove(world.bob.id)
    with pytest.raises(Cannot):
        await world.bob.says(world.channel, "x")


async def test_a_channel_that_went_away_takes_its_views_of_messages_along(world: Scene) -> None:
    message = await world.ann.says(world.channel, "x")
    channel = world.slack.world.channels.get(world.channel.id)
    assert channel
    world.slack.world.channels.put(replace(channel, members=channel.members - {world.bob.id}))
    with pytest.raises(Cannot):
        await world.bob.message_shortcut("draft_this", message)
    with pytest.raises(KeyError):
        world.slack.archive(replace(channel, id="C0NONE"))
