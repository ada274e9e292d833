"""Many drafts at once, and a Slack that has had enough: what is sent then, and what waits."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.playground.slack.journal import ApiCall
from bot.playground.slack.limits import Key, Rate, RateLimits
from bot.playground.slack.records import Message
from bot.slack import Bot
from core.clock import Clock, SystemClock
from core.errors import DeliveryLimited
from handlers.slack_messages import SlackWebMessages
from handlers.view import View
from handlers.work import showing
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import Ahead
from tests.fakes.llm.drafting import draft
from tests.scenario.slack.crowds import Site, add_site, serving
from tests.scenario.slack.kit import BRIEF, Scene, eventually, scene, told
from tests.scenario.slack.lateness import Late, lateness

MODEL = 4.0  # seconds that a reply takes
PROCESSING = 1.0  # seconds until Slack has processed an upload
HOLD = 8.0  # seconds that the picture may keep an end waiting
SOON = 2.0  # seconds from the moment an end could be sent until Slack has it, at the 95th percentile
RETRY_AFTER = 5  # seconds
ON_ITS_WAY = 0.5  # seconds within which an edit was let go before the refusal of another one was heard
REFUSALS = 6  # three drafts' edits may be on their way at the first; one at a time comes after that
START = 1.0  # seconds from a brief to its start, while another workspace floods
SLOW_FOR = 20.0  # seconds that the unsent views of all drafts are looked at
LANE = 3  # drafts of one workspace that run at once, where nothing else is set
MAX_WAIT = 60  # seconds that a draft may wait for its turn
LONG = 600.0  # seconds that a hundred messages have to end: Slack's own limits let them take a minute or two
HELD = 20_000_000  # bytes of views that may wait for a Slack that is slow

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_200)]


def by_model(model: AnthropicServer) -> dict[str, Any]:
    return {"anthropic_api_key": SecretStr(model.key), "anthropic_base_url": model.url}


def is_end(call: ApiCall) -> bool:
    return "revision 1" in json.dumps(call.arguments)


def edits(world: Scene, message: Message) -> list[ApiCall]:
    return [call for call in world.slack.calls.of("chat.update") if call.arguments["ts"] == message.ts]


def ended(site: Site) -> list[Message]:
    return [message for message in site.ours() if "revision 1" in told(message)]


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * (len(values) - 1) + 0.5)]


class Replies:
    """The fake's own replies; it remembers when each brief had its."""

    def __init__(self) -> None:
        self.at: dict[str, float] = {}

    def __call__(self, prompt: str) -> str:
        self.at[prompt] = time.time() + MODEL
        return draft(prompt)

    def when(self, number: int) -> float:
        return next(at for prompt, at in self.at.items() if f"Budget {number} thousand" in prompt)


async def test_ten_drafts_at_once_keep_to_slacks_limits_and_end_when_they_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replies = Replies()
    async with (
        scene(tmp_path, processing=PROCESSING) as world,
        AnthropicServer(latency=MODEL, reply=replies) as model,
    ):
        site = add_site(world.slack, "Crowded", channels=2)
        monkeypatch.setattr(showing, "HOLD", HOLD)
        at_once: dict[str, Any] = {"crossroads_concurrency": 10, "crossroads_workspace_concurrency": 10}
        async with serving(world, site, **by_model(model), **at_once), lateness() as late:
            await _ask(site, range(10))
            await world.slack.until(lambda: sum(map(_has_picture, ended(site))) == 10)
            assert len(site.ours()) == 10
            waits = [sent - could - late(could, sent) for could, sent in _ends_of(world, site, replies)]
            assert p95(waits) <= SOON, waits
            await _ask(site, range(10, 20))  # within the same minute, and more than Slack takes in it
            await world.slack.until(lambda: sum(map(_has_picture, ended(site))) == 20, timeout=LONG)
        assert len(site.ours()) == 20
        assert [call.method for call in world.slack.calls if call.status == 429] == []
        for message in site.ours():
            ends = [is_end(call) for call in edits(world, message)]
            assert ends == sorted(ends), "progress was shown after the end"


async def _ask(site: Site, numbers: Iterable[int]) -> None:
    for number in numbers:
        brief = f"Should we hire or use contractors? Budget {number} thousand."
        await site.person.mentions_bot(site.channels[number % 2], brief)


