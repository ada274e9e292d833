"""views.* through the real client."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from bot.playground.slack.records import View
from bot.playground.slack.triggers import new_trigger
from tests.unit.playground.scene import Scene, error_of, full_app, scene


def modal(title: str = "Draft", **fields: Any) -> dict[str, Any]:  # noqa: ANN401  any field
    text = {"type": "section", "text": {"type": "mrkdwn", "text": "Hello"}}
    return {"type": "modal", "title": {"type": "plain_text", "text": title}, "blocks": [text]} | fields


def home(text: str = "Hello") -> dict[str, Any]:
    return {"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]}


def _trigger(world: Scene, view: str = "") -> str:
    return new_trigger(world.slack.world, team=world.team.id, user=world.ann.id, view=view)


async def _refusal(world: Scene, method: str, **fields: Any) -> str:  # noqa: ANN401  any argument
    with pytest.raises(SlackApiError) as refused:
        await world.client.api_call(method, json=fields)
    return error_of(refused.value)


def _modal(world: Scene) -> View:
    assert world.ann.modal
    return world.ann.modal


async def test_a_trigger_opens_one_modal_within_three_seconds(world: Scene) -> None:
    trigger = _trigger(world)
    opened = await world.client.views_open(trigger_id=trigger, view=modal(callback_id="draft"))
    assert opened["view"]["id"] == _modal(world).id
    assert opened["view"]["root_view_id"] == opened["view"]["id"]
    assert await _refusal(world, "views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"
    late = _trigger(world)
    world.clock.advance(3.1)
    assert await _refusal(world, "views.open", trigger_id=late, view=modal()) == "expired_trigger_id"
    assert await _refusal(world, "views.open", trigger_id="1.2.3", view=modal()) == "invalid_trigger_id"


async def test_a_bad_view_says_what_and_where_and_costs_no_trigger(world: Scene) -> None:
    trigger = _trigger(world)
    with pytest.raises(SlackApiError) as refused:
        await world.client.views_open(trigger_id=trigger, view=modal("A title that is far too long"))
    assert refused.value.response["error"] == "invalid_arguments"
    assert refused.value.response["response_metadata"]["messages"] == [
        "[ERROR] must be less than 25 characters [json-pointer:/view/title/text]"
    ]
    await world.client.views_open(trigger_id=trigger, view=modal())


async def test_a_view_can_be_too_large(world: Scene) -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3_000}}
    view = modal() | {"blocks": [section] * 90}
    assert await _refusal(world, "views.open", trigger_id=_trigger(world), view=view) == "view_too_large"


async def test_views_stack_up_three_high(world: Scene) -> None:
    await world.client.views_open(trigger_id=_trigger(world), view=modal("One"))
    root = _modal(world)
    for title in ("Two", "Three"):
        trigger = _trigger(world, _modal(world).id)
        pushed = await world.client.views_push(trigger_id=trigger, view=modal(title))
        assert pushed["view"]["root_view_id"] == root.id
    fields = {"trigger_id": _trigger(world, _modal(world).id), "view": modal("Four")}
    assert await _refusal(world, "views.push", **fields) == "push_limit_reached"
    assert await _refusal(world, "views.push", trigger_id=_trigger(world), view=modal()) == "not_found"
    await world.ann.closes(_modal(world))
    assert _modal(world).definition["title"]["text"] == "Two"
    await world.ann.closes(_modal(world), all_of_them=True)
    assert world.ann.modal is None


async def test_an_update_needs_an_open_view_and_its_newest_hash(world: Scene) -> None:
    opened = (await world.client.views_open(trigger_id=_trigger(world), view=modal(external_id="x")))["view"]
    new = modal("New")
    changed = await world.client.views_update(view_id=opened["id"], hash=opened["hash"], view=new)
    assert changed["view"]["hash"] != opened["hash"]
    again = {"view_id": opened["id"], "hash": opened["hash"], "view": new}
    assert await _refusal(world, "views.update", **again) == "hash_conflict"
    await world.client.views_update(external_id="x", view=modal("By name"))
    assert _modal(world).definition["title"]["text"] == "By name"
    assert await _refusal(world, "views.update", view_id="V0NONE", view=new) == "not_found"
    assert await _refusal(world, "views.update", view=new) == "invalid_arguments"
    await world.ann.closes(_modal(world))
    assert await _refusal(world, "views.update", view_id=opened["id"], view=new) == "not_found"


async def test_an_external_id_is_used_once_at_a_time(world: Scene) -> None:
    await world.client.views_open(trigger_id=_trigger(world), view=modal(external_id="x"))
    fields = {"trigger_id": _trigger(world), "view": modal(external_id="x")}
    assert await _refusal(world, "views.open", **fields) == "duplicate_external_id"
    await world.client.views_update(external_id="x", view=modal(external_id="x"))
    await world.ann.closes(_modal(world))
    await world.client.views_open(trigger_id=_trigger(world), view=modal(external_id="x"))


async def test_what_is_filled_in_stays_when_the_view_changes(world: Scene) -> None:
    entry = {
        "type": "input",
        "block_id": "ask",
        "dispatch_action": True,
        "label": {"type": "plain_text", "text": "Brief"},
        "element": {"type": "plain_text_input", "action_id": "brief"},
    }
    view = modal(submit={"type": "plain_text", "text": "Go"}) | {"blocks": [entry]}
    opened = (await world.client.views_open(trigger_id=_trigger(world), view=view))["view"]
    await world.ann.clicks(_modal(world), "brief", "hire or contract?")
    changed = await world.client.views_update(view_id=opened["id"], view=view)
    assert changed["view"]["state"]["values"]["ask"]["brief"]["value"] == "hire or contract?"


async def test_a_home_tab_is_one_persons_and_is_replaced(world: Scene) -> None:
    first = await world.client.views_publish(user_id=world.ann.id, view=home("One"))
    second = await world.client.views_publish(user_id=world.ann.id, view=home("Two"))
    assert first["view"]["id"] == second["view"]["id"]
    assert world.ann.home
    assert world.ann.home.definition["blocks"][0]["text"]["text"] == "Two"
    assert world.bob.home is None
    stale = {"user_id": world.ann.id, "hash": first["view"]["hash"], "view": home()}
    assert await _refusal(world, "views.publish", **stale) == "hash_conflict"
    assert await _refusal(world, "views.publish", user_id=world.bot, view=home()) == "invalid_arguments"
    assert await _refusal(world, "views.publish", user_id=world.ann.id, view=modal()) == "invalid_arguments"
    assert await _refusal(world, "views.publish", user_id=world.ann.id, view="{") == "invalid_arguments"
    hash_of_nothing = {"user_id": world.bob.id, "hash": "1.1", "view": home()}
    assert await _refusal(world, "views.publish", **hash_of_nothing) == "hash_conflict"


async def test_without_a_home_tab_nothing_can_be_published() -> None:
    async with scene(full_app(home_tab=False)) as world:
        assert await _refusal(world, "views.publish", user_id=world.ann.id, view=home()) == "not_enabled"
