"""The settings, read once from the environment and `.env`; nothing else reads either."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, ByteSize, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import consistency
from bot import home as folders
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

    slack_signing_secret: SecretStr | None = Field(
        None, description="Proves that a request comes from Slack. Needed over HTTP."
    )
    slack_bot_token: SecretStr | None = Field(
        None, description="The bot's token (`xoxb-…`), to serve one workspace."
    )
    slack_client_id: str | None = Field(
        None, description="The app's client id, to serve every workspace that installs it."
    )
    slack_client_secret: SecretStr | None = Field(None, description="The secret beside SLACK_CLIENT_ID.")
    slack_app_token: SecretStr | None = Field(
        None, description="The app-level token (`xapp-…`): with it, Socket Mode instead of HTTP."
    )
    slack_api_url: str = Field(
        "https://slack.com/api/", description="Another address for Slack's API, such as a local Slack."
    )
    token_encryption_key: SecretStr | None = Field(
        None,
        description="Encrypts the tokens of workspaces that installed the app. Several keys, with commas "
        "between them: the first one encrypts, all of them decrypt.",
    )
    database_url: SecretStr | None = Field(
        None,
        description="`sqlite:///file` or `postgresql://user@host/database`. Without it: the file "
        "`crossroads.db` in CROSSROADS_HOME. Postgres' own parameters may follow, such as "
        "`?sslmode=require&connect_timeout=10` (5 seconds, where it is not given).",
    )
    port: Annotated[int, Field(ge=0, le=65_535)] = Field(3000, description="Where HTTP requests are taken.")
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
    crossroads_home: Path | None = Field(
        None,
        description="The folder where state is kept. Without it: `~/.local/share/crossroads` on Linux, "
        "`~/Library/Application Support/Crossroads` on macOS.",
    )
    crossroads_concurrency: Annotated[int, Field(ge=1, le=1_000)] = Field(
        5, description="Jobs at once, of all workspaces together."
    )
    crossroads_workspace_concurrency: Annotated[int, Field(ge=1, le=1_000)] = Field(
        3, description="Jobs at once of one workspace."
    )
    crossroads_max_wait: Annotated[float, Field(ge=1, le=3_600)] = Field(
        30.0, description="Seconds a job may wait in line before it ends with a Try again button."
    )
    crossroads_retention_days: Annotated[int, Field(ge=1, le=3_650)] = Field(
        90, description="Days until a draft that nobody touches is deleted."
    )
    crossroads_memory_limit: ByteSize | None = Field(
        None,
        description="Memory this process may use, such as `2GiB`; close to it no new job is taken. Without "
        "it: the limit of the container, or the machine's memory.",
    )
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

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        consistency.check(self)
        return self

    @property
    def has_slack(self) -> bool:
        """Whether there is a way into a workspace."""
        return self.slack_bot_token is not None or self.slack_client_id is not None

    @property
    def home(self) -> Path:
        """The folder where state is kept; it may still have to be made."""
        given = self.crossroads_home
        return given.expanduser() if given else folders.default(os.environ)  # noqa: TID251  this is the reader

    @property
    def database(self) -> str:
        """The database's address, with its password if it has one."""
        if self.database_url:
            return self.database_url.get_secret_value()
        return f"sqlite:///{self.home / 'crossroads.db'}"


def handed_on(settings: Settings, *, without: Collection[str], **changes: str) -> dict[str, str]:
    """The environment of a process that gets the settings given here, but for some, and these in capitals.

    What else is in the environment goes along: proxies, certificates, the locale.
    """
    ours = {name.upper() for name in Settings.model_fields}
    rest = {name: value for name, value in os.environ.items() if name.upper() not in ours}  # noqa: TID251  this is the reader
    given = {name.upper(): getattr(settings, name) for name in settings.model_fields_set - set(without)}
    return rest | {name: _written(value) for name, value in given.items() if value is not None} | changes


def _written(value: object) -> str:
    """A setting as it stands in the environment."""
    if isinstance(value, ByteSize):
        return str(int(value))
    return value.get_secret_value() if isinstance(value, SecretStr) else str(value)


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
