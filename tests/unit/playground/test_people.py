"""What people can do, and what Slack's client would not let them do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Message, View
from bot.playground.slack.triggers import new_trigger
from tests.unit.playground.scene import Scene, full_app, scene, served
from tests.unit.playground.test_views import home, modal

Json = dict[str, Any]


def _plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def _options(*values: str) -> list[Json]:
    return [{"text": _plain(value.title()), "value": value} for value in values]


class Bot:
    """An app that answers every interaction with `answer`, and keeps what it got."""

    def __init__(self) -> None:
        self.answer: web.Response | Json = {}
        self.forms: list[Json] = []

    async def handle(self, request: web.Request) -> web.Response:
        import json  # noqa: PLC0415  only here

        if request.content_type == "application/json":
            return web.Response()
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.forms.append(json.loads(form["payload"]) if "payload" in form else form)
        if isinstance(self.answer, web.Response):
            return self.answer
        return web.json_response(self.answer) if self.answer else web.Response()


@asynccontextmanager
async def _bot(world: Scene) -> AsyncIterator[Bot]:
    bot, application = Bot(), web.Application()
    application.router.add_post("/slack/events", bot.handle)
    async with served(application) as address:
        world.slack.deliver_to(address)
        yield bot
        await world.slack.settled()
        world.slack.deliver_to("")


async def _posted(world: Scene, *blocks: Json) -> Message:
    await world.client.chat_postMessage(channel=world.channel.id, text="x", blocks=list(blocks))
    return world.slack.messages(world.channel)[-1]


async def _opened(world: Scene, view: Json) -> View:
    trigger = new_trigger(world.slack.world, team=world.team.id, user=world.ann.id)
    await world.client.views_open(trigger_id=trigger, view=view)
    assert world.ann.modal
    return world.ann.modal


def _entry(name: str, element: Json, **fields: object) -> Json:
    named = {"action_id": name, **element}
    return {"type": "input", "block_id": f"b-{name}", "label": _plain(name), "element": named, **fields}


def _form(*blocks: Json, **fields: Any) -> Json:  # noqa: ANN401  any field
    return modal(submit=_plain("Send"), callback_id="form", **fields) | {"blocks": list(blocks)}


async def test_a_click_says_who_where_and_what(world: Scene) -> None:
    button = {
        "type": "button",
        "action_id": "stop",
        "text": _plain("Stop"),
        "value": "job-1",
        "style": "danger",
    }
    message = await _posted(world, {"type": "actions", "block_id": "row", "elements": [button]})
    async with _bot(world) as bot:
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
    blocks = [{"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": _plain("Go")}]}]
    await world.client.chat_postEphemeral(
        channel=world.channel.id, user=world.ann.id, text="x", blocks=blocks
    )
    [private] = world.ann.private(world.channel)
    async with _bot(world) as bot:
        assert (await world.ann.clicks(private, "go")).ok
        with pytest.raises(Cannot):
            await world.bob.clicks(private, "go")
    assert "message" not in bot.forms[0]
    assert bot.forms[0]["container"]["is_ephemeral"]


async def test_choices_in_a_message_are_remembered_per_person(world: Scene) -> None:
    row = [
        {"type": "radio_buttons", "action_id": "when", "options": _options("now", "later")},
        {"type": "checkboxes", "action_id": "who", "options": _options("us", "them")},
        {
            "type": "static_select",
            "action_id": "how",
            "placeholder": _plain("How"),
            "options": _options("fast"),
        },
        {"type": "overflow", "action_id": "more", "options": _options("undo", "export")},
        {"type": "datepicker", "action_id": "day"},
        {"type": "multi_users_select", "action_id": "people", "max_selected_items": 2},
        {"type": "button", "action_id": "send", "text": _plain("Send")},
    ]
    message = await _posted(world, {"type": "actions", "block_id": "row", "elements": row})
    async with _bot(world) as bot:
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
    assert picked[2]["placeholder"] == _plain("How")
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
        ({"type": "radio_buttons", "options": _options("now")}, "never"),
        ({"type": "overflow", "options": _options("a", "b")}, "c"),
        ({"type": "checkboxes", "options": _options("a")}, "a"),
        ({"type": "checkboxes", "options": _options("a")}, ["b"]),
        ({"type": "multi_users_select", "max_selected_items": 1}, ["U1", "U2"]),
        ({"type": "datepicker"}, "tomorrow"),
        ({"type": "timepicker"}, "25:00"),
        ({"type": "button", "text": _plain("Go"), "value": "one"}, "two"),
        ({"type": "static_select", "option_groups": [{"label": _plain("a"), "options": _options("a")}]}, "b"),
    ],
)
async def test_what_is_not_offered_cannot_be_chosen(world: Scene, element: Json, value: object) -> None:
    row = {"type": "actions", "elements": [{"action_id": "it", **element}]}
    message = await _posted(world, row)
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
                "text": _plain("Apply"),
                "value": f"fix-{n}",
            },
        }
        for n in range(2)
    ]
    message = await _posted(world, *rows)
    async with _bot(world) as bot:
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
        "positive_button": {"text": _plain("Good"), "value": "good"},
        "negative_button": {"text": _plain("Bad"), "value": "bad"},
    }
    card = {
        "type": "card",
        "title": _plain("Hire"),
        "actions": [{"type": "button", "action_id": "add", "text": _plain("Add")}],
    }
    rows: list[Json] = [
        {"type": "context_actions", "elements": [pair]},
        {"type": "carousel", "elements": [card]},
        {
            "type": "container",
            "title": _plain("Why"),
            "child_blocks": [
                {
                    "type": "actions",
                    "elements": [{"type": "button", "action_id": "deep", "text": _plain("Deep")}],
                }
            ],
        },
    ]
    message = await _posted(world, *rows)
    async with _bot(world) as bot:
        await world.ann.clicks(message, "feedback", "bad")
        await world.ann.clicks(message, "add")
        await world.ann.clicks(message, "deep")
        with pytest.raises(Cannot):
            await world.ann.clicks(message, "feedback", "so-so")
    assert bot.forms[0]["actions"][0]["value"] == "bad"


async def test_a_form_is_filled_in_and_every_kind_of_field_has_its_state(world: Scene) -> None:
    view = await _opened(
        world,
        _form(
            _entry("text", {"type": "plain_text_input", "initial_value": "as it was"}),
            _entry("number", {"type": "number_input", "is_decimal_allowed": True}),
            _entry("mail", {"type": "email_text_input"}),
            _entry("page", {"type": "url_text_input"}),
            _entry("pick", {"type": "static_select", "options": _options("a", "b")}),
            _entry("many", {"type": "multi_static_select", "options": _options("a", "b")}),
            _entry("place", {"type": "channels_select"}),
            _entry("files", {"type": "file_input", "max_files": 2}),
            _entry("hint", {"type": "plain_text_input"}, optional=True),
        ),
    )
    values: Json = {
        "number": "2.5",
        "mail": "ann@acme.test",
        "page": "https://acme.test",
        "pick": "b",
        "many": ["a", "b"],
        "place": world.channel.id,
        "files": Upload(name="a.csv", content=b"a,b"),
        "hint": None,
    }
    async with _bot(world) as bot:
        assert (await world.ann.submits(view, values)).ok
    state = {
        name: block
        for blocks in bot.forms[0]["view"]["state"]["values"].values()
        for name, block in blocks.items()
    }
    assert state["text"] == {"type": "plain_text_input", "value": "as it was"}
    assert (state["number"]["value"], state["mail"]["value"], state["page"]["value"]) == (
        "2.5",
        "ann@acme.test",
        "https://acme.test",
    )
    assert state["pick"]["selected_option"]["value"] == "b"
    assert [option["value"] for option in state["many"]["selected_options"]] == ["a", "b"]
    assert state["place"]["selected_channel"] == world.channel.id
    assert [file["name"] for file in state["files"]["files"]] == ["a.csv"]
    assert state["hint"]["value"] is None
    assert world.ann.modal is None


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input"}, ""),
        ({"type": "plain_text_input", "min_length": 5}, "four"),
        ({"type": "plain_text_input", "max_length": 5}, "sixsix"),
        ({"type": "plain_text_input"}, "a" * 3_001),
        ({"type": "number_input", "is_decimal_allowed": False}, "many"),
        ({"type": "number_input", "is_decimal_allowed": False}, "2.5"),
        ({"type": "number_input", "is_decimal_allowed": True, "max_value": "2"}, "2.5"),
        ({"type": "number_input", "is_decimal_allowed": True, "min_value": "3"}, "2.5"),
        ({"type": "email_text_input"}, "nobody"),
        ({"type": "url_text_input"}, "acme"),
        ({"type": "file_input", "max_files": 1}, [Upload(name="a"), Upload(name="b")]),
        ({"type": "file_input"}, []),
    ],
)
async def test_a_form_that_is_not_filled_in_right_is_not_sent(
    world: Scene, element: Json, value: object
) -> None:
    view = await _opened(world, _form(_entry("it", element)))
    with pytest.raises(Cannot):
        await world.ann.submits(view, {"it": value})
    assert len(world.slack.courier) == 0


async def test_an_answer_can_change_stack_or_close_views(world: Scene) -> None:
    view = await _opened(world, _form(_entry("it", {"type": "plain_text_input"})))
    async with _bot(world) as bot:
        bot.answer = {"response_action": "update", "view": _form({"type": "divider"}, private_metadata="2")}
        assert (await world.ann.submits(view, {"it": "x"})).ok
        assert world.ann.modal
        assert world.ann.modal.definition["private_metadata"] == "2"
        bot.answer = {"response_action": "push", "view": _form({"type": "divider"}, private_metadata="3")}
        assert (await world.ann.submits(view)).ok
        top = world.ann.modal
        assert top.previous == view.id
        with pytest.raises(Cannot):
            await world.ann.submits(view)
        bot.answer = {}
        assert (await world.ann.submits(top)).ok
        assert world.ann.modal.id == view.id
        bot.answer = {"response_action": "clear"}
        assert (await world.ann.submits(view)).ok
    assert world.ann.modal is None


@pytest.mark.parametrize(
    ("answer", "notice"),
    [
        ({"response_action": "dance"}, "invalid_response_action dance"),
        ({"response_action": "errors"}, "invalid_errors errors must name input blocks"),
        (
            {"response_action": "errors", "errors": {"b-other": "no"}},
            "invalid_errors errors must name input blocks",
        ),
        (
            {"response_action": "update", "view": {"type": "modal"}},
            "invalid_arguments missing required field",
        ),
        (web.Response(status=500), "We had some trouble connecting. Try again?"),
    ],
)
async def test_a_bad_answer_leaves_the_form_open(
    world: Scene, answer: web.Response | Json, notice: str
) -> None:
    view = await _opened(world, _form(_entry("it", {"type": "plain_text_input"})))
    async with _bot(world) as bot:
        bot.answer = answer
        outcome = await world.ann.submits(view, {"it": "x"})
    assert outcome.notice.startswith(notice)
    assert not outcome.ok
    assert world.ann.modal


async def test_closing_a_view_is_told_where_the_app_asked(world: Scene) -> None:
    silent = await _opened(world, modal())
    assert await world.ann.closes(silent) is None
    view = await _opened(world, modal(notify_on_close=True, clear_on_close=True))
    async with _bot(world) as bot:
        outcome = await world.ann.closes(view)
    assert outcome
    assert outcome.ok
    assert (bot.forms[0]["type"], bot.forms[0]["is_cleared"]) == ("view_closed", True)
    with pytest.raises(Cannot):
        await world.ann.closes(view)


async def test_clicks_in_views_carry_the_view_and_its_state(world: Scene) -> None:
    pick = _entry("pick", {"type": "static_select", "options": _options("a", "b")}, dispatch_action=True)
    quiet = _entry("quiet", {"type": "plain_text_input"})
    button = {"type": "actions", "elements": [{"type": "button", "action_id": "go", "text": _plain("Go")}]}
    view = await _opened(world, _form(pick, quiet, button))
    await world.client.views_publish(user_id=world.ann.id, view=home() | {"blocks": [button]})
    async with _bot(world) as bot:
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
    async with _bot(world) as bot:
        bot.answer = answer
        outcome = await world.ann.runs("/decide", "x", world.channel)
    assert outcome.notice == notice
    assert [(m.text, m.user) for m in world.ann.private(world.channel)] == [(notice, "USLACKBOT")]


async def test_a_command_that_is_not_answered_in_time_has_timed_out() -> None:
    async with scene(patience=0.05) as world:
        application = web.Application()

        async def slow(_: web.Request) -> web.Response:
            import asyncio  # noqa: PLC0415  only here

            await asyncio.sleep(0.1)
            return web.Response()

        application.router.add_post("/slack/events", slow)
        async with served(application) as address:
            world.slack.deliver_to(address)
            outcome = await world.ann.runs("/decide", "x", world.channel)
        assert outcome.notice == '/decide failed with the error "operation_timeout"'


async def test_a_command_in_other_places_says_where(world: Scene) -> None:
    private = world.slack.add_channel(world.team, "secret", world.ann, kind="private")
    async with _bot(world) as bot:
        bot.answer = web.json_response("just a string")
        for place in (world.channel, private, world.ann.direct()):
            assert (await world.ann.runs("/decide", "x", place)).ok
            bot.answer = {"text": "in channel", "response_type": "in_channel"}
    assert [form["channel_name"] for form in bot.forms] == ["general", "privategroup", "directmessage"]
    assert bot.forms[0]["is_enterprise_install"] == "false"
    assert [m.text for m in world.slack.messages(private)] == ["in channel"]
    assert [m.text for m in world.ann.private(world.channel)] == ['"just a string"']


async def test_the_home_tab_comes_with_what_was_published(world: Scene) -> None:
    async with _bot(world):
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
