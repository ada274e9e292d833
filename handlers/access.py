"""Who is in a channel, asked of Slack and kept for a minute: only they can act on what stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from slack_sdk.web.async_client import AsyncWebClient

KEPT = 60.0  # seconds for which a channel's members are taken as known
CHANNELS = 500  # of which they are kept
PAGE = 1_000  # members in one answer: https://docs.slack.dev/reference/methods/conversations.members
PAGES = 20  # of one channel; with more than that everybody counts as a member


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    since: float
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Members:
    """The members of channels. Whoever is not among those that are known is asked for anew."""

    _known: dict[tuple[str, str], _Known] = field(default_factory=dict)

    async def has(
        self,
        user: str,
        *,
        workspace: str,
        channel: str,
        slack: AsyncWebClient,
        now: float,
        kept: float = KEPT,
    ) -> bool:
        """Whether somebody is in a channel; `now` is in seconds. Raises what Slack's client raises.

        `kept` is for how long (seconds) members are taken as known: with 0 Slack is asked in any case.
        """
        known = self._known.get((workspace, channel))
        if known is not None and now - known.since < kept and user in known.members:
            return True
        members = await _members(slack, channel)
        if members is None:
            return True
        self._known.pop((workspace, channel), None)
        self._known[workspace, channel] = _Known(since=now, members=members)
        while len(self._known) > CHANNELS:
            self._known.pop(next(iter(self._known)))
        return user in members


async def _members(slack: AsyncWebClient, channel: str) -> frozenset[str] | None:
    """Everybody in a channel; None where they are too many to be asked for."""
    members: set[str] = set()
    cursor: str | None = None
    for _ in range(PAGES):
        answer = await slack.conversations_members(channel=channel, limit=PAGE, cursor=cursor)
        members.update(answer["members"])
        cursor = (answer.get("response_metadata") or {}).get("next_cursor") or None
        if cursor is None:
            return frozenset(members)
    return None
