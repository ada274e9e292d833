"""Which model the bot of the playground is given, with the switches off and on."""

from __future__ import annotations

from aiohttp import web

from bot.playground.model import passing, standin
from bot.playground.model.passing import Passing
from bot.playground.model.standin import StandIn
from bot.playground.model.trouble import ModelTrouble
from bot.settings import Settings
from core.llm import anthropic, openai

WITHOUT = "No key is set, so drafts are made without a model."
WITH = "Drafts are made with {names}: briefs and files go there."
_NAMES = {"anthropic": "Anthropic", "openai": "OpenAI"}


class Models:
    """The real providers where there is a key, else none; while there is trouble, what can make it."""

    def __init__(self, settings: Settings) -> None:
        keys = {"anthropic": settings.anthropic_api_key, "openai": settings.openai_api_key}
        addresses = {
            "anthropic": settings.anthropic_base_url or anthropic.BASE_URL,
            "openai": settings.openai_base_url or openai.BASE_URL,
        }
        self.trouble = ModelTrouble()
        self._providers = {name: addresses[name] for name, key in keys.items() if key}
        self._mode = settings.crossroads_openai_mode or ("chat" if settings.openai_base_url else "responses")

    @property
    def keyed(self) -> bool:
        """Whether there is a key."""
        return bool(self._providers)

    @property
    def about(self) -> str:
        """Who drafts, in one sentence."""
        names = " and ".join(_NAMES[name] for name in self._providers)
        return WITH.format(names=names) if names else WITHOUT

    def routes(self) -> list[web.RouteDef]:
        """What is served for them."""
        return [*StandIn(self.trouble).routes(), *Passing(self.trouble, self._providers).routes()]

    def environment(self, url: str) -> dict[str, str]:
        """The settings that point the bot at the playground, which is at `url`, while there is trouble."""
        if not self.trouble.any:
            return {}
        if self.keyed:
            addresses = {
                f"{name.upper()}_BASE_URL": f"{url}{passing.PATH}/{name}" for name in self._providers
            }
            return {**addresses, "CROSSROADS_OPENAI_MODE": self._mode}
        return {
            "OPENAI_API_KEY": standin.NAME,
            "OPENAI_BASE_URL": f"{url}{standin.PATH}",
            "CROSSROADS_OPENAI_MODEL": standin.NAME,
            "CROSSROADS_OPENAI_MODE": "chat",
        }
