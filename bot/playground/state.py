"""Where the playground keeps its state, and making it anew."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from bot import home
from core.errors import SettingsError

FOLDER = "playground"  # in CROSSROADS_HOME
OWNER_ONLY = 0o600  # a file that holds a key, or what people wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The playground's own folder; nothing outside of it is touched."""

    folder: Path

    @property
    def slack(self) -> Path:
        """The world of the local Slack, as JSON."""
        return self.folder / "slack.json"

    @property
    def marks(self) -> Path:
        """What people have read, as JSON."""
        return self.folder / "read.json"

    @property
    def bot(self) -> Path:
        """The CROSSROADS_HOME of the bot in the playground."""
        return self.folder / "bot"

    @property
    def database(self) -> Path:
        """Where the bot keeps its installations and drafts."""
        return self.bot / "crossroads.db"

    @property
    def log(self) -> Path:
        """What the bot logs, since the playground was started."""
        return self.folder / "bot.log"

    def key(self) -> str:
        """The key that encrypts the bot's tokens, made when there is none."""
        from cryptography.fernet import Fernet  # noqa: PLC0415  takes a tenth of a second, once

        file = self.folder / "key"
        if not file.exists():
            write(file, Fernet.generate_key())
        return file.read_text().strip()


def open_state(settings_home: Path, *, fresh: bool) -> State:
    """The state under CROSSROADS_HOME; with `fresh`, an empty one. Raises SettingsError."""
    state = State(folder=settings_home / FOLDER)
    if fresh and state.folder.exists():
        try:
            shutil.rmtree(state.folder)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise SettingsError("CROSSROADS_HOME", f"{state.folder} cannot be deleted ({reason})") from error
    home.prepare(state.folder)
    return state


def write(file: Path, content: bytes) -> None:
    """Write a file whole or not at all, for its owner alone. Raises OSError."""
    part = file.with_name(f"{file.name}.part")
    part.touch(mode=OWNER_ONLY)
    with part.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    part.replace(file)
