"""The settings, read once from the environment and `.env`; nothing else reads either."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from core.errors import SettingsError

Effort = Literal["none", "low", "medium", "high"]


def _sendable(key: SecretStr) -> SecretStr:
    """A key that fits into a header; a line end that came along when it was copied is dropped."""
    secret = key.get_secret_value().strip()
    if not secret.isascii() or not secret.isprintable() or " " in secret:
        raise ValueError("a key has letters, digits and signs of ASCII only; copy it again")
    return SecretStr(secret)


def _reachable(url: str) -> str:
    """An address that a request can go to."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, or half an IPv6 address
        sound = False
    if not sound or not url.isprintable() or " " in url:
        raise ValueError("it must be an address such as https://host/path")
    return url


Key = Annotated[SecretStr, AfterValidator(_sendable)]
Address = Annotated[str, AfterValidator(_reachable)]


class Settings(BaseSettings):
    """Every setting; its name in the environment is its name here in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    anthropic_api_key: Key | None = Field(None, description="Key for Anthropic, the first choice.")
    anthropic_base_url: Address | None = Field(None, description="Another address for Anthropic's API.")
    openai_api_key: Key | None = Field(None, description="Key for OpenAI, the second choice.")
    openai_base_url: Address | None = Field(
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
    """Read the settings. Raises SettingsError, naming the first setting that is wrong, or the file."""
    try:
        return Settings(_env_file=env_file)
    except ValidationError as invalid:
        first = invalid.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "settings"
        said = first["msg"].removeprefix("Value error, ")
        raise SettingsError(name, said[:1].lower() + said[1:]) from None
    except UnicodeDecodeError:
        raise SettingsError(".env", "the file is not UTF-8 text") from None
    except OSError as error:
        raise SettingsError(".env", f"the file cannot be read ({error.strerror})") from None
