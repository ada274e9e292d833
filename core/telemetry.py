"""Facts that core tells about itself; whoever wires it decides where they go."""

from __future__ import annotations

from typing import Protocol

Scalar = str | int | float | bool | None


class Emit(Protocol):
    """Takes an event's name and flat facts about it; never the text of a brief, document or prompt."""

    def __call__(self, event: str, /, **facts: Scalar) -> None:
        """Record one event."""


def ignore(event: str, /, **facts: Scalar) -> None:
    """Record nothing."""
