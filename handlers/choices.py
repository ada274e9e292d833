"""What a workspace's administrators can choose for it, as it is stored with the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.store.records import Tier, Watch, Workspace
from handlers.operation import Operation

RETENTION = "retention_days"  # among a workspace's settings
RETENTIONS = (7, 30, 90, 180, 365)  # days that can be chosen, where whoever runs the bot keeps drafts so long


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What holds in a workspace. Drafts that nobody touches are kept for `days`, of the ones `offered`.

    `watched` are the channels, by id, whose files are drafted.
    """

    tier: Tier
    risks: bool
    days: int
    offered: tuple[int, ...]
    watched: tuple[str, ...] = ()


def choices_of(workspace: Workspace, watches: Sequence[Watch], operation: Operation) -> Choices:
    """The choices of a workspace; where it made none, those of whoever runs the bot."""
    days = retention_days(workspace, operation.retention_days)
    return Choices(
        tier=workspace.tier,
        risks=operation.risks if workspace.risks is None else workspace.risks,
        days=days,
        offered=tuple(sorted({days, *retentions(operation.retention_days)})),
        watched=tuple(watch.channel for watch in watches),
    )


def retentions(longest: int) -> tuple[int, ...]:
    """The days that can be chosen where nothing is kept for longer than `longest` days."""
    return (*(days for days in RETENTIONS if days < longest), longest)


def retention_days(workspace: Workspace, default: int) -> int:
    """Days that an untouched draft is kept: as chosen, and never longer than whoever runs the bot says."""
    chosen = workspace.settings.get(RETENTION, "")
    return min(int(chosen), default) if chosen.isdigit() and int(chosen) else default
