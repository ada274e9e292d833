"""The record of a repair: what was changed, where, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.graph.model import Graph

Action = Literal["drop_node", "merge_node", "drop_edge", "merge_edge", "drop_rationale"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One change. `at` is the id of the node, `from::to` of the link or the target of the rationale."""

    action: Action
    at: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """The mended graph and every change that was made to it, in the order of the repairs."""

    graph: Graph
    log: tuple[Repair, ...]


class Log:
    """Collects the changes of one repair as it goes."""

    def __init__(self) -> None:
        self._entries: list[Repair] = []

    def add(self, action: Action, at: str, why: str) -> None:
        """Record one change."""
        self._entries.append(Repair(action=action, at=at, why=why))

    @property
    def entries(self) -> tuple[Repair, ...]:
        """Every change so far, oldest first."""
        return tuple(self._entries)
