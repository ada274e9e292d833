"""Settings into the chain of model providers: who is asked, in which order, with which wrappers."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Literal, get_args

from bot.settings import Settings
from core.clock import Clock
from core.errors import SettingsError
from core.llm.anthropic import AnthropicProvider
from core.llm.breaker import Breaker
from core.llm.budget import RetryBudget
from core.llm.checked import Checked
from core.llm.failover import Failover
from core.llm.limiting import Limiting
from core.llm.metering import Metering
from core.llm.openai import OpenAIProvider
from core.llm.prices import cost
from core.llm.prompting import PROMPT_VERSION
from core.llm.provider import Provider
from core.llm.replay import Replay, ReplyCache
from core.llm.retrying import Retrying
from core.llm.tasks.checks import check
from core.llm.template import TemplateProvider
from core.llm.template.provider import NAME
from core.telemetry import Emit
from handlers.operation import Drafter

ProviderName = Literal["auto", "anthropic", "openai", "template"]
Adapter = AnthropicProvider | OpenAIProvider


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What every wrapper is given."""

    settings: Settings
    clock: Clock
    emit: Emit
    replies: ReplyCache


def adapter(name: str, settings: Settings) -> Adapter | None:
    """The adapter of one provider; None when it has no key."""
    if name == "anthropic" and settings.anthropic_api_key:
        return AnthropicProvider(
            api_key=settings.anthropic_api_key.get_secret_value(),
            base_url=settings.anthropic_base_url,
            model=settings.crossroads_anthropic_model,
            effort=settings.crossroads_anthropic_effort,
        )
    if name == "openai" and settings.openai_api_key:
        return OpenAIProvider(
            api_key=settings.openai_api_key.get_secret_value(),
            base_url=settings.openai_base_url,
            model=settings.crossroads_openai_model,
            effort=settings.crossroads_openai_effort,
            mode=settings.crossroads_openai_mode or ("chat" if settings.openai_base_url else "responses"),
        )
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafters:
    """The chain of providers that all workspaces share, and who is asked in it, in order.

    `models` shape its replies; a template has none.
    """

    first: Provider
    models: tuple[str, ...]
    asked: tuple[Drafter, ...]

    def remembering(self, replies: ReplyCache) -> Provider:
        """The chain, with the replies that one workspace has had."""
        if not self.models:
            return self.first
        return Replay(self.first, cache=replies, names=(PROMPT_VERSION, *self.models))


@asynccontextmanager
async def open_drafters(name: ProviderName, surroundings: Surroundings) -> AsyncIterator[Drafters]:
    """Open the provider asked for: one by name stands alone, auto fails over down to the template.

    Raises SettingsError when the one asked for by name has no key.
    """
    async with AsyncExitStack() as stack:
        chain: list[Provider] = []
        models: list[str] = []
        for each in get_args(ProviderName)[1:-1] if name == "auto" else (name,):
            found = adapter(each, surroundings.settings)
            if found is not None:
                stack.push_async_callback(found.aclose)
                chain.append(_wrapped(found, surroundings))
                models.append(_answers_like(found.name, surroundings.settings))
        if not chain and name not in {"auto", "template"}:
            raise SettingsError(f"{name.upper()}_API_KEY", f"it is needed for --provider {name}")
        yield Drafters(
            first=_first(chain, surroundings, alone=name != "auto"),
            models=tuple(models),
            asked=_asked([each.name for each in chain], surroundings.settings, alone=name != "auto"),
        )


@asynccontextmanager
async def open_provider(name: ProviderName, surroundings: Surroundings) -> AsyncIterator[Provider]:
    """Open the provider asked for, with the replies in the surroundings. Raises SettingsError."""
    async with open_drafters(name, surroundings) as drafters:
        yield drafters.remembering(surroundings.replies)


def _answers_like(name: str, settings: Settings) -> str:
    """Everything in the settings that shapes a provider's reply; equal requests may share one under it."""
    fields = (field for field in Settings.model_fields if name in field and "key" not in field)
    return "/".join([name, *(str(getattr(settings, field)) for field in fields)])


def _wrapped(inner: Provider, surroundings: Surroundings) -> Provider:
    """One adapter as the chain needs it: metered, limited, retried, rested, its replies looked at."""
    settings, clock, emit = surroundings.settings, surroundings.clock, surroundings.emit
    metered = Metering(inner, prices=cost, clock=clock, emit=emit)
    limited = Limiting(metered, concurrent=settings.crossroads_model_calls)
    retried = Retrying(
        limited,
        clock=clock,
        random=random.Random(),
        emit=emit,
        budget=RetryBudget(clock=clock),
        deadline=settings.crossroads_model_timeout,
    )
    return Checked(Breaker(retried, clock=clock, emit=emit), check=check, emit=emit)


def _first(chain: Sequence[Provider], surroundings: Surroundings, *, alone: bool) -> Provider:
    if not chain:
        return TemplateProvider()
    return chain[0] if alone else Failover([*chain, TemplateProvider()], emit=surroundings.emit)


def _asked(names: Sequence[str], settings: Settings, *, alone: bool) -> tuple[Drafter, ...]:
    """The providers with their models, and the template where `_first` has it."""
    models = {"anthropic": settings.crossroads_anthropic_model, "openai": settings.crossroads_openai_model}
    found = tuple(Drafter(provider=name, model=models[name]) for name in names)
    return found if found and alone else (*found, Drafter(provider=NAME))
