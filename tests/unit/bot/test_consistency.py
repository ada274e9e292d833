"""Settings that do not fit together stop the start, and the sentence names the one to change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, load
from core.errors import SettingsError

ONE = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "hush"}
MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush",
    "SLACK_SIGNING_SECRET": "hush",
    "TOKEN_ENCRYPTION_KEY": "key",
}
SOCKET = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def _load(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> Settings:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    return load(None)


@pytest.mark.parametrize(
    "given", [{}, ONE, MANY, SOCKET, SOCKET | ONE, MANY | {"SLACK_APP_TOKEN": "xapp-1"}], ids=str
)
def test_these_fit_together(given: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, given).has_slack == bool(given)


@pytest.mark.parametrize(
    ("given", "wrong", "said"),
    [
        (ONE | {"SLACK_BOT_TOKEN": "xoxp-1"}, "SLACK_BOT_TOKEN", "begins with xoxb-"),
        (ONE | {"SLACK_BOT_TOKEN": "xoxe.xoxb-1"}, "SLACK_BOT_TOKEN", "expires after 12 hours"),
        (SOCKET | {"SLACK_APP_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN", "begins with xapp-"),
        (MANY | {"SLACK_CLIENT_SECRET": ""}, "SLACK_CLIENT_SECRET", "beside SLACK_CLIENT_ID"),
        (ONE | {"SLACK_CLIENT_SECRET": "hush"}, "SLACK_CLIENT_ID", "beside SLACK_CLIENT_SECRET"),
        (MANY | ONE, "SLACK_BOT_TOKEN", "set one of the two"),
        (MANY | {"TOKEN_ENCRYPTION_KEY": ""}, "TOKEN_ENCRYPTION_KEY", "in plain text"),
        (ONE | {"SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"),
        (ONE | {"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN", "SLACK_CLIENT_ID"),
        (SOCKET | {"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN", "speak in a workspace"),
        ({"SLACK_API_URL": "slack"}, "SLACK_API_URL", "https://slack.com/api/"),
        ({"SLACK_API_URL": "https://u:p@slack.test/api/"}, "SLACK_API_URL", "https://slack.com/api/"),
        ({"SLACK_API_URL": "https://[::1/api/"}, "SLACK_API_URL", "https://slack.com/api/"),
        ({"SLACK_API_URL": "https://slack.test:0x/"}, "SLACK_API_URL", "https://slack.com/api/"),
        ({"SLACK_API_URL": "http://slack.test/api/"}, "SLACK_API_URL", "tokens go there"),
        ({"SLACK_API_URL": "ftp://localhost/api/"}, "SLACK_API_URL", "https://slack.com/api/"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL", "sqlite:///file"),
        (
            {"CROSSROADS_CONCURRENCY": "2", "CROSSROADS_WORKSPACE_CONCURRENCY": "3"},
            "CROSSROADS_WORKSPACE_CONCURRENCY",
            "in all (2)",
        ),
    ],
    ids=str,
)
def test_these_do_not(given: dict[str, str], wrong: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match=re.escape(said)) as caught:
        _load(monkeypatch, given)
    assert caught.value.setting == wrong


def test_fewer_jobs_in_all_need_no_second_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, {"CROSSROADS_CONCURRENCY": "2"}).crossroads_concurrency == 2


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080/api/", "http://[::1]/api/", "http://localhost/"])
def test_a_local_slack_may_be_without_tls(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, {"SLACK_API_URL": address}).slack_api_url == address


def test_no_secret_shows_in_an_error_or_in_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = {
        "SLACK_BOT_TOKEN": "xoxp-secret",
        "SLACK_SIGNING_SECRET": "secret",
        "DATABASE_URL": "postgresql://me:secret@host/db",
    }
    with pytest.raises(SettingsError) as caught:
        _load(monkeypatch, secrets)
    assert "secret" not in str(caught.value)
    shown = _load(monkeypatch, secrets | {"SLACK_BOT_TOKEN": "xoxb-secret"})
    assert "secret" not in repr(shown).replace("slack_client_secret", "").replace("slack_signing_secret", "")


def test_the_database_is_a_file_in_the_home_unless_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = _load(monkeypatch, {"CROSSROADS_HOME": str(tmp_path)})
    assert own.database == f"sqlite:///{tmp_path}/crossroads.db"
    named = _load(monkeypatch, {"DATABASE_URL": "postgresql://me:hush@host/db"})
    assert named.database == "postgresql://me:hush@host/db"


def test_a_home_may_begin_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert _load(monkeypatch, {"CROSSROADS_HOME": "~/state"}).home == tmp_path / "state"


def test_memory_is_given_as_people_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _load(monkeypatch, {"CROSSROADS_MEMORY_LIMIT": "2GiB"}).crossroads_memory_limit == 2 << 30
