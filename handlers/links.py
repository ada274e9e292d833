"""Addresses of drafts for people: made from the workspace's own, which Slack is asked for once."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.errors import DeliveryError
from core.store.records import Thread
from handlers.privately import Clients
from handlers.slack_refusals import FAILURES

MOST = 10_000  # workspaces whose address is remembered


@dataclass(frozen=True, slots=True)
class Links:
    """Knows the addresses of workspaces."""

    _known: dict[str, str] = field(default_factory=dict)

    async def base(self, workspace: str, clients: Clients) -> str:
        """The address of a workspace, with a slash at its end; "" where Slack does not say."""
        if workspace not in self._known:
            try:
                slack = await clients(workspace)
                url = str((await slack.auth_test()).get("url") or "")
            except (DeliveryError, *FAILURES):
                return ""
            if len(self._known) >= MOST:
                self._known.pop(next(iter(self._known)))
            self._known[workspace] = url.rstrip("/") + "/" if url else ""
        return self._known[workspace]


def link(base: str, thread: Thread) -> str:
    """The address of a thread's first message; "" while there is none.

    As chat.getPermalink gives it, without asking: https://docs.slack.dev/reference/methods/chat.getPermalink
    """
    return f"{base}archives/{thread.channel}/p{thread.ts.replace('.', '')}" if base and thread.ts else ""
