"""The world itself: listeners, saving, the app's manifest."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message
from bot.playground.slack.saving import Snapshot, dump, load
from bot.playground.slack.world import Change
from tests.unit.playground.scene import Scene, eventually, full_app, scene, served
from tests.unit.playground.test_views import home


async def test_a_listener_hears_of_every_change_until_it_leaves(world: Scene) -> None:
    heard: list[Change] = []
    leave = world.slack.world.subscribe(heard.append)
    message = await world.ann.says(world.channel, "one")
    changed = await world.ann.edits(message, "two")
    await world.ann.deletes(changed)
    leave()
    await world.ann.says(world.channel, "unheard")
    assert [(c.action, c.record.text) for c in heard if isinstance(c.record, Message)] == [
        ("added", "one"),
        ("changed", "two"),
        ("removed", "two"),
    ]
    assert heard[1].before == message


async def test_a_world_can_be_saved_and_taken_up_again(world: Scene) -> None:
    message = await world.ann.says(world.channel, "see", files=[Upload(name="a.bin", content=b"\xff\x00")])
    await world.client.views_publish(user_id=world.ann.id, view=home())
    await world.client.chat_postEphemeral(channel=world.channel.id, user=world.ann.id, text="private")
    saved = dump(world.slack.world)
    again = load(saved, clock=world.clock, app=world.slack.app)
    assert Snapshot.of(again) == Snapshot.of(world.slack.world)
    async with LocalSlack(world.slack.app, world=again) as slack:
        client = AsyncWebClient(token=world.token.value, base_url=slack.api_url)
        info = (await client.files_info(file=message.files[0]))["file"]
        assert info["url_private"].startswith(slack.url)
        assert [m.text for m in slack.messages(world.channel)] == ["see"]
        ann = slack.person(world.ann.id)
        assert ann is slack.person(world.ann.id)
        later = await ann.says(world.channel.id, "and on")
        assert later.ts > message.ts
        with pytest.raises(KeyError):
            slack.person(slack.installation(world.team).bot_user)


async def test_an_upload_that_was_under_way_when_the_world_was_saved_is_finished_later() -> None:
    async with scene() as world:
        done = await world.client.files_upload_v2(filename="a.txt", content="abc")
        saved = dump(world.slack.world)
    again = load(saved, clock=world.clock, app=world.slack.app)
    async with LocalSlack(world.slack.app, world=again) as slack:
        await eventually(lambda: world.clock.sleeping > 0)
        world.clock.advance(1)
        await slack.until(lambda: all(file.processed for file in slack.world.files))
        assert slack.world.files.get(done["file"]["id"])


def test_an_app_is_what_its_manifest_says() -> None:
    manifest: dict[str, Any] = {
        "display_information": {"name": "Crossroads"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
            "slash_commands": [{"command": "/decide", "description": "Draft a decision"}],
            "shortcuts": [{"callback_id": "draft_this", "type": "message", "name": "Draft"}],
        },
        "oauth_config": {"scopes": {"bot": ["chat:write"]}, "redirect_urls": ["https://a.test/"]},
        "settings": {
            "event_subscriptions": {"bot_events": ["app_mention"]},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": False,
            "token_rotation_enabled": True,
        },
    }
    app = App.from_manifest(manifest)
    assert app.scopes == {"chat:write"}
    assert app.events == {"app_mention"}
    assert app.commands == {"/decide"}
    assert app.shortcuts == {"draft_this": "message"}
    assert (app.rotates_tokens, app.socket_mode, app.interactive, app.home_tab) == (True, False, True, True)
    bare = App.from_manifest({"display_information": {"name": "Bare"}})
    assert (bare.interactive, bare.home_tab, bare.scopes) == (False, False, frozenset())


async def test_events_the_app_did_not_ask_for_do_not_come() -> None:
    for app in (
        full_app(events=frozenset()),
        full_app(scopes=frozenset({"chat:write"})),
    ):
        async with scene(app) as world, served(web.Application()) as address:
            world.slack.deliver_to(address)
            message = await world.ann.mentions_bot(world.channel, "hello")
            await world.ann.edits(message, "hello again")
            await world.ann.deletes(message)
            await world.ann.joins(world.slack.add_channel(world.team, "new", world.bob))
            await world.slack.settled()
            seen = {d.event_type for d in world.slack.courier}
            assert seen == set()


async def test_messages_of_others_come_with_their_subtypes(world: Scene) -> None:
    async with served(web.Application()) as address:
        world.slack.deliver_to(address)
        message = await world.ann.says(world.channel, "one", files=[Upload(name="a.txt", content=b"a")])
        await world.ann.edits(message, "two")
        await world.ann.deletes(message)
        world.slack.other_bot_says(world.channel, "beep")
        cy = world.slack.add_person(world.team, "Cy")
        await cy.joins(world.channel)
        await cy.joins(world.channel)
        await world.slack.until(lambda: world.slack.courier.flying == 0)
    first = [d.payload["event"] for d in world.slack.courier.events() if d.parcel.attempt == 0]
    by_subtype = {event.get("subtype", event["type"]): event for event in first}
    assert set(by_subtype) == {
        "file_share",
        "message_changed",
        "message_deleted",
        "bot_message",
        "channel_join",
        "member_joined_channel",
    }
    assert by_subtype["message_changed"]["previous_message"]["text"] == "one"
    assert by_subtype["message_changed"]["message"]["edited"]["user"] == world.ann.id
    assert by_subtype["message_deleted"]["deleted_ts"] == message.ts
    assert by_subtype["bot_message"]["username"] == "otherbot"
    assert "user" not in by_subtype["bot_message"]
    assert by_subtype["channel_join"]["text"] == f"<@{cy.id}> has joined the channel"
    assert all(event["channel_type"] == "channel" for event in first if event["type"] == "message")


async def test_a_reaction_is_no_edit_and_a_broadcast_reply_says_so(world: Scene) -> None:
    async with served(web.Application()) as address:
        parent = await world.ann.says(world.channel, "hire?")
        world.slack.deliver_to(address)
        await world.client.reactions_add(channel=world.channel.id, timestamp=parent.ts, name="eyes")
        await world.bob.says(world.channel, "no", thread_ts=parent.ts, broadcast=True)
        await world.slack.until(lambda: world.slack.courier.flying == 0)
    events = [d.payload["event"] for d in world.slack.courier]
    assert {(event["subtype"], event["thread_ts"]) for event in events} == {("thread_broadcast", parent.ts)}


async def test_what_goes_wrong_beside_ends_the_whole_slack() -> None:
    async def broken() -> None:
        raise RuntimeError

    async def live() -> None:
        async with LocalSlack(full_app()) as slack:
            slack.site.spawn(broken())
            await asyncio.sleep(5)

    with pytest.raises(ExceptionGroup):
        await live()


async def test_a_mention_in_a_direct_message_is_only_a_message(world: Scene) -> None:
    async with served(web.Application()) as address:
        world.slack.deliver_to(address)
        await world.ann.tells_bot(f"<@{world.bot}> hello")
        await world.slack.until(lambda: world.slack.courier.flying == 0)
    assert {(d.event_type, d.payload["event"]["channel_type"]) for d in world.slack.courier} == {
        ("message", "im")
    }
