"""Each way in, from its signed request to the draft: answered first, told by stages, in these calls."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.slack.journal import ApiCall
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Channel, Message
from bot.playground.slack.trouble import DOWNLOAD
from handlers import slack_refusals
from handlers.blocks.modal import Field
from handlers.surfaces import COMMAND, GLOBAL_SHORTCUT, MESSAGE_SHORTCUT
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.clock import HELD, Gated
from tests.scenario.slack.kit import BRIEF, Scene, running, scene, told
from tests.scenario.slack.lateness import Late, lateness
from tests.scenario.slack.threads import modal_of

ACK = 2.0  # seconds until an answer; Slack waits for three, and then Bolt gives one that nobody meant
COSTS = Upload(name="costs.csv", content=b"option,cost\nhire,330000\ncontractors,250000\n")
UPLOAD = ("files.getUploadURLExternal", "files.completeUploadExternal")
MEMBERS = ("conversations.members",)
ORDER = ["Queued", "Reading", "Drafting", "Revising", "Checking", "Repairing", "Drawing"]

pytestmark = pytest.mark.slow  # each goes through every stage


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Where an answer has to stand: in this thread; where there was none, in one of the bot's own."""

    channel: Channel
    thread: str = ""


@dataclass(frozen=True, kw_only=True)
class Way:
    """How somebody asks, and what comes before that. `files` are downloaded for it."""

    asks: Callable[[Scene], Awaitable[Asked]]
    before: Callable[[Scene], Awaitable[object]] | None = None
    files: int = 0
    stage: str = "Drafting"
    ends: str = "revision 1 ·"
    asks_first: tuple[str, ...] = ()  # what Slack is asked before the answer, which waits for that so long


async def _command(world: Scene) -> Asked:
    assert (await world.ann.runs(COMMAND, BRIEF, world.channel)).ok
    return Asked(channel=world.channel)


async def _mention(world: Scene, *files: Upload) -> Asked:
    said = await world.ann.mentions_bot(world.channel, BRIEF, files=files)
    return Asked(channel=world.channel, thread=said.ts)


async def _mention_with_file(world: Scene) -> Asked:
    return await _mention(world, COSTS)


async def _direct(world: Scene, *files: Upload) -> Asked:
    said = await world.ann.tells_bot(BRIEF, files=files)
    return Asked(channel=world.ann.direct(), thread=said.ts)


async def _direct_with_file(world: Scene) -> Asked:
    return await _direct(world, COSTS)


async def _says(world: Scene) -> None:
    await world.bob.says(world.channel, BRIEF, files=[COSTS])


async def _message_shortcut(world: Scene) -> Asked:
    said = world.slack.messages(world.channel)[-1]
    assert (await world.ann.message_shortcut(MESSAGE_SHORTCUT, said)).ok
    return Asked(channel=world.channel, thread=said.ts)


async def _opens_form(world: Scene) -> None:
    assert (await world.ann.shortcut(GLOBAL_SHORTCUT)).ok
    await modal_of(world, world.ann)


async def _form(world: Scene, *files: Upload) -> Asked:
    given: dict[str, object] = {Field.BRIEF: BRIEF, Field.PLACE: world.channel.id, Field.FILES: list(files)}
    assert (await world.ann.submits(await modal_of(world, world.ann), given)).ok
    return Asked(channel=world.channel)


async def _form_with_file(world: Scene) -> Asked:
    return await _form(world, COSTS)


async def _watches(world: Scene) -> None:
    assert (await world.ann.runs(COMMAND, "watch on", world.channel)).ok


async def _shares(world: Scene) -> Asked:
    said = await world.bob.says(world.channel, BRIEF, files=[COSTS])
    return Asked(channel=world.channel, thread=said.ts)


async def _drafts(world: Scene) -> None:
    await world.ann.mentions_bot(world.channel, BRIEF)
    await world.until_shown("revision 1 ·", world.channel)


async def _replies_with_file(world: Scene) -> Asked:
    thread = world.slack.messages(world.channel)[0].ts
    await world.ann.says(world.channel, "add freelancers", files=[COSTS], thread_ts=thread)
    return Asked(channel=world.channel, thread=thread)


WAYS = {
    "command": Way(asks=_command),
    "mention": Way(asks=_mention),
    "mention with a file": Way(asks=_mention_with_file, files=1),
    "direct message": Way(asks=_direct),
    "direct message with a file": Way(asks=_direct_with_file, files=1),
    "message shortcut": Way(before=_says, asks=_message_shortcut, files=1),
    "global shortcut": Way(before=_opens_form, asks=_form, asks_first=MEMBERS),
    "file input of the form": Way(before=_opens_form, asks=_form_with_file, files=1, asks_first=MEMBERS),
    "file in a watched channel": Way(before=_watches, asks=_shares, files=1),
    "file in a reply": Way(
        before=_drafts, asks=_replies_with_file, files=1, stage="Revising", ends="revision 2 ·"
    ),
}


