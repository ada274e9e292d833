"""The settings, read once from the environment and `.env`; nothing else reads either."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingsError

Effort = Literal["none", "low", "medium", "high"]


class Settings(BaseSettings):
    """Every setting; its name in the environment is its name here in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    anthropic_api_key: SecretStr | None = Field(None, description="Key for Anthropic, the first choice.")
    anthropic_base_url: str | None = Field(None, description="Another address for Anthropic's API.")
    openai_api_key: SecretStr | None = Field(None, description="Key for OpenAI, the second choice.")
    openai_base_url: str | None = Field(
        None, description="Another address for OpenAI's API, or any compatible server."
    )
    cache_url: str = Field(
        "memory://", description="Where the cache lives: `memory://`, or `redis://host:port/db`."
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged. `crossroads draft` logs warnings only, unless this is set."
    )
    log_format: Literal["text", "json"] = Field("text", description="How a log line looks.")
    crossroads_anthropic_model: str = Field(
        "claude-sonnet-5-5", description="The model that drafts at Anthropic."
    )
    crossroads_anthropic_effort: Effort = Field("low", description="How hard Anthropic's model works.")
    crossroads_openai_model: str = Field("gpt-6-sol", description="The model that drafts at OpenAI.")
    crossroads_openai_effort: Effort = Field("none", description="How hard OpenAI's model works.")
    crossroads_openai_mode: Literal["responses", "chat", "chat_json_object"] | None = Field(
        None,
        description="Which API the OpenAI server speaks: `responses`, `chat`, or `chat_json_object` for "
        "servers without strict schemas. Without it: `responses`, or `chat` where OPENAI_BASE_URL is set.",
    )
    crossroads_model_calls: Annotated[int, Field(ge=1, le=1_000)] = Field(
        20, description="Model calls at once, per provider."
    )
    crossroads_model_timeout: Annotated[float, Field(ge=1, le=600)] = Field(
        120.0, description="Seconds one reply may take, its retries included."
    )
    crossroads_risks: bool = Field(
        False,  # noqa: FBT003  pydantic takes the default by position
        description="Draw risks and factors, and ask for them.",
    )


def load(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings. Raises SettingsError, naming the first setting that is wrong."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        raise SettingsError(name, first["msg"][:1].lower() + first["msg"][1:]) from None
