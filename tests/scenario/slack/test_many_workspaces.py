"""`crossroads serve` for many workspaces: let in by a link, with tokens that are renewed, and left again."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession, DummyCookieJar
from cryptography.fernet import Fernet

from bot.manifest import INSTALL_PATH, document
from bot.playground.slack import installing
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.people.person import Person
from bot.playground.slack.records import Channel, Workspace
from tests.scenario.slack.crowds import Site
from tests.scenario.slack.kit import BRIEF, DONE, PATIENCE, eventually, told
from tests.scenario.slack.process import address, started

HOUR = 3_600.0  # seconds; a token that lasts no longer is renewed before its first use
CHANNELS = 5

pytestmark = pytest.mark.slow


@dataclass(frozen=True, kw_only=True)
class Service:
    """The bot, served to whoever installs it."""

    slack: LocalSlack
    home: Path
    url: str

    async def begin(self, team: Workspace) -> tuple[str, str]:
        """From the link to Slack: where Slack sends the browser back to, and the cookie for it."""
        async with ClientSession(cookie_jar=DummyCookieJar()) as browser:
            link = f"{self.url}{INSTALL_PATH}?team={team.id}"
            async with browser.get(link, allow_redirects=False) as page:
                # The cookie is for https; here it is carried by hand.
                cookie, there = page.headers["Set-Cookie"].split(";")[0], page.headers["Location"]
            async with browser.get(there, allow_redirects=False) as allowed:
                return allowed.headers["Location"], cookie

    async def install(self, name: str) -> Site:
        """A new workspace, and the whole way of a browser into it."""
        team = self.slack.add_workspace(name)
        person = self.slack.add_person(team, "Ann", admin=True)
        back, cookie = await self.begin(team)
        status, page = await visit(back, cookie)
        assert status == 200
        assert f"slack://app?team={team.id}" in page
        return Site(
            slack=self.slack, team=team, person=person, channels=self._channels(team, person), token=""
        )

    def _channels(self, team: Workspace, person: Person) -> tuple[Channel, ...]:
        return tuple(self.slack.add_channel(team, f"c{number}", person) for number in range(CHANNELS))

    def renewals(self) -> int:
        calls = self.slack.calls.of("oauth.v2.access")
        return sum(call.arguments.get("grant_type") == "refresh_token" for call in calls)

    def holds(self, words: str) -> bool:
        """Whether any file of the bot has these words in it."""
        files = [file for file in (self.home / "state").rglob("*") if file.is_file()]
        assert files
        return any(words.encode() in file.read_bytes() for file in files)


async def visit(url: str, cookie: str = "") -> tuple[int, str]:
    headers = {"Cookie": cookie} if cookie else {}
    async with (
        ClientSession(cookie_jar=DummyCookieJar()) as browser,
        browser.get(url, headers=headers, allow_redirects=False) as answer,
    ):
        return answer.status, await answer.text()


@asynccontextmanager
async def served(home: Path, port: int) -> AsyncIterator[Service]:
    base = f"http://127.0.0.1:{port}"
    app = App.from_manifest(document(base, rotate_tokens=True))
    async with LocalSlack(app, processing=0.1, patience=PATIENCE) as slack:
        settings = {
            "SLACK_CLIENT_ID": slack.app.client_id,
            "SLACK_CLIENT_SECRET": slack.app.client_secret,
            "SLACK_SIGNING_SECRET": slack.app.signing_secret,
            "SLACK_API_URL": slack.api_url,
            "TOKEN_ENCRYPTION_KEY": Fernet.generate_key().decode(),
            "CROSSROADS_HOME": str(home / "state"),
            "PORT": str(port),
            "LOG_FORMAT": "json",
        }
        async with started(home, port, settings):
            slack.deliver_to(address(port))
            try:
                yield Service(slack=slack, home=home, url=base)
            finally:
                slack.deliver_to("")
        logged = (home / f"log-{port}").read_text()
        assert not [token.value for token in slack.world.tokens if token.value in logged]


async def drafted(site: Site, count: int) -> None:
    """Wait until so many drafts are done in a workspace."""
    await site.slack.until(
        lambda: sum("revision 1" in told(message) for message in site.ours()) == count, timeout=DONE
    )


async def test_workspaces_are_let_in_by_a_link_served_side_by_side_and_forgotten_when_they_leave(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with served(tmp_path, unused_tcp_port) as service:
        one, two, three = [await service.install(name) for name in ("One", "Two", "Three")]
        for site in (one, two, three):
            await site.person.mentions_bot(site.channels[0], f"{site.team.name} asks: {BRIEF}")
        for site in (one, two, three):
            await drafted(site, 1)
            assert {call.ok for call in service.slack.calls.of("chat.postMessage", team=site.team.id)} == {
                True
            }
        assert not [token.value for token in service.slack.world.tokens if service.holds(token.value)]
        assert all(service.holds(f"{name} asks") for name in ("One", "Two", "Three"))
        service.slack.uninstall(one.team)
        for token in service.slack.world.tokens:
            if token.team == two.team.id:
                service.slack.revoke(token)
        await eventually(lambda: not service.holds("One asks") and not service.holds("Two asks"))
        assert service.holds("Three asks")
        await three.person.mentions_bot(three.channels[1], BRIEF)
        await drafted(three, 2)


async def test_a_state_that_this_browser_was_not_given_lets_nobody_in(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with served(tmp_path, unused_tcp_port) as service:
        team = service.slack.add_workspace("One")
        service.slack.add_person(team, "Ann", admin=True)
        back, _ = await service.begin(team)
        status, page = await visit(back)
        assert 400 <= status < 500
        assert INSTALL_PATH in page
        assert not service.slack.calls.of("oauth.v2.access")


async def test_a_token_that_ends_soon_is_renewed_once_for_all_requests_at_once(
    tmp_path: Path, unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with served(tmp_path, unused_tcp_port) as service:
        with monkeypatch.context() as short:
            short.setattr(installing, "TOKEN_LIFETIME", HOUR)
            site = await service.install("One")
        for place in site.channels:
            await site.person.mentions_bot(place, f"In {place.name}: {BRIEF}")
        await drafted(site, CHANNELS)
        assert service.renewals() == 1
        assert all(delivery.ok for delivery in service.slack.courier)
        assert len(site.ours()) == CHANNELS
