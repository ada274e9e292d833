"""Files that people have brought to the page, and not said or sent yet."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from bot.playground.page.files import PICTURES
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Json
from bot.playground.slack.uploads import type_of

HELD = 40  # of one person; those beyond push the oldest out


class Uploads:
    """Holds each file until its owner says it somewhere, or sends a form off with it."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Upload]] = {}

    def hold(self, user: str, upload: Upload) -> str:
        """Keep a file; its id."""
        mine = self._held.setdefault(user, {})
        while len(mine) >= HELD:
            del mine[next(iter(mine))]
        name = secrets.token_hex(8)
        mine[name] = upload
        return name

    def find(self, user: str, names: Iterable[str]) -> list[Upload]:
        """The files with these ids. Raises KeyError."""
        mine = self._held.get(user, {})
        return [mine[name] for name in names]

    def drop(self, user: str, names: Iterable[str]) -> None:
        """Hold these no longer."""
        for name in names:
            self._held.get(user, {}).pop(name, None)


def upload_json(name: str, upload: Upload) -> Json:
    """A file that is held."""
    mimetype = upload.mimetype or type_of(upload.name)[0]
    return {
        "id": name,
        "name": upload.name,
        "size": len(upload.content),
        "mimetype": mimetype,
        "is_image": mimetype in PICTURES,
    }
