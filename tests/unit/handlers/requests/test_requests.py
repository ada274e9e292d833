"""Payloads as the local Slack sends them, and any others, as requests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.async_app import AsyncAck

from bot.playground.slack.people.uploads import Upload
from core.errors import BriefTooShort, RequestUnreadable
from handlers.blocks import inputs, modal
from handlers.blocks.buttons import stop
from handlers.blocks.notice import too_short
from handlers.blocks.parts import actions
from handlers.requests.model import Kind, Request, SlackFile, Subcommand
from handlers.requests.reading import request_of
from tests.unit.handlers.blocks.checking import as_json
from tests.unit.playground.scene import Scene, bolt, connected, scene

Body = dict[str, Any]
BRIEF = "Should we hire three engineers or use an agency?"


@dataclass(frozen=True, kw_only=True)
class Ears:
    """A Bolt app that hears everything, and keeps what it heard as requests."""

    world: Scene
    bodies: list[Body] = field(default_factory=list)

    @property
    def requests(self) -> list[Request]:
        heard = (request_of(body) for body in self.bodies)
        return [request for request in heard if request is not None]

    @property
    def only(self) -> Request:
        (request,) = self.requests
        return request

    async def hear(self) -> None:
        await self.world.slack.settled()


@asynccontextmanager
async def listening(form: str = modal.CALLBACK) -> AsyncIterator[Ears]:
    async with scene() as world:
        ears, app = Ears(world=world), bolt(world)

        async def hears(body: Body, ack: AsyncAck) -> None:
            await ack()
            ears.bodies.append(body)

        for event in ("message", "app_mention", "member_joined_channel"):
            app.event(event)(hears)
        app.command("/decide")(hears)
        app.shortcut("draft_this")(hears)
        app.shortcut("new_draft")(hears)
        app.action({"action_id": "stop"})(hears)
        app.action({"action_id": "open_form"})(hears)
        app.view(form)(hears)
        async with connected(world, app):
            yield ears


async def test_a_mention_arrives_as_two_events_and_is_one_request() -> None:
    async with listening() as ears:
        world = ears.world
        message = await world.ann.mentions_bot(world.channel, BRIEF)
        await ears.hear()
        kinds = {body["event"]["type"] for body in ears.bodies}
    assert kinds == {"message", "app_mention"}
    first, second = ears.requests
    assert first == second
    assert first == Request(
        kind=Kind.MENTION,
        source_id=f"message:{world.team.id}:{world.channel.id}:{message.ts}",
        workspace=world.team.id,
        user=world.ann.id,
        channel=world.channel.id,
        message_ts=message.ts,
        text=BRIEF,
    )
    assert first.thread == message.ts
    assert not first.is_direct


async def test_a_direct_message_comes_with_its_files() -> None:
    async with listening() as ears:
        upload = Upload(name="costs.csv", content=b"a,b\n1,2\n")
        await ears.world.ann.tells_bot(BRIEF, files=[upload])
        await ears.hear()
    request = ears.only
    assert request.kind is Kind.MESSAGE
    assert request.is_direct
    (file,) = request.files
    assert (file.name, file.mimetype, file.size) == ("costs.csv", "text/csv", 8)
    assert (file.mode, file.access, file.is_external) == ("hosted", "visible", False)
    assert file.url.endswith("/costs.csv")


async def test_a_reply_stands_in_its_thread_and_a_root_in_none() -> None:
    async with listening() as ears:
        world = ears.world
        await world.ann.invites_bot(world.channel)
        root = await world.ann.says(world.channel, BRIEF)
        reply = await world.bob.says(world.channel, "and wait?", thread_ts=root.ts)
        await ears.hear()
    first, second = ears.requests
    assert (first.thread_ts, first.thread) == (None, root.ts)
    assert (second.thread_ts, second.thread, second.message_ts) == (root.ts, root.ts, reply.ts)


async def test_edits_deletions_joins_and_our_own_messages_ask_for_nothing() -> None:
    async with listening() as ears:
        world = ears.world
        await world.ann.invites_bot(world.channel)
        message = await world.ann.says(world.channel, BRIEF)
        await ears.hear()
        heard = len(ears.requests)
        await world.ann.edits(message, f"<@{world.bot}> {BRIEF}")
        await world.client.chat_postMessage(channel=world.channel.id, text="Drafting")
        await world.ann.deletes(message)
        await ears.hear()
        assert len(ears.bodies) > heard
    assert len(ears.requests) == heard == 1


@pytest.mark.parametrize(
    ("text", "subcommand"),
    [
        (" Help ", Subcommand.HELP),
        ("recent", Subcommand.RECENT),
        ("status", Subcommand.STATUS),
        ("usage", Subcommand.USAGE),
        ("watch  on", Subcommand.WATCH_ON),
        ("watch off", Subcommand.WATCH_OFF),
        ("help us choose a vendor", None),
        ("watch", None),
        ("", None),
        (BRIEF, None),
    ],
)
async def test_a_command_asks_for_something_else_only_with_its_whole_text(
    text: str, subcommand: Subcommand | None
) -> None:
    async with listening() as ears:
        await ears.world.ann.runs("/decide", text, ears.world.channel)
    request, (body,) = ears.only, ears.bodies
    assert request.subcommand is subcommand
    assert request.text == text.strip()
    assert request.source_id == f"command:{ears.world.team.id}:{body['trigger_id']}"
    assert (request.trigger_id, request.response_url) == (body["trigger_id"], body["response_url"])
    assert request.thread is None


async def test_a_message_shortcut_brings_the_message_and_names_who_chose_it() -> None:
    async with listening() as ears:
        world = ears.world
        message = await world.bob.says(
            world.channel, "Hire &amp; wait?", files=[Upload(name="a.txt", content=b"x")]
        )
        await world.ann.message_shortcut("draft_this", message)
    (body,) = [body for body in ears.bodies if body["type"] == "message_action"]
    request = read(body)
    assert (request.kind, request.user, request.text) == (Kind.MESSAGE_SHORTCUT, world.ann.id, "Hire & wait?")
    assert [file.name for file in request.files] == ["a.txt"]
    assert request.action == "draft_this"
    assert request.source_id == (
        f"shortcut:{world.team.id}:{world.channel.id}:{message.ts}:{body['action_ts']}"
    )


async def test_the_form_opens_and_comes_back_filled_in() -> None:
    async with listening() as ears:
        world = ears.world
        await world.ann.shortcut("new_draft")
        asked = ears.only
        assert (asked.kind, asked.action, asked.channel) == (Kind.SHORTCUT, "new_draft", "")
        assert asked.source_id == f"shortcut:{world.team.id}:{asked.trigger_id}"
        await world.client.views_open(trigger_id=asked.trigger_id, view=modal.form(brief="Hire or"))
        view = world.ann.modal
        assert view is not None
        values = {
            "brief": BRIEF,
            "goal": "Ship by March & stay calm",
            "files": [Upload(name="costs.csv", content=b"a,b\n")],
            "place": world.channel.id,
        }
        await world.ann.submits(view, values)
    sent = ears.requests[-1]
    assert sent.kind is Kind.SUBMISSION
    assert sent.action == modal.CALLBACK
    assert sent.source_id == f"view:{world.team.id}:{view.id}:{ears.bodies[-1]['view']['hash']}"
    assert sent.channel == world.channel.id
    assert [file.name for file in sent.files] == ["costs.csv"]
    assert sent.brief == f"{BRIEF}\n\nGoal: Ship by March & stay calm"


async def test_a_form_without_goal_files_or_place_comes_back_with_none() -> None:
    async with listening() as ears:
        world = ears.world
        await world.ann.shortcut("new_draft")
        await world.client.views_open(trigger_id=ears.only.trigger_id, view=modal.form(brief=BRIEF))
        view = world.ann.modal
        assert view is not None
        await world.ann.submits(view)
    sent = ears.requests[-1]
    assert (sent.brief, sent.files, sent.channel) == (BRIEF, (), "")


async def test_a_form_of_choices_comes_back_with_what_was_chosen_and_written() -> None:
    ways = ("Hire", "Rent & wait", "Stay")
    blocks = [
        inputs.labelled("one", "One?", inputs.one_of(ways), optional=True),
        inputs.labelled("some", "Some?", inputs.some_of(ways), optional=True),
        inputs.labelled("none", "None?", inputs.some_of(ways), optional=True),
        inputs.labelled("words", "Words?", inputs.written("", 100), optional=True),
    ]
    form = {
        "type": "modal",
        "callback_id": "any_form",
        "private_metadata": "2|0|the job",
        "title": {"type": "plain_text", "text": "Ask"},
        "submit": {"type": "plain_text", "text": "Go"},
        "blocks": blocks,
    }
    async with listening("any_form") as ears:
        world = ears.world
        await world.ann.shortcut("new_draft")
        await world.client.views_open(trigger_id=ears.only.trigger_id, view=form)
        assert world.ann.modal is not None
        await world.ann.submits(world.ann.modal, {"one": "1", "some": ["0", "2"], "words": "a & b "})
    sent = ears.requests[-1]
    assert sent.value == "2|0|the job"
    assert sent.given == {"one": ("1",), "some": ("0", "2"), "none": "", "words": "a & b"}


async def test_a_click_brings_the_job_and_where_its_message_stands() -> None:
    async with listening() as ears:
        world = ears.world
        root = await world.ann.says(world.channel, BRIEF)
        await world.ann.invites_bot(world.channel)
        posted = await world.client.chat_postMessage(
            channel=world.channel.id, text="Drafting", blocks=[dict(actions([stop("J1")]))], thread_ts=root.ts
        )
        shown = world.slack.world.message(world.channel.id, str(posted["ts"]))
        assert shown is not None
        await world.bob.clicks(shown, "stop")
    request = ears.requests[-1]
    clicked = ears.bodies[-1]["actions"][0]
    assert (request.kind, request.action, request.value) == (Kind.CLICK, "stop", "J1")
    assert (request.user, request.message_ts, request.thread_ts) == (world.bob.id, shown.ts, root.ts)
    assert request.source_id == (
        f"click:{world.team.id}:{world.channel.id}:{shown.ts}:{clicked['action_ts']}"
    )


async def test_what_a_button_carries_comes_back_as_it_was() -> None:
    async with listening() as ears:
        world = ears.world
        view = too_short(BriefTooShort(length=9, minimum=30), "R&D <5k>?")
        await world.ann.invites_bot(world.channel)
        await world.client.chat_postEphemeral(
            channel=world.channel.id, user=world.ann.id, text=view.text, blocks=as_json(view)
        )
        await world.ann.clicks(world.ann.private(world.channel)[-1], "open_form")
    assert ears.requests[-1].value == "R&D <5k>?"


# --- payloads that the local Slack does not send ---


def event(**changes: object) -> Body:
    said = {"type": "message", "channel": "C1", "user": "U1", "text": "hi", "ts": "1.2", **changes}
    authorization = {"team_id": "T1", "user_id": "U0BOT", "is_bot": True}
    return {"type": "event_callback", "team_id": "T9", "authorizations": [authorization], "event": said}


def read(body: Body, **rest: str) -> Request:
    request = request_of(body, **rest)
    assert request is not None
    return request


def test_an_event_belongs_to_the_workspace_it_is_delivered_for() -> None:
    assert read(event()).workspace == "T1"
    assert read({**event(), "authorizations": None}).workspace == "T9"


@pytest.mark.parametrize(
    "changes",
    [
        {"subtype": "message_changed"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message"},
        {"subtype": ["odd"]},
        {"bot_id": "B1"},
        {"user": "U0BOT"},
        {"user": "USLACKBOT"},
        {"user": None},
        {"hidden": True},
        {"edited": {"user": "U1", "ts": "1.3"}},
        {"type": "reaction_added"},
    ],
)
def test_what_nobody_says_to_us_asks_for_nothing(changes: Body) -> None:
    assert request_of(event(**changes)) is None


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast", ""])
def test_what_a_person_says_with_a_file_or_to_the_channel_counts(subtype: str) -> None:
    assert read(event(subtype=subtype)).text == "hi"


def test_the_id_that_is_given_for_the_bot_goes_before_that_of_the_event() -> None:
    assert read(event(text="<@U2> hi"), bot="U2").kind is Kind.MENTION
    assert request_of(event(), bot="U1") is None


def test_a_mention_is_one_even_where_our_id_is_not_known() -> None:
    body = {**event(type="app_mention", text="<@U7> hi"), "authorizations": []}
    assert read(body).kind is Kind.MENTION
    assert read(body).text == "@someone hi"


def test_a_file_of_another_organisation_is_an_id_to_ask_about() -> None:
    stub = {"id": "F1", "mode": "file_access", "file_access": "check_file_info"}
    assert read(event(subtype="file_share", files=[stub])).files == (
        SlackFile(id="F1", mode="file_access", access="check_file_info"),
    )


def test_a_root_of_a_thread_stands_in_no_thread() -> None:
    assert read(event(thread_ts="1.2")).thread_ts is None


INTERACTION: Body = {"team": {"id": "T1"}, "user": {"id": "U1", "team_id": "T2"}, "trigger_id": "1.2.3"}


def test_a_click_in_a_modal_is_told_by_its_view() -> None:
    click = {"action_id": "more", "action_ts": "5.6", "selected_option": {"value": "export"}}
    body = {
        **INTERACTION,
        "type": "block_actions",
        "actions": [click],
        "container": {"type": "view", "view_id": "V1"},
    }
    assert read(body) == Request(
        kind=Kind.CLICK,
        source_id="click:T1:V1:5.6",
        workspace="T1",
        user="U1",
        action="more",
        value="export",
        trigger_id="1.2.3",
    )


def test_a_click_without_a_container_is_placed_by_its_message() -> None:
    click = {"action_id": "stop", "action_ts": "5.6"}
    body = {
        **INTERACTION,
        "type": "block_actions",
        "actions": [click],
        "channel": {"id": "C1"},
        "message": {"ts": "1.2", "thread_ts": "1.1"},
    }
    request = read(body)
    assert (request.channel, request.message_ts, request.thread_ts, request.value) == ("C1", "1.2", "1.1", "")


def test_an_installation_for_an_organisation_is_told_by_the_person() -> None:
    body = {**INTERACTION, "type": "shortcut", "callback_id": "new_draft", "team": None}
    assert read(body).workspace == "T2"


def test_a_form_belongs_to_the_workspace_where_the_app_is() -> None:
    view = {"id": "V1", "hash": "1.a", "app_installed_team_id": "T5"}
    body = {**INTERACTION, "type": "view_submission", "view": view}
    assert read(body).source_id == "view:T5:V1:1.a"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (event(ts=1.2), "event.ts: string_type"),
        (event(channel=None), "event.channel: string_type"),
        (event(files=[{"name": "x"}]), "event.files.0.id: missing"),
        ({"command": "/decide", "text": "x"}, "team_id: missing"),
        ({**INTERACTION, "type": "block_actions", "actions": []}, "actions: too_short"),
        (
            {**INTERACTION, "type": "shortcut", "callback_id": "x", "team": None, "user": {"id": "U1"}},
            "team: missing",
        ),
    ],
)
def test_a_payload_of_the_wrong_form_names_the_place_and_nothing_of_its_content(
    body: Body, reason: str
) -> None:
    with pytest.raises(RequestUnreadable) as unreadable:
        request_of(body)
    assert unreadable.value.reason == reason


@pytest.mark.parametrize("body", [{}, {"type": "view_closed"}, {"type": None}, {"type": "event_callback"}])
def test_what_is_none_of_our_business_is_no_request(body: Body) -> None:
    assert request_of(body) is None


def test_what_is_no_object_is_unreadable() -> None:
    with pytest.raises(RequestUnreadable):
        request_of([])  # type: ignore[arg-type]  # JSON may be anything


NAMES = (
    *(
        "type",
        "team",
        "team_id",
        "user",
        "user_id",
        "channel",
        "channel_id",
        "event",
        "text",
        "ts",
        "thread_ts",
    ),
    *("files", "id", "message", "view", "state", "values", "actions", "action_id", "action_ts", "container"),
    *("command", "trigger_id", "callback_id", "authorizations", "hash", "value", "subtype", "brief", "name"),
)
TYPES = (
    "event_callback",
    "block_actions",
    "shortcut",
    "message_action",
    "view_submission",
    "message",
    "app_mention",
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(TYPES),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=9),
    max_leaves=40,
)
GOOD: tuple[Body, ...] = (
    event(files=[{"id": "F1", "size": 3}]),
    {"command": "/decide", "team_id": "T1", "channel_id": "C1", "user_id": "U1", "trigger_id": "1"},
    {
        **INTERACTION,
        "type": "block_actions",
        "actions": [{"action_id": "a", "action_ts": "1"}],
        "container": {},
    },
    {**INTERACTION, "type": "shortcut", "callback_id": "x"},
    {
        **INTERACTION,
        "type": "message_action",
        "callback_id": "x",
        "action_ts": "1",
        "channel": {"id": "C1"},
        "message": {"ts": "1.2", "text": "hi"},
    },
    {
        **INTERACTION,
        "type": "view_submission",
        "view": {"id": "V1", "state": {"values": {"brief": {"brief": {"value": "x"}}}}},
    },
)


@st.composite
def bent(draw: st.DrawFn) -> Body:
    """A payload in which one part was replaced by something else."""
    path = draw(st.lists(st.integers(min_value=0, max_value=9), min_size=1, max_size=5))
    body: Body = _bend(draw(st.sampled_from(GOOD)), path, draw(anything))
    return body


def _bend(value: Any, path: list[int], other: object) -> Any:  # noqa: ANN401  JSON of any form
    if not path or not value or not isinstance(value, dict | list):
        return other
    keys = list(value) if isinstance(value, dict) else range(len(value))
    chosen = keys[path[0] % len(keys)]
    changed = _bend(value[chosen], path[1:], other)
    if isinstance(value, dict):
        return {**value, chosen: changed}
    return [changed if i == chosen else part for i, part in enumerate(value)]


@given(bent() | st.dictionaries(st.sampled_from(NAMES), anything))
def test_no_payload_raises_anything_but_unreadable(body: Body) -> None:
    request = None
    with suppress(RequestUnreadable):
        request = request_of(body)
    if request is not None:
        assert request.workspace
        assert request.user
        assert request.source_id
        for part in (request.source_id, request.text, request.value, request.channel):
            part.encode()


@pytest.mark.parametrize("body", GOOD, ids=lambda body: str(body.get("type", "command")))
def test_unknown_fields_change_nothing(body: Body) -> None:
    assert request_of({**body, "new_in_2027": {"x": [1]}}) == request_of(body)
