"""Clicking in messages, modals and home tabs."""

from __future__ import annotations

import pytest

from bot.playground.slack.people.cannot import Cannot
from tests.unit.playground.hands import Json, answering, entry, form, opened, options, plain, posted
from tests.unit.playground.scene import Scene
from tests.unit.playground.test_views import home


async def test_a_click_says_who_where_and_what(world: Scene) -> None:
    button = {
        "type": "button",
        "action_id": "stop",
        "text": plain("Stop"),
        "value": "job-1",
        "style": "danger",
    }
    message = await posted(world, {"type": "actions", "block_id": "row", "elements": [button]})
    async with answering(world) as bot:
        assert (await world.bob.clicks(message, "stop")).ok
    [form] = bot.forms
    assert form["user"]["id"] == world.bob.id
    assert form["container"] == {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": world.channel.id,
        "is_ephemeral": False,
    }
    [action] = form["actions"]
    expected = {"type": "button", "action_id": "stop", "block_id": "row", "value": "job-1", "style": "danger"}
    assert expected.items() <= action.items()
    assert form["message"]["ts"] == message.ts
    assert form["trigger_id"] in {trigger.id for trigger in world.slack.world.triggers}
    assert form["response_url"].startswith(world.slack.url)


async def test_a_click_in_what_only_one_person_sees_comes_without_the_message(world: Scene) -> None:
    blocks = [{"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": plain("Go")}]}]
    await world.client.chat_postEphemeral(
        channel=world.channel.id, user=world.ann.id, text="x", blocks=blocks
    )
    [private] = world.ann.private(world.channel)
    async with answering(world) as bot:
        assert (await world.ann.clicks(private, "go")).ok
        with pytest.raises(Cannot):
            await world.bob.clicks(private, "go")
    assert "message" not in bot.forms[0]
    assert bot.forms[0]["container"]["is_ephemeral"]


async def test_choices_in_a_message_are_remembered_per_person(world: Scene) -> None:
    row = [
        {"type": "radio_buttons", "action_id": "when", "options": options("now", "later")},
        {"type": "checkboxes", "action_id": "who", "options": options("us", "them")},
        {
            "type": "static_select",
            "action_id": "how",
            "placeholder": plain("How"),
            "options": options("fast"),
        },
        {"type": "overflow", "action_id": "more", "options": options("undo", "export")},
        {"type": "datepicker", "action_id": "day"},
        {"type": "multi_users_select", "action_id": "people", "max_selected_items": 2},
        {"type": "button", "action_id": "send", "text": plain("Send")},
    ]
    message = await posted(world, {"type": "actions", "block_id": "row", "elements": row})
    async with answering(world) as bot:
        await world.ann.clicks(message, "when", "later")
        await world.ann.clicks(message, "who", ["us", "them"])
        await world.ann.clicks(message, "how", "fast")
        await world.ann.clicks(message, "more", "undo")
        await world.ann.clicks(message, "day", "2026-11-22")
        await world.ann.clicks(message, "people", [world.ann.id, world.bob.id])
        await world.ann.clicks(message, "send")
        await world.bob.clicks(message, "send")
    picked = [form["actions"][0] for form in bot.forms]
    assert picked[0]["selected_option"]["value"] == "later"
    assert [option["value"] for option in picked[1]["selected_options"]] == ["us", "them"]
    assert picked[2]["placeholder"] == plain("How")
    assert picked[3]["selected_option"]["value"] == "undo"
    assert picked[4]["selected_date"] == "2026-11-22"
    assert picked[5]["selected_users"] == [world.ann.id, world.bob.id]
    hers, his = (form["state"]["values"]["row"] for form in bot.forms[-2:])
    assert hers["when"]["selected_option"]["value"] == "later"
    assert hers["day"]["selected_date"] == "2026-11-22"
    assert his["when"]["selected_option"] is None
    assert his["who"]["selected_options"] == []
    assert set(hers) == {"when", "who", "how", "day", "people"}


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "radio_buttons", "options": options("now")}, "never"),
        ({"type": "overflow", "options": options("a", "b")}, "c"),
        ({"type": "checkboxes", "options": options("a")}, "a"),
        ({"type": "checkboxes", "options": options("a")}, ["b"]),
        ({"type": "multi_users_select", "max_selected_items": 1}, ["U1", "U2"]),
        ({"type": "datepicker"}, "tomorrow"),
        ({"type": "timepicker"}, "25:00"),
        ({"type": "button", "text": plain("Go"), "value": "one"}, "two"),
        ({"type": "static_select", "option_groups": [{"label": plain("a"), "options": options("a")}]}, "b"),
    ],
)
async def test_what_is_not_offered_cannot_be_chosen(world: Scene, element: Json, value: object) -> None:
    row = {"type": "actions", "elements": [{"action_id": "it", **element}]}
    message = await posted(world, row)
    with pytest.raises(Cannot):
        await world.ann.clicks(message, "it", value)


