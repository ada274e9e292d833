"""Views as they open, change, stack up and close."""

from __future__ import annotations

from dataclasses import replace

from bot.playground.slack.access import ready_files
from bot.playground.slack.blocks.view import is_too_large, problems_of
from bot.playground.slack.forms import initial_values, with_ids
from bot.playground.slack.records import Json, View
from bot.playground.slack.refusals import Refused
from bot.playground.slack.world import World

STACK = 3  # views on top of each other


def check_definition(world: World, team: str, given: object, kind: str) -> Json:
    """The view an app sent, with ids for its blocks. Raises Refused."""
    problems = problems_of(given, kind, ready_files(world, team))
    if problems or not isinstance(given, dict):
        raise Refused("invalid_arguments", messages=problems)
    if is_too_large(given):
        raise Refused("view_too_large")
    return {**given, "blocks": list(with_ids(given["blocks"], world.new_id("") + "-"))}


def open_view(world: World, *, team: str, user: str, definition: Json, below: View | None = None) -> View:
    """Show a person a new view, on top of `below`. Raises Refused."""
    external = _external(world, team, definition)
    name = world.new_id("V")
    return world.views.put(
        View(
            id=name,
            team=team,
            user=user,
            definition=definition,
            hash=new_hash(world),
            values=initial_values(definition["blocks"]),
            root=below.root if below else name,
            previous=below.id if below else "",
            external_id=external,
        )
    )


def push_view(world: World, definition: Json, below: View) -> View:
    """Show a view on top of an open one. Raises Refused when the stack is full."""
    if len(stack(world, below)) >= STACK:
        raise Refused("push_limit_reached")
    return open_view(world, team=below.team, user=below.user, definition=definition, below=below)


def change_view(world: World, view: View, definition: Json) -> View:
    """Replace what a view shows; what was filled in stays where ids stay. Raises Refused."""
    external = _external(world, view.team, definition, view)
    return world.views.put(
        replace(
            view,
            definition=definition,
            hash=new_hash(world),
            values=initial_values(definition["blocks"], view.values),
            external_id=external or view.external_id,
        )
    )


def close_views(world: World, views: list[View]) -> None:
    """Close views; nothing can be done with them any more."""
    for view in views:
        world.views.put(replace(view, is_open=False))


def stack(world: World, view: View) -> list[View]:
    """The open views of the stack that a view belongs to, the lowest first."""
    return [other for other in world.views if other.root == view.root and other.is_open]


def home_of(world: World, team: str, user: str) -> View | None:
    """What the app published on a person's home tab."""
    return next((v for v in world.views if v.kind == "home" and v.team == team and v.user == user), None)


def new_hash(world: World) -> str:
    """A hash for one state of a view."""
    return f"{int(world.clock.now())}.{world.new_id('')}"


def check_hash(view: View | None, given: str) -> None:
    """Raise Refused when an app changes a state of the view that is gone."""
    if given and (view is None or given != view.hash):
        raise Refused("hash_conflict")


def _external(world: World, team: str, definition: Json, own: View | None = None) -> str:
    name = str(definition.get("external_id", ""))
    for view in world.views if name else ():
        if (
            view.external_id == name
            and view.team == team
            and view.is_open
            and (own is None or view.id != own.id)
        ):
            raise Refused("duplicate_external_id")
    return name
