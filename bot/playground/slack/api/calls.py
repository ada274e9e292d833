"""What a method of the Web API is, and what it is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.playground.slack.api.arguments import Arguments
from bot.playground.slack.limits import TIER_3, Rate
from bot.playground.slack.records import Installation, Json
from bot.playground.slack.site import Site
from bot.playground.slack.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call that needs no bot token."""

    site: Site
    args: Arguments

    @property
    def world(self) -> World:
        """The world that is called."""
        return self.site.world


@dataclass(frozen=True, slots=True, kw_only=True)
class BotCall(Call):
    """One call by the bot of one workspace."""

    installation: Installation

    @property
    def team(self) -> str:
        """The workspace."""
        return self.installation.team


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """What every method says of itself: its arguments and its rate limit."""

    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    rate: Rate = TIER_3


@dataclass(frozen=True, slots=True, kw_only=True)
class BotMethod(Method):
    """A method that a bot calls; one of `scopes` is needed, if there are any."""

    run: Callable[[BotCall], Json]
    scopes: tuple[str, ...] = ()
    channel_rate: Rate | None = None
    reads_history: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMethod(Method):
    """A method that is called with an app's own credentials."""

    run: Callable[[Call], Json]


AnyMethod = BotMethod | OpenMethod
Methods = Mapping[str, AnyMethod]
