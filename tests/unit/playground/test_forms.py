"""Filling in modals, sending them off, closing them."""

from __future__ import annotations

import pytest
from aiohttp import web

from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.uploads import Upload
from tests.unit.playground.hands import Json, answering, entry, form, opened, options
from tests.unit.playground.scene import Scene
from tests.unit.playground.test_views import modal


async def test_a_form_is_filled_in_and_every_kind_of_field_has_its_state(world: Scene) -> None:
    view = await opened(
        world,
        form(
            entry("text", {"type": "plain_text_input", "initial_value": "as it was"}),
            entry("number", {"type": "number_input", "is_decimal_allowed": True}),
            entry("mail", {"type": "email_text_input"}),
            entry("page", {"type": "url_text_input"}),
            entry("pick", {"type": "static_select", "options": options("a", "b")}),
            entry("many", {"type": "multi_static_select", "options": options("a", "b")}),
            entry("place", {"type": "channels_select"}),
            entry("files", {"type": "file_input", "max_files": 2}),
            entry("hint", {"type": "plain_text_input"}, optional=True),
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
    async with answering(world) as bot:
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
    view = await opened(world, form(entry("it", element)))
    with pytest.raises(Cannot):
        await world.ann.submits(view, {"it": value})
    assert len(world.slack.courier) == 0


async def test_an_answer_can_change_stack_or_close_views(world: Scene) -> None:
    view = await opened(world, form(entry("it", {"type": "plain_text_input"})))
    async with answering(world) as bot:
        bot.answer = {"response_action": "update", "view": form({"type": "divider"}, private_metadata="2")}
        assert (await world.ann.submits(view, {"it": "x"})).ok
        assert world.ann.modal
        assert world.ann.modal.definition["private_metadata"] == "2"
        bot.answer = {"response_action": "push", "view": form({"type": "divider"}, private_metadata="3")}
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
    view = await opened(world, form(entry("it", {"type": "plain_text_input"})))
    async with answering(world) as bot:
        bot.answer = answer
        outcome = await world.ann.submits(view, {"it": "x"})
    assert outcome.notice.startswith(notice)
    assert not outcome.ok
    assert world.ann.modal


async def test_closing_a_view_is_told_where_the_app_asked(world: Scene) -> None:
    silent = await opened(world, modal())
    assert await world.ann.closes(silent) is None
    view = await opened(world, modal(notify_on_close=True, clear_on_close=True))
    async with answering(world) as bot:
        outcome = await world.ann.closes(view)
    assert outcome
    assert outcome.ok
    assert (bot.forms[0]["type"], bot.forms[0]["is_cleared"]) == ("view_closed", True)
    with pytest.raises(Cannot):
        await world.ann.closes(view)
