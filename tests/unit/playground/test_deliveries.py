"""What reaches a real Bolt app over HTTP."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import ClientSession
from slack_bolt.async_app import AsyncAck, AsyncRespond

from bot.playground.slack.delivery.signing import Signer
from bot.playground.slack.people.uploads import Upload
from tests.unit.playground.scene import Scene, bolt, connected

Body = dict[str, Any]


async def test_a_mention_arrives_twice_and_is_signed_right(world: Scene) -> None:
    app, seen = bolt(world), list[Body]()

    @app.event("app_mention")
    async def mentioned(body: Body) -> None:
        seen.append(body)

    @app.event("message")
    async def said(body: Body) -> None:
        seen.append(body)

    async with connected(world, app):
        message = await world.ann.mentions_bot(world.channel, "should we hire?")
        await world.slack.until(lambda: len(seen) == 2)
        await world.slack.settled()
    assert {body["event"]["type"] for body in seen} == {"app_mention", "message"}
    assert {body["event"]["ts"] for body in seen} == {message.ts}
    assert len({body["event_id"] for body in seen}) == 2
    assert [d.answer.status for d in world.slack.courier] == [200, 200]


async def test_a_wrong_signature_is_refused_by_bolt(world: Scene) -> None:
    app = bolt(world)
    async with connected(world, app):
        world.slack.site.http._signer = Signer("another secret")
        await world.ann.says(world.channel, "hello")
        await world.slack.settled()
    assert world.slack.courier.events()[0].answer.status == 401
    assert world.slack.courier.events()[0].answer.reason == "http_error"


async def test_an_old_signature_is_refused_by_bolt(world: Scene) -> None:
    app = bolt(world)
    async with connected(world, app):
        world.slack.site.http._signer = Signer(world.slack.app.signing_secret, now=lambda: 1_000_000_000.0)
        await world.ann.says(world.channel, "hello")
        await world.slack.settled()
    assert world.slack.courier.events()[0].answer.status == 401


async def test_bolt_answers_404_to_an_event_nobody_listens_to_and_slack_tries_again(world: Scene) -> None:
    async with connected(world, bolt(world)):
        await world.ann.says(world.channel, "hello")
        await world.slack.until(lambda: len(world.slack.courier) == 2)
        await world.slack.settled()
    assert [d.answer.status for d in world.slack.courier] == [404, 404]
    assert [d.parcel.attempt for d in world.slack.courier] == [0, 1]


async def test_the_bots_own_messages_come_back_and_bolt_ignores_them(world: Scene) -> None:
    app, seen = bolt(world), list[Body]()

    @app.event("message")
    async def said(body: Body) -> None:
        seen.append(body)

    async with connected(world, app):
        posted = await world.client.chat_postMessage(channel=world.channel.id, text="mine")
        await world.slack.settled()
        await world.client.chat_update(channel=world.channel.id, ts=posted["ts"], text="mine, changed")
        await world.slack.settled()
    assert [d.payload["event"].get("subtype") for d in world.slack.courier] == [None, "message_changed"]
    assert all(d.ok for d in world.slack.courier)
    assert seen == []


async def test_a_command_is_answered_at_once_and_later(world: Scene) -> None:
    app = bolt(world)

    @app.command("/decide")
    async def decide(ack: AsyncAck, respond: AsyncRespond, command: Body) -> None:
        await ack(f"Reading: {command['text']}")
        await respond(text="Done", response_type="in_channel")

    async with connected(world, app):
        outcome = await world.ann.runs("/decide", "hire or contract?", world.channel)
        await world.slack.until(lambda: bool(world.slack.messages(world.channel)))
        await world.slack.settled()
    assert outcome.ok
    assert [m.text for m in world.ann.private(world.channel)] == ["Reading: hire or contract?"]
    assert [m.text for m in world.slack.messages(world.channel)] == ["Done"]
    assert world.bob.private(world.channel) == []


async def test_a_modal_is_opened_filled_in_and_sent(world: Scene) -> None:
    app, sent = bolt(world), list[Body]()

    @app.command("/decide")
    async def decide(ack: AsyncAck, command: Body) -> None:
        await ack()
        await world.client.views_open(trigger_id=command["trigger_id"], view=_modal())

    @app.view("brief")
    async def submitted(ack: AsyncAck, view: Body) -> None:
        text = view["state"]["values"]["ask"]["brief"]["value"]
        sent.append(view)
        if len(text) < 10:
            await ack(response_action="errors", errors={"ask": "Say a little more"})
        else:
            await ack()

    async with connected(world, app):
        await world.ann.runs("/decide", "", world.channel)
        await world.slack.until(lambda: world.ann.modal is not None)
        modal = world.ann.modal
        assert modal
        short = await world.ann.submits(modal, {"brief": "hm"})
        long = await world.ann.submits(
            modal, {"brief": "Hire or contract?", "files": [Upload(name="a.csv", content=b"a,b")]}
        )
    assert short.errors == {"ask": "Say a little more"}
    assert long.ok
    assert world.ann.modal is None
    file = sent[1]["state"]["values"]["attach"]["files"]["files"][0]
    assert (file["name"], file["mimetype"]) == ("a.csv", "text/csv")
    info = await world.client.files_info(file=file["id"])
    assert info["file"]["size"] == 3


def _modal() -> Body:
    return {
        "type": "modal",
        "callback_id": "brief",
        "title": {"type": "plain_text", "text": "New draft"},
        "submit": {"type": "plain_text", "text": "Draft"},
        "blocks": [
            {
                "type": "input",
                "block_id": "ask",
                "label": {"type": "plain_text", "text": "Brief"},
                "element": {"type": "plain_text_input", "action_id": "brief", "multiline": True},
            },
            {
                "type": "input",
                "block_id": "attach",
                "optional": True,
                "label": {"type": "plain_text", "text": "Files"},
                "element": {"type": "file_input", "action_id": "files", "max_files": 3},
            },
        ],
    }


async def test_a_click_a_shortcut_and_the_home_tab_reach_their_listeners(world: Scene) -> None:
    app, seen = bolt(world), list[str]()

    @app.action("stop")
    async def stopped(ack: AsyncAck, action: Body, body: Body) -> None:
        await ack()
        seen.append(f"{action['value']} in {body['container']['thread_ts']}")

    @app.shortcut("draft_this")
    async def draft(ack: AsyncAck, shortcut: Body) -> None:
        await ack()
        seen.append(shortcut["message"]["text"])

    @app.shortcut("new_draft")
    async def new(ack: AsyncAck, shortcut: Body) -> None:
        await ack()
        seen.append(shortcut["type"])

    @app.event("app_home_opened")
    async def home(event: Body) -> None:
        seen.append(event["tab"])

    @app.event("message")
    async def ignore() -> None:
        pass

    async with connected(world, app):
        asked = await world.ann.says(world.channel, "hire or contract?")
        button = {"type": "button", "action_id": "stop", "value": "job-1", "text": _plain("Stop")}
        await world.client.chat_postMessage(
            channel=world.channel.id,
            thread_ts=asked.ts,
            text="Drafting",
            blocks=[{"type": "actions", "elements": [button]}],
        )
        live = world.slack.messages(world.channel)[-1]
        assert (await world.bob.clicks(live, "stop")).ok
        assert (await world.bob.message_shortcut("draft_this", asked)).ok
        assert (await world.bob.shortcut("new_draft")).ok
        await world.bob.opens_home()
        await world.bob.opens_messages()
        await world.slack.until(lambda: len(seen) == 5)
        await world.slack.settled()
    assert seen[:3] == [f"job-1 in {asked.ts}", "hire or contract?", "shortcut"]
    assert sorted(seen[3:]) == ["home", "messages"]


def _plain(text: str) -> Body:
    return {"type": "plain_text", "text": text}


async def test_the_url_verification_of_bolt_takes_our_signature(world: Scene) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "abc"}).encode()
    headers = Signer(world.slack.app.signing_secret).headers(body) | {"Content-Type": "application/json"}
    async with connected(world, bolt(world)), ClientSession() as session:
        async with session.post(world.slack.site.http.url, data=body, headers=headers) as response:
            assert (await response.json())["challenge"] == "abc"
        async with session.post(world.slack.site.http.url, data=body + b" ", headers=headers) as response:
            assert response.status == 401
