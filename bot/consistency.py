"""Which settings fit together; each misfit is one sentence that names the setting to change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydantic import SecretStr

from bot.addresses import is_address, is_private
from core import database
from core.errors import SettingsError

if TYPE_CHECKING:
    from bot.settings import Settings

BOT_TOKEN = "xoxb-"  # noqa: S105  how tokens of a kind begin: https://docs.slack.dev/authentication/tokens
ROTATING_TOKEN = "xoxe."  # noqa: S105  the same
APP_TOKEN = "xapp-"  # noqa: S105  the same

Misfit = tuple[str, str]  # a setting's name, and what is wrong with it


def check(settings: Settings) -> None:
    """Raise SettingsError for the first misfit."""
    for rule in (_tokens, _ways_in, _ways_to_listen, _slack_address, _jobs):
        for name, reason in rule(settings):
            raise SettingsError(name, reason)
    if settings.database_url:
        database.parse(settings.database_url.get_secret_value())


def _begins(secret: SecretStr | None, prefix: str) -> bool:
    return secret is not None and secret.get_secret_value().startswith(prefix)


def _tokens(settings: Settings) -> Iterator[Misfit]:
    if _begins(settings.slack_bot_token, ROTATING_TOKEN):
        yield (
            "SLACK_BOT_TOKEN",
            (
                "this token expires after 12 hours, because the app rotates its tokens; turn rotation off, "
                "or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET instead"
            ),
        )
    elif settings.slack_bot_token and not _begins(settings.slack_bot_token, BOT_TOKEN):
        yield "SLACK_BOT_TOKEN", f"it must be the bot user's token, which begins with {BOT_TOKEN}"
    if settings.slack_app_token and not _begins(settings.slack_app_token, APP_TOKEN):
        yield "SLACK_APP_TOKEN", f"it must be an app-level token, which begins with {APP_TOKEN}"


def _ways_in(settings: Settings) -> Iterator[Misfit]:
    if settings.slack_client_id and not settings.slack_client_secret:
        yield "SLACK_CLIENT_SECRET", "it is needed beside SLACK_CLIENT_ID"
    if settings.slack_client_secret and not settings.slack_client_id:
        yield "SLACK_CLIENT_ID", "it is needed beside SLACK_CLIENT_SECRET"
    if settings.slack_client_id and settings.slack_bot_token:
        yield "SLACK_BOT_TOKEN", "it serves one workspace and SLACK_CLIENT_ID many; set one of the two"
    if settings.slack_client_id and not settings.token_encryption_key:
        yield (
            "TOKEN_ENCRYPTION_KEY",
            "it is needed beside SLACK_CLIENT_ID, so that no workspace's token is stored in plain text",
        )


def _ways_to_listen(settings: Settings) -> Iterator[Misfit]:
    listens = settings.slack_signing_secret or settings.slack_app_token
    if settings.has_slack and not listens:
        yield "SLACK_SIGNING_SECRET", "it is needed to take requests over HTTP; or set SLACK_APP_TOKEN"
    if listens and not settings.has_slack:
        yield (
            "SLACK_BOT_TOKEN",
            "it is needed to speak in a workspace; or set SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many",
        )


def _slack_address(settings: Settings) -> Iterator[Misfit]:
    if not is_address(settings.slack_api_url):
        yield "SLACK_API_URL", "it must be an address such as https://slack.com/api/"
    elif not is_private(settings.slack_api_url):
        yield "SLACK_API_URL", "it must begin with https://, or be on this machine: tokens go there"


def _jobs(settings: Settings) -> Iterator[Misfit]:
    limit, chosen = settings.crossroads_concurrency, settings.model_fields_set
    if "crossroads_workspace_concurrency" in chosen and settings.crossroads_workspace_concurrency > limit:
        yield (
            "CROSSROADS_WORKSPACE_CONCURRENCY",
            f"one workspace cannot run more jobs at once than CROSSROADS_CONCURRENCY allows in all ({limit})",
        )
