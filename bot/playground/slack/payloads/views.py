"""Views as Slack shows them."""

from __future__ import annotations

from bot.playground.slack.records import Json, View
from bot.playground.slack.world import World


def view_json(world: World, view: View) -> Json:
    """A modal or a home tab, with what the person has filled in so far."""
    defaults: Json = {
        "private_metadata": "",
        "callback_id": "",
        "title": None,
        "submit": None,
        "close": None,
        "clear_on_close": False,
        "notify_on_close": False,
    }
    return {
        **defaults,
        **view.definition,
        "id": view.id,
        "team_id": view.team,
        "state": {"values": view.values},
        "hash": view.hash,
        "previous_view_id": view.previous or None,
        "root_view_id": view.root,
        "app_id": world.app.id,
        "external_id": view.external_id,
        "app_installed_team_id": view.team,
        "bot_id": world.installations[view.team].bot,
    }
