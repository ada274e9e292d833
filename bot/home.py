"""The folder where state is kept: where it is by default, and making it ready."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from core.errors import SettingsError

OWNER_ONLY = 0o700  # the database holds briefs and documents


def default(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """A per-user folder for data, where the platform keeps such folders.

    https://specifications.freedesktop.org/basedir-spec/latest (XDG_DATA_HOME counts only when absolute)
    """
    if platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Crossroads"
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "Crossroads"
    given = Path(environment.get("XDG_DATA_HOME", ""))
    return (given if given.is_absolute() else Path.home() / ".local" / "share") / "crossroads"


def prepare(home: Path) -> Path:
    """Make the folder, for its owner alone, unless it is there. Raises SettingsError when that fails."""
    try:
        home.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
        probe = home / ".writable"
        probe.touch()
        probe.unlink()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise SettingsError("CROSSROADS_HOME", f"nothing can be written to {home} ({reason})") from error
    return home
