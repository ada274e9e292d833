"""A draft's thread, as scenarios go through it: its buttons, its menu, its revisions."""

from __future__ import annotations

from bot.playground.slack.payloads.interactions import message_click_json
from bot.playground.slack.people.asking import ask
from bot.playground.slack.people.choosing import action_json
from bot.playground.slack.people.clicking import find_field
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Message, View
from handlers.blocks.buttons import Action, Entry
from tests.scenario.slack.kit import BRIEF, Scene, told


async def drafted(world: Scene) -> Message:
    """Ann's draft in the channel, finished."""
    await world.ann.mentions_bot(world.channel, BRIEF)
    return await world.until_done(world.channel)


async def revised(world: Scene, number: int) -> Message:
    """The message of a revision, once it is there with its picture."""

    def there() -> list[Message]:
        found = [m for m in world.telling(f"revision {number}", world.channel) if "reply here" in told(m)]
        return [m for m in found if any(block["type"] == "image" for block in m.blocks)]

    await world.slack.until(lambda: bool(there()))
    return there()[-1]


async def refined(world: Scene, draft: Message, text: str, *, number: int) -> Message:
    """Ann's reply below a draft, and the revision that it makes."""
    await world.ann.says(world.channel, text, thread_ts=draft.thread_ts)
    return await revised(world, number)


async def chooses(person: Person, message: Message, entry: Entry) -> None:
    """Choose an entry of a draft's menu."""
    assert (await person.clicks(message, Action.MORE, entry_of(message, entry))).ok


def entry_of(message: Message, entry: Entry) -> str:
    """What an entry of a draft's menu carries."""
    elements = [e for block in message.blocks for e in block.get("elements", ()) if "options" in e]
    (value,) = [
        option["value"]
        for element in elements
        for option in element["options"]
        if option["value"].startswith(f"{entry} ")
    ]
    return str(value)


def values_of(message: Message, action: Action) -> list[str]:
    """What the elements of a message carry that a click on this action comes from, feedback's two too."""
    elements = [e for block in message.blocks for e in block.get("elements", ())]
    elements += [block["accessory"] for block in message.blocks if "accessory" in block]
    found = [element for element in elements if element.get("action_id") == action]
    sides = [e[side] for e in found for side in ("positive_button", "negative_button") if side in e]
    return [str(each["value"]) for each in (sides or found)]


async def modal_of(world: Scene, person: Person) -> View:
    """The modal that opens for somebody."""
    await world.slack.until(lambda: person.modal is not None)
    assert person.modal is not None
    return person.modal


async def clicks_from_outside(
    world: Scene, person: Person, message: Message, action: Action, value: object = None
) -> None:
    """What Slack sends when somebody clicks who looks into a public channel without being in it."""
    field = find_field(message.blocks, action, "", value)
    clicked = action_json(field, value, world.slack.world.new_ts())
    payload = message_click_json(world.slack.world, person.user, message, clicked, {})
    assert (await ask(world.slack.site, person.user, payload)).ok


async def told_privately(world: Scene, person: Person, text: str) -> None:
    """Wait until somebody alone is told this, in the channel or directly."""

    def told_there() -> bool:
        return any(text in told(message) for message in world.slack.world.ephemerals) or any(
            text in told(message) for message in world.ours(person.direct())
        )

    await world.slack.until(told_there)
