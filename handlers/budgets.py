"""What Slack takes of each kind of call: per method, workspace and app.

https://docs.slack.dev/apis/web-api/rate-limits
"""

from __future__ import annotations

from core.pacing.limits import Budget, Limit

# Tier 3, "50+ per minute", for a whole workspace and not per channel.
EDITS = Limit(calls=45, seconds=60, burst=5, reserve=0.2, ceiling=50)
LOOKS = Limit(calls=45, seconds=60, burst=5, ceiling=50)
# One message a second in a channel, several hundred a minute in a workspace.
CHANNEL_POSTS = Limit(calls=2, seconds=2, ceiling=2)
POSTS = Limit(calls=200, seconds=60, burst=20)
DELETIONS = Limit(calls=45, seconds=60, burst=5, ceiling=50)
# Tier 4, "100+ per minute".
FILES = Limit(calls=90, seconds=60, burst=10)

Budgets = tuple[Budget, ...]


def edits(workspace: str) -> Budgets:
    """chat.update."""
    return (Budget(key=(workspace, "chat.update"), limit=EDITS),)


def posts(workspace: str, channel: str) -> Budgets:
    """chat.postMessage."""
    return (
        Budget(key=(workspace, "chat.postMessage"), limit=POSTS),
        Budget(key=(workspace, "chat.postMessage", channel), limit=CHANNEL_POSTS),
    )


def looks(workspace: str, *, in_thread: bool) -> Budgets:
    """conversations.replies or conversations.history.

    An app that is distributed outside the Marketplace gets one call a minute; it learns so by being refused.
    """
    method = "conversations.replies" if in_thread else "conversations.history"
    return (Budget(key=(workspace, method), limit=LOOKS),)


def files(workspace: str) -> Budgets:
    """What gives files to Slack: all its calls together are less than Slack takes of each of them."""
    return (Budget(key=(workspace, "files"), limit=FILES),)


def file_looks(workspace: str) -> Budgets:
    """files.info."""
    return (Budget(key=(workspace, "files.info"), limit=FILES),)


def deletions(workspace: str, method: str) -> Budgets:
    """chat.delete and files.delete, each."""
    return (Budget(key=(workspace, method), limit=DELETIONS),)
