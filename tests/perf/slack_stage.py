"""Twenty workspaces of a local Slack with the served bot in them, for what is measured from outside."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from aiohttp import ClientSession, DummyCookieJar
from cryptography.fernet import Fernet

from bot.guard import PATH
from bot.manifest import INSTALL_PATH, document
from bot.playground.running import free_port
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Message
from handlers.surfaces import COMMAND
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.bot_process import serving
from tests.perf.commands import BRIEF

WORKSPACES, CHANNELS = 20, 2
MEGABYTE = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A brief that was given as a command: when, and how long the acknowledgement took (seconds)."""

    brief: str
    team: str
    at: float
    ack: float
    ok: bool


@dataclass(kw_only=True)
class Stage:
    """The bot's process, and the world around it in this one."""

    slack: LocalSlack
    model: AnthropicServer
    process: psutil.Process
    people: list[Person]
    channels: list[list[Channel]]
    asked: list[Asked] = field(default_factory=list)

    async def ask(self) -> Asked:
        """Give the next brief, to each workspace and channel in turn."""
        number = len(self.asked) + 1
        workspace = number % len(self.people)
        place = self.channels[workspace][number // len(self.people) % CHANNELS]
        asked = Asked(
            brief=f"{BRIEF} Case {number}.", team=self.people[workspace].team, at=time.time(), ack=0, ok=False
        )
        self.asked.append(asked)
        outcome = await self.people[workspace].runs(COMMAND, asked.brief, place)
        answered = Asked(
            brief=asked.brief, team=asked.team, at=asked.at, ack=time.time() - asked.at, ok=outcome.ok
        )
        self.asked[number - 1] = answered
        return answered

    async def mention(self) -> Asked:
        """Give the next brief as a mention, which needs no message of ours to begin its thread."""
        number = len(self.asked) + 1
        workspace = number % len(self.people)
        person, place = self.people[workspace], self.channels[workspace][0]
        before, at = len(self.slack.courier), time.time()
        brief = f"{BRIEF} Case {number}."
        await person.mentions_bot(place, brief)
        await self.slack.until(lambda: len(self.slack.courier) > before)
        first = list(self.slack.courier)[before]
        ack = first.at + first.seconds - at
        self.asked.append(Asked(brief=brief, team=person.team, at=at, ack=ack, ok=first.ok))
        return self.asked[-1]

    def answers(self, asked: Asked) -> list[Message]:
        """The messages in the thread of a brief, its root first."""
        roots = [m for m in self.slack.world.messages if not m.is_reply and asked.brief in _text(m)]
        return [each for root in roots for each in (root, *self.slack.world.replies(root.channel, root.ts))]

    def all_over(self) -> bool:
        """Whether every brief has come to its end."""
        live = [m for m in self.slack.world.messages if m.is_reply]
        return len(live) >= len(self.asked) and all(map(is_over, live))

    def ends(self, message: Message) -> list[float]:
        """When each call that brought a message to an end was answered (Unix seconds)."""
        return [at for at, text in self.edits(message) if _ends(text)]

    def edits(self, message: Message) -> list[tuple[float, str]]:
        """What a message was made to show after its post, and when."""
        return [
            (call.at, json.dumps(call.arguments))
            for call in self.slack.calls.of("chat.update")
            if call.ok and call.arguments["ts"] == message.ts
        ]

    @property
    def memory(self) -> float:
        """What the process and its children hold now, in MB."""
        every = [self.process, *self.process.children(recursive=True)]
        return sum(each.memory_info().rss for each in every) / MEGABYTE

    @property
    def cpu(self) -> float:
        """The processor time of the process so far, with that of its ended children, in seconds."""
        spent = self.process.cpu_times()
        return spent.user + spent.system + spent.children_user + spent.children_system


def is_over(message: Message) -> bool:
    """Whether a live message shows an end."""
    return _ends(_text(message))


def is_draft(message: Message) -> bool:
    """Whether that end is a draft."""
    return "revision 1" in _text(message)


def _ends(text: str) -> bool:
    return "revision 1" in text or '"try_again"' in text


def _text(message: Message) -> str:
    return message.text + json.dumps(message.blocks, ensure_ascii=False)


@asynccontextmanager
async def staged(*, reply: float = 0.0, streamed: float = 0.0, **settings: str) -> AsyncIterator[Stage]:
    """The bot, installed by OAuth everywhere. The model takes `reply` seconds, and streams for `streamed`."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory() as home:
        async with (
            LocalSlack(App.from_manifest(document(base))) as slack,
            AnthropicServer(latency=reply - streamed, delay=streamed / 100) as model,
        ):
            people, channels = [], []
            for number in range(WORKSPACES):
                team = slack.add_workspace(f"Team {number}")
                people.append(slack.add_person(team, "Ann", admin=True))
            given = {
                "SLACK_CLIENT_ID": slack.app.client_id,
                "SLACK_CLIENT_SECRET": slack.app.client_secret,
                "SLACK_SIGNING_SECRET": slack.app.signing_secret,
                "SLACK_API_URL": slack.api_url,
                "TOKEN_ENCRYPTION_KEY": Fernet.generate_key().decode(),
                "ANTHROPIC_API_KEY": model.key,
                "ANTHROPIC_BASE_URL": model.url,
                "LOG_LEVEL": "WARNING",
                **settings,
            }
            async with serving(given, home=Path(home), port=port) as process:
                for person in people:
                    await _install(base, person.team)
                    team = slack.world.workspaces[person.team]
                    channels.append([slack.add_channel(team, f"c{n}", person) for n in range(CHANNELS)])
                slack.deliver_to(base + PATH)
                yield Stage(
                    slack=slack,
                    model=model,
                    process=psutil.Process(process.pid),
                    people=people,
                    channels=channels,
                )
                slack.deliver_to("")


async def _install(base: str, team: str) -> None:
    """Let the bot into a workspace, as a browser would; the cookie is for https, and carried by hand."""
    async with ClientSession(cookie_jar=DummyCookieJar()) as browser:
        async with browser.get(f"{base}{INSTALL_PATH}?team={team}", allow_redirects=False) as page:
            cookie, slack = page.headers["Set-Cookie"].split(";")[0], page.headers["Location"]
        async with browser.get(slack, allow_redirects=False) as allowed:
            back = allowed.headers["Location"]
        async with browser.get(back, headers={"Cookie": cookie}, allow_redirects=False) as done:
            done.raise_for_status()
