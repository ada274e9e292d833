"""Who is in a channel, from what Slack answers page by page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

from slack_sdk.web.async_client import AsyncWebClient

from handlers.access import KEPT, PAGES, Members


@dataclass
class Channel:
    """Answers as Slack's client does, one member a page."""

    members: list[str]
    endless: bool = False
    asked: list[str | None] = field(default_factory=list)

    async def conversations_members(self, *, channel: str, limit: int, cursor: str | None) -> dict[str, Any]:
        assert (channel, limit) == ("C1", 1_000)
        self.asked.append(cursor)
        place = int(cursor or 0)
        there = self.endless or place + 1 < len(self.members)
        following = str(place + 1) if there else ""
        found = self.members[place : place + 1]
        return {"members": found, "response_metadata": {"next_cursor": following}}


async def has(members: Members, channel: Channel, user: str, now: float = 0.0) -> bool:
    slack = cast("AsyncWebClient", channel)
    return await members.has(user, workspace="T1", channel="C1", slack=slack, now=now)


async def test_members_are_found_on_any_page_and_asked_for_once_a_minute() -> None:
    members, channel = Members(), Channel(members=["U1", "U2", "U3"])
    assert await has(members, channel, "U3")
    assert await has(members, channel, "U1", now=KEPT - 1)
    assert channel.asked == [None, "1", "2"]
    channel.members.remove("U3")
    assert not await has(members, channel, "U3", now=KEPT)


async def test_whoever_is_not_known_is_asked_for_anew_since_they_may_have_joined() -> None:
    members, channel = Members(), Channel(members=["U1"])
    assert not await has(members, channel, "U2")
    channel.members.append("U2")
    assert await has(members, channel, "U2")


async def test_nobody_is_kept_out_of_a_channel_too_large_to_be_listed() -> None:
    members, channel = Members(), Channel(members=["U1"], endless=True)
    assert await has(members, channel, "U2")
    assert len(channel.asked) == PAGES
