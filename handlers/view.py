"""What a message shall look like, as text and as Block Kit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from core.ids import digest
from core.pacing.limits import Priority

Block = Mapping[str, Any]  # one block of Block Kit, as JSON


class Kind(StrEnum):
    """How much a view matters to those who wait for it."""

    TERMINAL = "terminal"  # the message ends with it
    ERROR = "error"  # something went wrong, and the work goes on
    STAGE = "stage"
    TICK = "tick"  # progress within a stage


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One rendering. `text` is what notifications and screen readers get; `smaller` is what to try instead.

    Whoever makes a view keeps to Slack's sizes and escapes what people and models wrote.
    """

    text: str
    blocks: tuple[Block, ...]
    kind: Kind
    smaller: View | None = None

    @property
    def priority(self) -> Priority:
        """How urgent it is."""
        return Priority[self.kind.name]

    @property
    def fingerprint(self) -> str:
        """Equal for views that look the same."""
        return digest(self.text.encode(), json.dumps(self.blocks, sort_keys=True).encode())

    @property
    def next_smaller(self) -> View | None:
        """What to show where this is refused: the smaller rendering, then the text alone, then nothing."""
        if self.smaller is None and self.blocks:
            return replace(self, blocks=())
        return self.smaller

    def dumps(self) -> str:
        """The view as JSON, to be kept; equal views give equal text."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def loads(cls, body: str) -> View:
        """The view that `dumps` wrote. Raises ValueError, KeyError or TypeError on anything else."""
        return _view(json.loads(body))


def _view(fields: dict[str, Any]) -> View:
    smaller = fields["smaller"]
    return View(
        text=fields["text"],
        blocks=tuple(fields["blocks"]),
        kind=Kind(fields["kind"]),
        smaller=None if smaller is None else _view(smaller),
    )
