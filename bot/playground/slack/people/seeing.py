"""What a person sees now of what they saw before."""

from __future__ import annotations

from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.records import Message, User, View
from bot.playground.slack.world import World


def seen(world: World, user: User, message: Message) -> Message:
    """The message as the person sees it now. Raises Cannot when they do not."""
    now = (world.ephemerals if message.viewer else world.messages).get(message.key)
    here = user.id in world.channels[message.channel].members
    if now is None or not here or now.viewer not in {"", user.id}:
        raise Cannot(f"{user.name} does not see this message")
    return now


def opened(world: World, user: User, view: View) -> View:
    """The view as the person sees it now. Raises Cannot when it is closed, or someone else's."""
    now = world.views.get(view.id)
    if now is None or not now.is_open or now.user != user.id:
        raise Cannot(f"{user.name} does not see this view")
    return now
