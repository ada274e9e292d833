"""Settings come from the environment, and each one is in the docs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ByteSize, SecretStr

from bot.settings import Settings, handed_on, load
from core.errors import SettingsError

DOCS = Path(__file__).parents[3] / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_has_its_row_in_the_docs(name: str) -> None:
    field = Settings.model_fields[name]
    default = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
    shown = "" if field.default is None else f"`{default}`"
    assert f"| `{name.upper()}` | {shown} | {field.description} |" in DOCS.read_text()


def test_the_docs_name_no_setting_that_is_gone() -> None:
    rows = [line.split("`")[1] for line in DOCS.read_text().splitlines() if line.startswith("| `")]
    assert rows == [name.upper() for name in Settings.model_fields]


def test_a_setting_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSROADS_ANTHROPIC_MODEL", "claude-haiku-5-5")
    assert load(None).crossroads_anthropic_model == "claude-haiku-5-5"


def test_a_setting_comes_from_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_FORMAT=json\n")
    assert load(tmp_path / ".env").log_format == "json"


def test_an_empty_setting_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "")
    assert load(None).anthropic_api_key is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("CROSSROADS_MODEL_CALLS", "many"),
        ("LOG_LEVEL", "LOUD"),
        ("CROSSROADS_MODEL_TIMEOUT", "0"),
        ("ANTHROPIC_API_KEY", "\N{CYRILLIC SMALL LETTER KA}ey"),
        ("OPENAI_API_KEY", "two words"),
        ("ANTHROPIC_BASE_URL", "host:8080/path"),
        ("OPENAI_BASE_URL", "http://host:many"),
        ("OPENAI_BASE_URL", "http://[host"),
        ("OPENAI_BASE_URL", "http://host/a path"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        load(None)
    assert caught.value.setting == name
    assert value not in caught.value.reason


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_FORMAT=\xff\n")
    with pytest.raises(SettingsError) as caught:
        load(tmp_path / ".env")
    assert caught.value.setting == ".env"


def test_the_space_around_a_key_is_no_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-key\n")
    key = load(None).anthropic_api_key
    assert key is not None
    assert key.get_secret_value() == "sk-key"


def test_a_key_never_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-very-secret")
    assert "very-secret" not in repr(load(None)) + str(load(None))


def test_a_process_is_handed_the_settings_but_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"ANTHROPIC_API_KEY": "key", "SLACK_APP_TOKEN": "xapp-1", "PORT": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("SLACK_CLIENT_SECRET", "stray")
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy")
    given = Settings.model_construct(
        _fields_set={"anthropic_api_key", "slack_app_token", "port", "crossroads_memory_limit"},
        anthropic_api_key=SecretStr("key"),
        slack_app_token=SecretStr("xapp-1"),
        port=1,
        crossroads_memory_limit=ByteSize(2**30),
    )
    handed = handed_on(given, without={"slack_app_token", "port"}, PORT="2")
    assert handed["ANTHROPIC_API_KEY"] == "key"
    assert handed["CROSSROADS_MEMORY_LIMIT"] == str(2**30)
    assert handed["PORT"] == "2"
    assert handed["HTTPS_PROXY"] == "http://proxy"
    assert not {"SLACK_APP_TOKEN", "SLACK_CLIENT_SECRET"} & handed.keys()
