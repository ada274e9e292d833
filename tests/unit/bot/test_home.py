"""Where state is kept when nobody says where, and what is said when it cannot be kept there."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from bot import home
from bot.settings import Settings
from core.errors import SettingsError


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        ({}, "linux", ".local/share/crossroads"),
        ({"XDG_DATA_HOME": "relative"}, "linux", ".local/share/crossroads"),
        ({}, "darwin", "Library/Application Support/Crossroads"),
        ({}, "win32", "AppData/Local/Crossroads"),
    ],
)
def test_each_platform_has_its_own_folder(
    environment: dict[str, str], platform: str, folder: str, tmp_path: Path
) -> None:
    assert home.default(environment, platform) == tmp_path / folder


def test_the_environment_may_name_the_folder_of_all_data() -> None:
    assert home.default({"XDG_DATA_HOME": "/data"}, "linux") == Path("/data/crossroads")
    assert home.default({"LOCALAPPDATA": "/local"}, "win32") == Path("/local/Crossroads")


def test_the_settings_look_at_the_real_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CROSSROADS_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert Settings(_env_file=None).home == home.default({"XDG_DATA_HOME": "/data"})


def test_only_its_owner_can_look_into_a_new_home(tmp_path: Path) -> None:
    made = home.prepare(tmp_path / "a" / "b")
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert home.prepare(made) == made
    assert list(made.iterdir()) == []


def test_a_home_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match=f"nothing can be written to {tmp_path}/file") as caught:
        home.prepare(tmp_path / "file")
    assert caught.value.setting == "CROSSROADS_HOME"
