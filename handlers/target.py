"""Where the live message of a job belongs, and what is remembered of it across a restart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A job's message. `ts` is where it stands, None while it is still to be posted.

    `thread_ts` is the thread it answers in, None for a message of its own. `maybe_posted` is set where an
    earlier run may have posted it without having been able to say so: it is looked for then, among what was
    written after `since` (Unix seconds).
    """

    workspace: str
    channel: str
    draft: str
    job: str
    thread_ts: str | None = None
    ts: str | None = None
    maybe_posted: bool = False
    since: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A terminal view that was stored, and the message it belongs to."""

    target: Target
    view: View


class Places(Protocol):
    """Remembers where messages stand."""

    async def takes(self, target: Target) -> bool:
        """Whether a message may be posted for this job: not once its draft was forgotten."""

    async def posted(self, target: Target) -> None:
        """The message of this job stands at `target.ts` from now on."""


class KeptViews(Protocol):
    """Remembers terminal views from before they are sent until Slack has them."""

    async def save(self, target: Target, view: View) -> None:
        """Store the view this job's message ends with, in the place of an earlier one."""

    async def settled(self, target: Target, view: View) -> None:
        """Slack has this view, or will never take it. A newer one that was saved meanwhile is not meant."""

    async def unsent(self) -> Sequence[Kept]:
        """What was saved and is not settled, oldest first."""
