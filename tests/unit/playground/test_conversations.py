"""conversations.*, users.*, team.info, bots.info, reactions.add through the real client."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from tests.unit.playground.scene import SCOPES, Scene, error_of, full_app, scene


async def _refusal(world: Scene, method: str, **fields: Any) -> str:  # noqa: ANN401  any argument
    with pytest.raises(SlackApiError) as refused:
        await world.client.api_call(method, params=fields)
    return error_of(refused.value)


async def test_what_a_channel_looks_like(world: Scene) -> None:
    private = world.slack.add_channel(world.team, "secret", world.ann, kind="private")
    public = (await world.client.conversations_info(channel=world.channel.id))["channel"]
    secret = (await world.client.conversations_info(channel=private.id))["channel"]
    direct = (await world.client.conversations_info(channel=world.ann.direct().id))["channel"]
    assert (public["name"], public["is_member"], public["is_private"]) == ("general", True, False)
    assert (secret["is_group"], secret["is_private"]) == (True, True)
    assert (direct["is_im"], direct["user"]) == (True, world.ann.id)


async def test_a_private_channel_without_the_bot_does_not_exist_for_it(world: Scene) -> None:
    private = world.slack.add_channel(world.team, "secret", world.ann, kind="private", with_bot=False)
    for method in ("conversations.info", "conversations.history", "conversations.join"):
        assert await _refusal(world, method, channel=private.id) == "channel_not_found"


async def test_a_scope_is_needed_for_each_kind_of_channel() -> None:
    async with scene(full_app(scopes=SCOPES - {"groups:read", "groups:history"})) as world:
        private = world.slack.add_channel(world.team, "secret", world.ann, kind="private")
        with pytest.raises(SlackApiError) as refused:
            await world.client.conversations_info(channel=private.id)
        assert refused.value.response["error"] == "missing_scope"
        assert refused.value.response["needed"] == "groups:read"
        assert "channels:read" in refused.value.response["provided"].split(",")
        assert await _refusal(world, "conversations.history", channel=private.id) == "missing_scope"


async def test_history_comes_newest_first_in_pages_without_replies(world: Scene) -> None:
    said = [await world.ann.says(world.channel, str(n)) for n in range(5)]
    await world.bob.says(world.channel, "a reply", thread_ts=said[0].ts)
    await world.bob.says(world.channel, "seen by all", thread_ts=said[0].ts, broadcast=True)
    first = await world.client.conversations_history(channel=world.channel.id, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await world.client.conversations_history(channel=world.channel.id, limit=3, cursor=cursor)
    texts = [m["text"] for m in [*first["messages"], *rest["messages"]]]
    assert texts == ["seen by all", "4", "3", "2", "1", "0"]
    assert rest["messages"][-1]["reply_count"] == 2
    assert not rest["has_more"]


async def test_history_can_be_cut_to_a_stretch_of_time(world: Scene) -> None:
    said = [await world.ann.says(world.channel, str(n)) for n in range(4)]
    between: dict[str, Any] = {"channel": world.channel.id, "oldest": said[0].ts, "latest": said[2].ts}
    inner = await world.client.conversations_history(**between)
    outer = await world.client.conversations_history(**between, inclusive=True)
    assert [m["text"] for m in inner["messages"]] == ["1"]
    assert [m["text"] for m in outer["messages"]] == ["2", "1", "0"]
    assert await _refusal(world, "conversations.history", channel=world.channel.id, oldest="then") == (
        "invalid_arguments"
    )


@pytest.mark.parametrize("cursor", ["%%%", "bmV4dDp4", "b3RoZXI6MQ==", "/w=="])
async def test_a_cursor_that_slack_did_not_give_is_refused(world: Scene, cursor: str) -> None:
    assert await _refusal(world, "conversations.history", channel=world.channel.id, cursor=cursor) == (
        "invalid_cursor"
    )


async def test_a_thread_is_its_parent_and_its_replies(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    await world.bob.says(world.channel, "no", thread_ts=parent.ts)
    thread = await world.client.conversations_replies(channel=world.channel.id, ts=parent.ts)
    assert [m["text"] for m in thread["messages"]] == ["hire?", "no"]
    assert thread["messages"][1]["parent_user_id"] == world.ann.id
    assert await _refusal(world, "conversations.replies", channel=world.channel.id, ts="1.000001") == (
        "thread_not_found"
    )


async def test_history_is_for_members(world: Scene) -> None:
    place = world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    assert await _refusal(world, "conversations.history", channel=place.id) == "not_in_channel"
    joined = await world.client.conversations_join(channel=place.id)
    assert joined["channel"]["is_member"]
    again = await world.client.conversations_join(channel=place.id)
    assert again["warning"] == "already_in_channel"
    history = await world.client.conversations_history(channel=place.id)
    assert [m["subtype"] for m in history["messages"]] == ["channel_join"]


async def test_only_open_public_channels_can_be_joined(world: Scene) -> None:
    private = world.slack.add_channel(world.team, "secret", world.ann, kind="private")
    closed = world.slack.archive(world.slack.add_channel(world.team, "old", world.ann, with_bot=False))
    assert await _refusal(world, "conversations.join", channel=private.id) == (
        "method_not_supported_for_channel_type"
    )
    assert await _refusal(world, "conversations.join", channel=closed.id) == "is_archived"


async def test_a_direct_conversation_opens_once(world: Scene) -> None:
    first = await world.client.conversations_open(users=world.ann.id)
    again = await world.client.conversations_open(users=[world.ann.id], return_im=True)
    known = await world.client.conversations_open(channel=first["channel"]["id"])
    group = await world.client.conversations_open(users=[world.ann.id, world.bob.id])
    assert "already_open" not in first
    assert again["already_open"]
    assert known["no_op"]
    assert first["channel"]["id"] == again["channel"]["id"] == known["channel"]["id"]
    assert again["channel"]["user"] == world.ann.id
    assert group["channel"]["id"].startswith("G")


async def test_whom_a_bot_cannot_talk_to(world: Scene) -> None:
    assert await _refusal(world, "conversations.open", users="U0NOBODY") == "user_not_found"
    assert await _refusal(world, "conversations.open", users=world.bot) == "cannot_dm_bot"
    assert await _refusal(world, "conversations.open", users=",".join(["U1"] * 9)) == "too_many_users"


async def test_people_are_shown_with_their_address_only_where_that_is_allowed() -> None:
    for scopes, shown in [(SCOPES, "cy@acme.test"), (SCOPES - {"users:read.email"}, None)]:
        async with scene(full_app(scopes=scopes)) as world:
            cy = world.slack.add_person(world.team, "Cy", email="cy@acme.test")
            user = (await world.client.users_info(user=cy.id))["user"]
            assert user["profile"].get("email") == shown
            assert await _refusal(world, "users.info", user="U0NOBODY") == "user_not_found"


async def test_strangers_are_known_only_from_shared_channels(world: Scene) -> None:
    other = world.slack.add_workspace("Other")
    eve = world.slack.add_person(other, "Eve")
    assert await _refusal(world, "users.info", user=eve.id) == "user_not_visible"
    world.slack.add_channel(world.team, "shared", world.ann, eve, shared_with=[other])
    assert (await world.client.users_info(user=eve.id))["user"]["is_stranger"]


async def test_everyone_in_the_workspace_can_be_listed(world: Scene) -> None:
    first = await world.client.users_list(limit=2)
    rest = await world.client.users_list(cursor=first["response_metadata"]["next_cursor"])
    names = [user["name"] for user in [*first["members"], *rest["members"]]]
    assert names == ["ann", "bob", "crossroads"]
    assert rest["response_metadata"]["next_cursor"] == ""


async def test_the_workspace_and_the_bot_itself_can_be_looked_up(world: Scene) -> None:
    assert (await world.client.team_info())["team"]["name"] == "Acme"
    assert (await world.client.bots_info())["bot"]["user_id"] == world.bot
    assert await _refusal(world, "team.info", team="T0NONE") == "team_not_found"
    assert await _refusal(world, "bots.info", bot="B0NONE") == "bot_not_found"


async def test_a_reaction_is_added_once(world: Scene) -> None:
    message = await world.ann.says(world.channel, "hire?")
    where = {"channel": world.channel.id, "timestamp": message.ts}
    await world.client.reactions_add(**where, name="eyes")
    history = await world.client.conversations_history(channel=world.channel.id)
    assert history["messages"][0]["reactions"] == [{"name": "eyes", "users": [world.bot], "count": 1}]
    assert await _refusal(world, "reactions.add", **where, name="eyes") == "already_reacted"
    assert await _refusal(world, "reactions.add", **where, name=":eyes:") == "invalid_name"
    assert await _refusal(world, "reactions.add", **(where | {"timestamp": "1.1"}), name="x") == (
        "message_not_found"
    )


async def test_where_a_reaction_is_not_possible(world: Scene) -> None:
    place = world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    message = await world.ann.says(place, "hire?")
    where = {"channel": place.id, "timestamp": message.ts, "name": "eyes"}
    assert await _refusal(world, "reactions.add", **where) == "not_in_channel"
    world.slack.archive(place)
    assert await _refusal(world, "reactions.add", **where) == "is_archived"