async def test_buttons_of_one_name_are_told_apart_by_block_or_value(world: Scene) -> None:
    rows = [
        {
            "type": "section",
            "block_id": f"row-{n}",
            "text": {"type": "mrkdwn", "text": "x"},
            "accessory": {
                "type": "button",
                "action_id": "apply",
                "text": plain("Apply"),
                "value": f"fix-{n}",
            },
        }
        for n in range(2)
    ]
    message = await posted(world, *rows)
    async with answering(world) as bot:
        await world.ann.clicks(message, "apply", block_id="row-1")
        await world.ann.clicks(message, "apply", "fix-0")
        for unclear in ({}, {"value": "fix-9"}, {"block_id": "row-9"}):
            with pytest.raises(Cannot):
                await world.ann.clicks(message, "apply", **unclear)
    assert [form["actions"][0]["value"] for form in bot.forms] == ["fix-1", "fix-0"]


async def test_feedback_is_one_of_two_values(world: Scene) -> None:
    pair = {
        "type": "feedback_buttons",
        "action_id": "feedback",
        "positive_button": {"text": plain("Good"), "value": "good"},
        "negative_button": {"text": plain("Bad"), "value": "bad"},
    }
    card = {
        "type": "card",
        "title": plain("Hire"),
        "actions": [{"type": "button", "action_id": "add", "text": plain("Add")}],
    }
    rows: list[Json] = [
        {"type": "context_actions", "elements": [pair]},
        {"type": "carousel", "elements": [card]},
        {
            "type": "container",
            "title": plain("Why"),
            "child_blocks": [
                {
                    "type": "actions",
                    "elements": [{"type": "button", "action_id": "deep", "text": plain("Deep")}],
                }
            ],
        },
    ]
    message = await posted(world, *rows)
    async with answering(world) as bot:
        await world.ann.clicks(message, "feedback", "bad")
        await world.ann.clicks(message, "add")
        await world.ann.clicks(message, "deep")
        with pytest.raises(Cannot):
            await world.ann.clicks(message, "feedback", "so-so")
    assert bot.forms[0]["actions"][0]["value"] == "bad"


async def test_clicks_in_views_carry_the_view_and_its_state(world: Scene) -> None:
    pick = entry("pick", {"type": "static_select", "options": options("a", "b")}, dispatch_action=True)
    quiet = entry("quiet", {"type": "plain_text_input"})
    button = {"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": plain("Go")}]}
    view = await opened(world, form(pick, quiet, button))
    await world.client.views_publish(user_id=world.ann.id, view=home() | {"blocks": [button]})
    async with answering(world) as bot:
        await world.ann.clicks(view, "pick", "b")
        await world.ann.clicks(view, "go")
        assert world.ann.home
        await world.ann.clicks(world.ann.home, "go")
        for refused in (
            world.ann.clicks(view, "quiet", "x"),
            world.bob.clicks(view, "go"),
            world.ann.closes(world.ann.home),
        ):
            with pytest.raises(Cannot):
                await refused
        with pytest.raises(Cannot):
            await world.ann.submits(world.ann.home)
    values = [form["view"]["state"]["values"] for form in bot.forms[:2]]
    assert [value["b-pick"]["pick"]["selected_option"]["value"] for value in values] == ["b", "b"]
    assert bot.forms[2]["view"]["type"] == "home"
    triggers = {trigger.id: trigger.view for trigger in world.slack.world.triggers}
    assert [triggers[form["trigger_id"]] for form in bot.forms] == [view.id, view.id, ""]