def _has_picture(message: Message) -> bool:
    return any(block["type"] == "image" for block in message.blocks)


def _ends_of(world: Scene, site: Site, replies: Replies) -> list[tuple[float, float]]:
    """When each draft's end could be sent, and when it was (Unix seconds)."""
    return [(_could(world, message, replies), _sent(world, message)) for message in site.ours()]


def _could(world: Scene, message: Message, replies: Replies) -> float:
    number = next(n for n in range(10) if f"Budget {n} thousand" in _brief(world, message))
    file = next(block["slack_file"]["id"] for block in message.blocks if block["type"] == "image")
    graph_ready = replies.when(number)
    looks = world.slack.calls.of("files.info")
    placed = next(
        call.at for call in looks if call.arguments["file"] == file and call.answer["file"].get("mimetype")
    )
    return max(graph_ready, min(graph_ready + HOLD, placed))


def _sent(world: Scene, message: Message) -> float:
    return next(call.at for call in edits(world, message) if is_end(call))


def _brief(world: Scene, message: Message) -> str:
    asked = world.slack.world.message(message.channel, message.thread_ts)
    assert asked is not None
    return asked.text


class Storm(RateLimits):
    """Slack's limits, and one workspace that gets no edit through for as long as `over` is not set."""

    def __init__(self, clock: Clock, team: str) -> None:
        super().__init__(clock)
        self.over = False
        self._team = team

    def wait(self, *limits: tuple[Key, Rate]) -> int:
        if not self.over and limits[0][0] == (self._team, "chat.update"):
            return RETRY_AFTER
        return super().wait(*limits)


@dataclass(frozen=True, kw_only=True)
class Edits:
    """When the bot sent each edit of some channels, and when it heard that one was refused (Unix seconds)."""

    channels: frozenset[str]
    sent: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)

    def watch(self, patched: pytest.MonkeyPatch) -> None:
        update = SlackWebMessages.update

        async def watched(messages: SlackWebMessages, *, channel: str, ts: str, view: View) -> None:
            if channel in self.channels:
                self.sent.append(time.time())
            try:
                await update(messages, channel=channel, ts=ts, view=view)
            except DeliveryLimited:
                if channel in self.channels:
                    self.refused.append(time.time())
                raise

        patched.setattr(SlackWebMessages, "update", watched)

    def too_soon(self, late: Late) -> list[float]:
        """How long (seconds) after a refusal an edit was sent that ought to have waited."""
        gone = [(sent - refused, late(refused, sent)) for sent in self.sent for refused in self.refused]
        return [after for after, busy in gone if 0 < after < RETRY_AFTER and after - busy > ON_ITS_WAY]


async def test_a_workspace_that_slack_refuses_edits_waits_alone_and_gets_its_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with (
        scene(tmp_path) as world,
        AnthropicServer(latency=1.0, delay=0.05) as model,
        lateness() as late,
    ):
        refused, calm = (
            add_site(world.slack, "Refused", channels=3),
            add_site(world.slack, "Calm", channels=2),
        )
        storm = world.slack.site.limits = Storm(SystemClock(), refused.team.id)
        edits_there = Edits(channels=frozenset(place.id for place in refused.channels))
        edits_there.watch(monkeypatch)
        many: dict[str, Any] = {"crossroads_concurrency": 10, "crossroads_workspace_concurrency": 5}
        async with serving(world, refused, calm, **by_model(model), **many):
            for site in (refused, calm):
                for place in site.channels:
                    await site.person.mentions_bot(place, BRIEF)
            await world.slack.until(lambda: len(ended(calm)) == 2)
            await world.slack.until(lambda: len(edits_there.refused) >= REFUSALS)
            assert ended(refused) == []
            assert edits_there.too_soon(late) == [], "each refusal holds for all of the workspace"
            assert {call.team for call in world.slack.calls if call.status == 429} == {refused.team.id}
            assert (
                len([call for call in world.slack.calls.of("chat.update", team=calm.team.id) if call.ok]) >= 4
            )
            storm.over = True
            await world.slack.until(lambda: len(ended(refused)) == 3)
        assert len(refused.ours()) == 3


