"""The town that the playground begins with: two workspaces, their people, their channels, a little talk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.playground.slack.conversations import open_direct
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import ChannelKind, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A channel to be: who is in it, what was said there, and whether the bot comes in."""

    name: str
    people: tuple[str, ...]
    talk: tuple[tuple[str, str], ...]  # who, what
    kind: ChannelKind = "public"
    with_bot: bool = True


NORTHWIND = ("Maya Chen", "Jonas Weber", "Priya Nair", "Tom Okafor")
HARBOR = ("Elena Rossi", "Sam Carter", "Aiko Tanaka")

GREETING = (
    "Crossroads is installed. Write /decide and what is to be decided, "
    "or mention @Crossroads and put files beside it."
)

# The first of each workspace is its administrator.
TOWN: Mapping[str, tuple[tuple[str, ...], tuple[Place, ...]]] = {
    "Northwind Logistics": (
        NORTHWIND,
        (
            Place(
                name="billing-rebuild",
                people=NORTHWIND,
                talk=(
                    ("Jonas Weber", "The old billing service missed two more invoices last night."),
                    ("Priya Nair", "The March renewals are the date. We should settle how we staff this."),
                    (
                        "Maya Chen",
                        "Let us put the budget sheet and the review here, and decide in the thread.",
                    ),
                ),
            ),
            Place(
                name="general",
                people=NORTHWIND,
                talk=(("Maya Chen", GREETING),),
            ),
            Place(
                name="warehouse",
                people=("Maya Chen", "Tom Okafor"),
                with_bot=False,
                talk=(("Tom Okafor", "Crossroads is not in this channel yet."),),
            ),
            Place(
                name="leadership",
                people=("Maya Chen", "Jonas Weber"),
                kind="private",
                talk=(("Jonas Weber", "Only the two of us and the bot are in here."),),
            ),
        ),
    ),
    "Harbor Health": (
        HARBOR,
        (
            Place(
                name="clinic-systems",
                people=HARBOR,
                talk=(
                    ("Sam Carter", "Our booking system is out of support in June."),
                    ("Elena Rossi", "Then we choose this quarter. Aiko has the two offers."),
                ),
            ),
            Place(
                name="general",
                people=HARBOR,
                talk=(("Elena Rossi", "Another workspace, with the same bot in it and its own drafts."),),
            ),
            Place(
                name="suppliers",
                people=("Elena Rossi", "Aiko Tanaka"),
                kind="private",
                with_bot=False,
                talk=(("Aiko Tanaka", "Crossroads is not in this private channel yet."),),
            ),
        ),
    ),
}


async def build(slack: LocalSlack) -> None:
    """Put the whole town into an empty world; the bot is nowhere yet."""
    for name, (people, places) in TOWN.items():
        workspace = slack.add_workspace(name)
        known = {
            person: slack.add_person(workspace, person, admin=person == people[0], email=_email(person, name))
            for person in people
        }
        for place in places:
            await _found(slack, workspace, place, known)


async def _found(slack: LocalSlack, workspace: Workspace, place: Place, known: Mapping[str, Person]) -> None:
    members = [known[person] for person in place.people]
    channel = slack.add_channel(workspace, place.name, *members, kind=place.kind, with_bot=False)
    for person, text in place.talk:
        await known[person].says(channel, text)


def welcome(slack: LocalSlack, workspace: Workspace) -> None:
    """Let the bot, once it is installed, into its channels and into a direct conversation with everyone."""
    bot = slack.installation(workspace).bot_user
    _, places = TOWN.get(workspace.name, ((), ()))
    entered = {place.name for place in places if place.with_bot}
    for channel in slack.world.channels:
        if workspace.id in channel.teams and channel.name in entered and bot not in channel.members:
            slack.world.channels.put(replace(channel, members=channel.members | {bot}))
    for user in slack.world.users:
        if user.team == workspace.id and not user.is_bot:
            open_direct(slack.world, workspace.id, user.id, bot)


def _email(person: str, workspace: str) -> str:
    name, domain = person.lower().replace(" ", "."), workspace.lower().replace(" ", "-")
    return f"{name}@{domain}.example"