@dataclass(kw_only=True)
class Watch:
    """A world in which Slack and the model hold every answer until they are let go, one after the other."""

    world: Scene
    clock: Gated
    model: AnthropicServer
    late: Late
    calls: int = 0
    deliveries: int = 0
    files: int = 0
    known: set[str] = field(default_factory=set)  # the bot's messages that were there before

    def begins(self) -> None:
        """From here on nothing is answered to the bot."""
        self.calls, self.deliveries = len(self.world.slack.calls), len(self.world.slack.courier)
        self.files = self.world.slack.calls.downloads
        self.known = {message.key for message in self.world.slack.world.messages}
        self.world.slack.trouble.delay(HELD)
        self.model.gate.clear()

    def only(self, *held: str) -> None:
        """Slack answers again, but to these."""
        self.world.slack.trouble.clear()
        for where in held:
            self.world.slack.trouble.delay(HELD, where, times=1)
        self.clock.gate.set()
        self.clock.gate.clear()

    def seen(self) -> list[ApiCall]:
        """What Slack was asked since."""
        return list(self.world.slack.calls)[self.calls :]

    def ours(self, channel: Channel) -> list[Message]:
        return [message for message in self.world.ours(channel) if message.key not in self.known]

    def acknowledged(self) -> None:
        """Every request since was answered in time; what this machine was busy with is not counted."""
        answered = list(self.world.slack.courier)[self.deliveries :]
        assert answered
        for delivery in answered:
            assert delivery.ok
            assert delivery.seconds - self.late(delivery.at, delivery.at + delivery.seconds) < ACK

    def stages(self, live: Message) -> list[str]:
        """The stages that a message showed, in their order, from its post on."""
        shown = [call for call in self.seen() if call.method.startswith("chat.") and _is_of(call, live)]
        first = [str(call.arguments["text"]).split(" · ", maxsplit=1)[0] for call in shown]
        return [stage for stage, _ in groupby(first) if stage in ORDER]


def _is_of(call: ApiCall, live: Message) -> bool:
    return live.ts in {call.arguments.get("ts"), call.answer.get("ts")}


@pytest.fixture
async def watch(tmp_path: Path) -> AsyncIterator[Watch]:
    clock = Gated()
    async with (
        AnthropicServer() as model,
        scene(tmp_path, clock=clock) as world,
        lateness() as late,
        running(
            world,
            anthropic_api_key=SecretStr(model.key),
            anthropic_base_url=model.url,
            crossroads_max_wait=600.0,
        ),
    ):
        yield Watch(world=world, clock=clock, model=model, late=late)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_a_way_in_is_answered_first_and_told_stage_by_stage_in_its_thread(
    watch: Watch, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    world, slack = watch.world, watch.world.slack
    if way.before is not None:
        await way.before(world)
        await slack.settled()
    monkeypatch.setattr(slack_refusals, "ANSWERED_WITHIN", 0.1)
    watch.begins()
    asked = await way.asks(world)
    await slack.settled()
    watch.acknowledged()
    assert watch.seen() == [], "the answer waited for Slack"

    watch.only(*[DOWNLOAD] * way.files)
    if way.files:
        await world.until_shown("Reading · 0 of 1 file", asked.channel)
    watch.only("files.getUploadURLExternal")
    await world.until_shown(f"{way.stage} with ", asked.channel)
    assert slack.calls.downloads - watch.files == way.files
    watch.model.gate.set()
    await world.until_shown("Drawing", asked.channel)
    watch.only()
    await slack.until(lambda: any(map(_is_picture, world.telling(way.ends, asked.channel))))

    *roots, live = watch.ours(asked.channel)
    assert live.thread_ts == (asked.thread or roots[0].ts)
    assert [BRIEF in told(root) for root in roots] == ([] if asked.thread else [True])
    gone_through = watch.stages(live)
    assert gone_through == sorted(gone_through, key=ORDER.index)
    assert {"Reading", way.stage, "Drawing"} - set(gone_through) == ({"Reading"} if not way.files else set())
    _saw(watch, live, posts=1 + len(roots), besides=way.asks_first)


def _is_picture(message: Message) -> bool:
    return any(block["type"] == "image" for block in message.blocks)


def _saw(watch: Watch, live: Message, *, posts: int, besides: tuple[str, ...]) -> None:
    """Slack was asked for nothing but a message or two, its edits, and one picture for it."""
    calls = watch.seen()
    assert [(call.method, call.error) for call in calls if not call.ok] == []
    count = Counter(call.method for call in calls)
    assert [count.pop(method) for method in besides] == [1] * len(besides)
    assert count.pop("chat.postMessage") == posts
    assert [count.pop(method) for method in UPLOAD] == [1, 1]
    assert count.pop("files.info") >= 1
    assert count.pop("chat.update") >= 2  # a stage and the end
    assert {call.arguments["ts"] for call in calls if call.method == "chat.update"} == {live.ts}
    assert not count, calls
