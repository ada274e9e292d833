"""How the bot is run, as far as people may know: asked for by reports and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """A provider that is asked for drafts, and its model; the built-in one has none."""

    provider: str
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is held and what may be held, in bytes; `accepting` says whether new drafts begin."""

    resident: int
    limit: int
    accepting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What whoever runs the bot has set, and what it knows of itself.

    `drafters` are in the order in which they are asked. `memory` is None where nobody has looked. `risks` and
    `retention_days` hold for workspaces that chose nothing; drafts are never kept longer than that.
    """

    version: str
    drafters: tuple[Drafter, ...]
    memory: Callable[[], Memory | None]
    risks: bool
    retention_days: int
