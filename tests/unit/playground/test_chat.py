"""chat.* through the real client."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.unit.playground.scene import SCOPES, Scene, error_of, full_app, scene


async def _refusal(client: AsyncWebClient, method: str, **fields: Any) -> str:  # noqa: ANN401  any argument
    with pytest.raises(SlackApiError) as refused:
        await client.api_call(method, json=fields)
    return error_of(refused.value)


async def test_a_message_is_stored_as_it_was_sent(world: Scene) -> None:
    text = "a < b & <!channel> café"
    posted = await world.client.chat_postMessage(channel=world.channel.id, text=text)
    [message] = world.slack.messages(world.channel)
    assert (message.text, message.ts) == (text, posted["ts"])
    assert (message.user, message.bot) == (world.bot, world.slack.installation(world.team).bot)
    assert posted["message"]["bot_profile"]["app_id"] == world.slack.app.id


async def test_a_reply_hangs_under_its_parent_and_nowhere_else(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    reply = await world.client.chat_postMessage(channel=world.channel.id, text="reading", thread_ts=parent.ts)
    assert reply["message"]["parent_user_id"] == world.ann.id
    client, channel = world.client, world.channel.id
    world.clock.advance(10)
    lost = await _refusal(client, "chat.postMessage", channel=channel, text="x", thread_ts="1.000001")
    deep = await _refusal(client, "chat.postMessage", channel=channel, text="x", thread_ts=reply["ts"])
    assert (lost, deep) == ("thread_not_found", "cannot_reply_to_message")


async def test_text_alone_takes_the_blocks_away(world: Scene) -> None:
    channel, blocks = world.channel.id, [{"type": "divider"}]
    ts = (await world.client.chat_postMessage(channel=channel, text="one", blocks=blocks))["ts"]
    kept = await world.client.chat_update(channel=channel, ts=ts, text="two", blocks=blocks)
    assert "edited" not in kept["message"]
    gone = await world.client.chat_update(channel=channel, ts=ts, text="three")
    assert "blocks" not in gone["message"]
    assert gone["message"]["edited"]["user"] == world.bot
    assert [m.text for m in world.slack.messages(channel)] == ["three"]


async def test_only_its_own_messages_can_be_changed(world: Scene) -> None:
    theirs = await world.ann.says(world.channel, "mine")
    client, channel = world.client, world.channel.id
    assert await _refusal(client, "chat.update", channel=channel, ts=theirs.ts, text="x") == (
        "cant_update_message"
    )
    assert await _refusal(client, "chat.delete", channel=channel, ts=theirs.ts) == "cant_delete_message"
    assert await _refusal(client, "chat.update", channel=channel, ts="1.000001", text="x") == (
        "message_not_found"
    )


async def test_a_deleted_message_is_gone(world: Scene) -> None:
    ts = (await world.client.chat_postMessage(channel=world.channel.id, text="one"))["ts"]
    await world.client.chat_delete(channel=world.channel.id, ts=ts)
    assert world.slack.messages(world.channel) == []


async def test_an_ephemeral_message_is_for_one_person_and_cannot_be_edited(world: Scene) -> None:
    channel = world.channel.id
    sent = await world.client.chat_postEphemeral(channel=channel, user=world.ann.id, text="only you")
    assert [m.text for m in world.ann.private(channel)] == ["only you"]
    assert (world.bob.private(channel), world.slack.messages(channel)) == ([], [])
    refused = await _refusal(world.client, "chat.update", channel=channel, ts=sent["message_ts"], text="x")
    assert refused == "message_not_found"


async def test_an_ephemeral_message_needs_both_to_be_there(world: Scene) -> None:
    client, place = world.client, world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    assert await _refusal(client, "chat.postEphemeral", channel=place.id, user=world.ann.id, text="x") == (
        "not_in_channel"
    )
    there = world.slack.add_channel(world.team, "third", world.ann)
    assert await _refusal(client, "chat.postEphemeral", channel=there.id, user=world.bob.id, text="x") == (
        "user_not_in_channel"
    )
    world.slack.archive(there)
    assert await _refusal(client, "chat.postEphemeral", channel=there.id, user=world.ann.id, text="x") == (
        "is_archived"
    )


async def test_where_the_bot_may_post() -> None:
    async with scene(full_app(scopes=SCOPES - {"chat:write.public"})) as world:
        client, slack = world.client, world.slack
        public = slack.add_channel(world.team, "public", world.ann, with_bot=False)
        private = slack.add_channel(world.team, "private", world.ann, kind="private", with_bot=False)
        closed = slack.archive(slack.add_channel(world.team, "closed", world.ann))
        for place, error in [
            (public.id, "not_in_channel"),
            (private.id, "channel_not_found"),
            (closed.id, "is_archived"),
            ("C0NOWHERE", "channel_not_found"),
            ("#public", "channel_not_found"),
        ]:
            assert await _refusal(client, "chat.postMessage", channel=place, text="x") == error


async def test_with_chat_write_public_it_may_post_in_public_channels_without_joining(world: Scene) -> None:
    place = world.slack.add_channel(world.team, "public", world.ann, with_bot=False)
    await world.client.chat_postMessage(channel=place.id, text="hello")
    assert [m.text for m in world.slack.messages(place)] == ["hello"]


async def test_an_archived_channel_takes_no_edits(world: Scene) -> None:
    ts = (await world.client.chat_postMessage(channel=world.channel.id, text="one"))["ts"]
    world.slack.archive(world.channel)
    assert await _refusal(world.client, "chat.update", channel=world.channel.id, ts=ts, text="x") == (
        "is_inactive"
    )


async def test_a_users_id_posts_into_the_direct_conversation(world: Scene) -> None:
    posted = await world.client.chat_postMessage(channel=world.ann.id, text="hello")
    assert posted["channel"] == world.ann.direct().id
    assert posted["channel"].startswith("D")


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"text": "a" * 4_001}, "msg_too_long"),
        ({"text": "é" * 2_001}, "msg_too_long"),
        ({"text": ""}, "no_text"),
        ({"text": "", "blocks": []}, "no_text"),
        ({"text": 5}, "invalid_arguments"),
        ({"text": "x", "blocks": "nonsense"}, "invalid_blocks_format"),
        ({"text": "x", "blocks": {"type": "divider"}}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        (
            {"text": "x", "blocks": [{"type": "markdown", "text": "a"}], "markdown_text": "b"},
            "markdown_text_conflict",
        ),
        ({"markdown_text": "a" * 12_001}, "msg_too_long"),
        ({"text": "x", "attachments": [{"text": "old"}]}, "invalid_arguments"),
        ({"text": "x", "kanal": "C1"}, "invalid_arguments"),
        ({"text": "x", "reply_broadcast": "maybe"}, "invalid_arguments"),
        ({"text": "x", "thread_ts": 1.5}, "invalid_arguments"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": "{"}, "invalid_arguments"),
        ({"text": "x", "username": "Someone"}, "missing_scope"),
    ],
)
async def test_what_a_message_may_not_be(world: Scene, fields: dict[str, Any], error: str) -> None:
    assert await _refusal(world.client, "chat.postMessage", channel=world.channel.id, **fields) == error


async def test_many_blocks_that_are_each_legal_can_be_too_long_together(world: Scene) -> None:
    lengths, channel = [2_900, 2_900, 2_900, 2_900, 13_200 - 4 * 2_900 - 4 * 125], world.channel.id
    await world.client.chat_postMessage(channel=channel, text="x", blocks=_sections(lengths))
    lengths[-1] += 1
    refused = await _refusal(
        world.client, "chat.postMessage", channel=channel, text="x", blocks=_sections(lengths)
    )
    assert refused == "msg_blocks_too_long"


def _sections(lengths: list[int]) -> list[dict[str, Any]]:
    return [{"type": "section", "text": {"type": "mrkdwn", "text": "a" * length}} for length in lengths]


async def test_invalid_blocks_say_what_and_where(world: Scene) -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3_001}}
    with pytest.raises(SlackApiError) as refused:
        await world.client.chat_postMessage(channel=world.channel.id, text="x", blocks=[section])
    said = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert refused.value.response["errors"] == [said]
    assert refused.value.response["response_metadata"]["messages"] == [f"[ERROR] {said}"]


async def test_metadata_and_broadcasts_are_kept(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    metadata = {"event_type": "draft", "event_payload": {"job": "1"}}
    await world.client.chat_postMessage(
        channel=world.channel.id, text="x", thread_ts=parent.ts, reply_broadcast=True, metadata=metadata
    )
    message = world.slack.messages(world.channel)[-1]
    assert (message.metadata, message.broadcast) == (metadata, True)


async def test_markdown_text_is_a_message_too(world: Scene) -> None:
    await world.client.chat_postMessage(channel=world.channel.id, markdown_text="**bold** " + "a" * 5_000)
    assert world.slack.messages(world.channel)[0].text.startswith("**bold**")


async def test_a_permalink_leads_to_the_message(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    reply = await world.bob.says(world.channel, "no", thread_ts=parent.ts)
    link = await world.client.chat_getPermalink(channel=world.channel.id, message_ts=parent.ts)
    deep = await world.client.chat_getPermalink(channel=world.channel.id, message_ts=reply.ts)
    assert link["permalink"] == f"{world.slack.url}/archives/{world.channel.id}/p{parent.ts.replace('.', '')}"
    assert deep["permalink"].endswith(f"?thread_ts={parent.ts}&cid={world.channel.id}")
    assert await _refusal(
        world.client, "chat.getPermalink", channel=world.channel.id, message_ts="1.000001"
    ) == ("message_not_found")


async def test_an_update_can_name_files_that_exist(world: Scene) -> None:
    ts = (await world.client.chat_postMessage(channel=world.channel.id, text="one"))["ts"]
    refused = await _refusal(
        world.client, "chat.update", channel=world.channel.id, ts=ts, text="x", file_ids="F0NONE"
    )
    assert refused == "file_not_found"


async def test_a_channel_is_not_shared_with_workspaces_that_are_not_in_it(world: Scene) -> None:
    other = world.slack.add_workspace("Other")
    stranger = world.slack.add_person(other, "Eve")
    theirs = world.slack.add_channel(other, "theirs", stranger)
    assert await _refusal(world.client, "chat.postMessage", channel=theirs.id, text="x") == (
        "channel_not_found"
    )
    assert await _refusal(world.client, "chat.postMessage", channel=stranger.id, text="x") == (
        "channel_not_found"
    )
    world.slack.world.channels.put(replace(theirs, teams=(*theirs.teams, world.team.id)))
    await world.client.chat_postMessage(channel=theirs.id, text="now I may")
