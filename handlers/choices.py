"""What a workspace's administrators can choose for it, as it is stored with the workspace."""

from __future__ import annotations

from core.store.records import Workspace

RETENTION = "retention_days"  # among a workspace's settings
RETENTIONS = (7, 30, 90)  # days that can be chosen


def retention_days(workspace: Workspace, default: int) -> int:
    """Days that an untouched draft is kept: as chosen, and never longer than whoever runs the bot says."""
    chosen = workspace.settings.get(RETENTION, "")
    return min(int(chosen), default) if chosen.isdigit() and int(chosen) else default