async def test_one_brief_starts_at_once_behind_a_flood_and_who_waits_too_long_is_told_once(
    tmp_path: Path,
) -> None:
    clock = Ahead()
    async with scene(tmp_path) as world, AnthropicServer() as model, lateness() as late:
        model.gate.clear()
        flooding = add_site(world.slack, "Flooding", channels=10)
        quiet = add_site(world.slack, "Quiet")
        by_fake = {**by_model(model), "crossroads_max_wait": MAX_WAIT}
        async with serving(world, flooding, quiet, clock=clock, **by_fake):
            for number in range(50):
                await flooding.person.mentions_bot(flooding.channels[number % 10], BRIEF)
                await asyncio.sleep(0.02)
            await world.slack.until(lambda: len(world.slack.courier.events()) >= 100)
            asked = time.time()
            await quiet.person.mentions_bot(quiet.channels[0], BRIEF)
            await eventually(lambda: _started(world, quiet) == 1)
            started = world.facts.moments("job_started", workspace=quiet.team.id)[0]
            assert started - asked - late(asked, started) <= START
            assert _started(world, flooding) <= LANE, "more of the flood than its lane holds went ahead"
            await world.slack.until(lambda: len(flooding.ours()) == 50)
            clock.ahead += MAX_WAIT
            await world.slack.until(lambda: bool(_too_late(flooding)))
            model.gate.set()
            await world.slack.until(lambda: len(ended(quiet)) == 1)
            await world.slack.until(
                lambda: len(_too_late(flooding)) + len(ended(flooding)) == 50, timeout=LONG
            )
        assert len(flooding.ours()) == 50
        assert len(quiet.ours()) == 1
        assert len(_too_late(flooding)) > 25
        assert all("try_again" in json.dumps(message.blocks) for message in _too_late(flooding))


def _started(world: Scene, site: Site) -> int:
    return world.facts.count("job_started", workspace=site.team.id)


def _too_late(site: Site) -> list[Message]:
    return [message for message in site.ours() if "No turn came free" in told(message)]


def unsent(bot: Bot) -> int:
    """How many views wait for Slack."""
    return sum(not live._slot.is_empty for live, _ in bot.writer._messages.values())


class Views:
    """Every view in memory, whoever holds it, and its bytes; smaller renderings are parts of theirs."""

    def __init__(self, patched: pytest.MonkeyPatch) -> None:
        self._sizes: dict[int, int] = {}
        self._parts = 0
        made = View.__init__

        def came(view: View, **fields: Any) -> None:  # noqa: ANN401  those of a view
            made(view, **fields)
            self._sizes[id(view)] = len(view.text.encode()) + len(json.dumps(view.blocks))
            self._parts += view.smaller is not None

        def went(view: View) -> None:
            if self._sizes.pop(id(view), 0):
                self._parts -= view.smaller is not None

        patched.setattr(View, "__init__", came)
        patched.setattr(View, "__del__", went, raising=False)

    @property
    def count(self) -> int:
        return len(self._sizes) - self._parts

    @property
    def size(self) -> int:
        return sum(self._sizes.values())


async def test_two_hundred_drafts_hold_one_view_each_for_a_slack_that_is_slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = Views(monkeypatch)
    async with scene(tmp_path) as world:
        sites = [add_site(world.slack, f"Team {number}", channels=10) for number in range(20)]
        slow: dict[str, Any] = {
            "crossroads_concurrency": 200,
            "crossroads_workspace_concurrency": 200,
            "crossroads_max_wait": 600,
        }
        async with serving(world, *sites, **slow) as bot:
            world.slack.trouble.delay(30, "chat.update")
            for site in sites:
                for place in site.channels:
                    await site.person.mentions_bot(place, BRIEF)
            waiting, most, largest, ends = 0, 0, 0, 0.0
            while not ends or time.monotonic() < ends:
                waiting, most, largest = (
                    max(waiting, unsent(bot)),
                    max(most, views.count),
                    max(largest, views.size),
                )
                if not ends and world.facts.count("job_started") == 200:  # no workspace keeps another from it
                    ends = time.monotonic() + SLOW_FOR
                await asyncio.sleep(1)
            assert 0 < waiting <= 200
            assert most <= 3 * 200, "one waits, one is on its way, and one may just be stored"
            assert largest < HELD
            assert world.facts.count("edit", outcome="coalesced", cause="newer") > 0
            world.slack.trouble.clear()
            await world.slack.until(lambda: all(len(ended(site)) == 10 for site in sites), timeout=LONG)
        assert all(len(site.ours()) == 10 for site in sites)
