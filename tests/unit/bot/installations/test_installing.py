"""The app is installed with a link, in a browser, and leaves a workspace again."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa
from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, web
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp

from bot.guard import PATH, guard
from bot.installations.leaving import leaving
from bot.installations.opening import WayIn, open_way_in
from bot.manifest import INSTALL_PATH, REDIRECT_PATH, SCOPES, document
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from bot.playground.slack.records import Workspace
from bot.receiving import receive
from bot.settings import Settings
from core import database
from core.clock import SystemClock
from core.errors import PlaceClosed
from tests.fakes.facts import Facts
from tests.unit.bot.installations.kit import KEY, everything_in

# slack_sdk 3.47 makes one for every oauth.v2.access.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@dataclass(kw_only=True)
class Served:
    """The bot, as far as it gets into workspaces and out of them, and a browser."""

    slack: LocalSlack
    team: Workspace
    way_in: WayIn
    browser: ClientSession
    url: str
    facts: Facts
    gone: list[str] = field(default_factory=list)
    failing: list[Exception] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    async def on_uninstalled(self, workspace: str) -> None:
        if self.failing:
            raise self.failing.pop()
        self.gone.append(workspace)

    async def get(self, url: str, cookie: str = "") -> tuple[int, str, dict[str, str]]:
        headers = {"Cookie": cookie} if cookie else {}
        async with self.browser.get(url, headers=headers, allow_redirects=False) as answer:
            return answer.status, await answer.text(), dict(answer.headers)

    async def begin(self, query: str = "") -> tuple[str, str]:
        """From the link to Slack: where Slack sends the browser back to, and the cookie for it."""
        status, _, headers = await self.get(f"{self.url}{INSTALL_PATH}{query}")
        assert status == 302
        # The cookie is for https; here it is carried by hand.
        cookie = headers["Set-Cookie"].split(";")[0]
        status, _, allowed = await self.get(headers["Location"])
        assert status == 302, headers["Location"]
        return allowed["Location"], cookie

    async def hears(self, body: dict[str, Any]) -> None:
        """What the middleware makes of a body from the workspace."""

        async def on() -> None:
            self.heard.append("next")

        await leaving(self.way_in.access, self.on_uninstalled, emit=self.facts)(
            {"team_id": self.team.id, **body}, on
        )

    async def install(self) -> str:
        """The whole way; the last page."""
        back, cookie = await self.begin()
        status, page, _ = await self.get(back, cookie)
        assert status == 200
        return page


@asynccontextmanager
async def served(database_url: str, **app: Any) -> AsyncIterator[Served]:  # noqa: ANN401  of the manifest
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(LocalSlack(App(), patience=60.0))
        team = slack.add_workspace("Acme & Söhne")
        slack.add_person(team, "Ann", admin=True)
        session = await stack.enter_async_context(ClientSession(timeout=ClientTimeout(total=60)))
        facts = Facts()
        settings = Settings(
            _env_file=None,
            slack_client_id=slack.app.client_id,
            slack_client_secret=SecretStr(slack.app.client_secret),
            slack_signing_secret=SecretStr(slack.app.signing_secret),
            slack_api_url=slack.api_url,
            token_encryption_key=SecretStr(KEY),
            database_url=SecretStr(database_url),
        )
        way_in = await stack.enter_async_context(
            open_way_in(settings, session=session, clock=SystemClock(), emit=facts)
        )
        browser = await stack.enter_async_context(ClientSession(cookie_jar=DummyCookieJar()))
        made = Served(
            slack=slack,
            team=team,
            way_in=way_in,
            browser=browser,
            url="",
            facts=facts,
        )
        made.url = await stack.enter_async_context(_web(made))
        slack.world.app = App.from_manifest(document(made.url, **app))
        slack.deliver_to(f"{made.url}{PATH}")
        yield made
        slack.deliver_to("")


@asynccontextmanager
async def _web(made: Served) -> AsyncIterator[str]:
    bolt = AsyncApp(
        client=made.way_in.client,
        authorize=made.way_in.access,  # type: ignore[arg-type]  # Bolt takes an AsyncAuthorize, untold
        request_verification_enabled=False,
    )
    bolt.use(leaving(made.way_in.access, made.on_uninstalled, emit=made.facts))

    @bolt.event(re.compile(".*"))
    async def heard(event: dict[str, Any]) -> None:
        made.heard.append(event["type"])

    application = web.Application(middlewares=[guard(made.slack.app.signing_secret)])
    application.router.add_routes(made.way_in.pages)
    application.router.add_post(PATH, receive(bolt))
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_the_whole_way_ends_in_a_stored_token_that_works(database_url: str) -> None:
    async with served(database_url) as own:
        page = await own.install()
        assert "Crossroads is in Acme &amp; Söhne" in page
        assert f"slack://app?team={own.team.id}" in page
        token = await own.way_in.access.token(own.team.id)
        assert (await own.way_in.client.auth_test(token=token))["team_id"] == own.team.id
        assert own.slack.installation(own.team).scopes == set(SCOPES)
        assert own.facts.count("installed", workspace=own.team.id) == 1
        assert token not in await everything_in(database_url)


async def test_an_event_of_an_installed_workspace_is_authorized_and_of_another_one_is_not(
    database_url: str,
) -> None:
    async with served(database_url) as own:
        await own.install()
        ann = own.slack.person(own.slack.installation(own.team).installer)
        channel = own.slack.add_channel(own.team, "general", ann)
        await ann.mentions_bot(channel, "should we?")
        await own.slack.settled()
        assert sorted(own.heard) == ["app_mention", "message"]
        await own.way_in.access.forget(own.team.id)
        await ann.says(channel, "and now?")
        await own.slack.settled()
        assert len(own.heard) == 2


async def test_a_token_that_expires_is_kept_with_its_refresh_token(database_url: str) -> None:
    async with served(database_url, rotate_tokens=True) as own:
        await own.install()
        token = await own.way_in.access.token(own.team.id)
        assert token.startswith("xoxe.")
        assert "xoxe" not in await everything_in(database_url)


async def test_a_wanted_workspace_is_passed_on_and_nonsense_is_not(database_url: str) -> None:
    async with served(database_url) as own:
        _, _, headers = await own.get(f"{own.url}{INSTALL_PATH}?team={own.team.id}")
        assert parse_qs(urlsplit(headers["Location"]).query)["team"] == [own.team.id]
        status, _, headers = await own.get(f"{own.url}{INSTALL_PATH}?team=T1%0d%0aX-Evil:1")
        assert (status, "team" in parse_qs(urlsplit(headers["Location"]).query)) == (302, False)


async def test_what_can_go_wrong_on_the_way_has_a_page_with_a_way_back(database_url: str) -> None:
    async with served(database_url) as own:
        back, cookie = await own.begin()
        for address, sent, status, said, reason in [
            (f"{own.url}{REDIRECT_PATH}?error=access_denied", "", 200, "You chose not to", "access_denied"),
            (f"{own.url}{REDIRECT_PATH}?error=%3Cb%3Eevil", "", 200, "Slack did not confirm", "other"),
            (back, "", 400, "another browser", "invalid_browser"),
            (back.replace("code=", "coda="), cookie, 401, "Slack did not confirm", "missing_code"),
            (back, cookie, 401, "longer than ten minutes", "invalid_state"),
        ]:
            answered, page, _ = await own.get(address, sent)
            assert (answered, said in page) == (status, True), address
            assert f'href="{INSTALL_PATH}"' in page
            assert "evil" not in page
            assert own.facts.count("install_failed", reason=reason) == 1


async def test_a_code_that_slack_does_not_know_installs_nothing(database_url: str) -> None:
    async with served(database_url) as own:
        back, cookie = await own.begin()
        state = parse_qs(urlsplit(back).query)["state"][0]
        status, page, _ = await own.get(f"{own.url}{REDIRECT_PATH}?code=none&state={state}", cookie)
        assert (status, "Slack did not confirm" in page) == (401, True)


async def test_while_slack_is_away_the_page_says_so(database_url: str) -> None:
    async with served(database_url) as own:
        back, cookie = await own.begin()
        own.slack.trouble.drop("oauth.v2.access")
        status, page, _ = await own.get(back, cookie)
        assert (status, "Slack could not be reached" in page) == (503, True)
        assert own.facts.count("install_failed", reason="unreachable") == 1


async def test_uninstalling_calls_the_hook_and_deletes_the_token(database_url: str) -> None:
    async with served(database_url) as own:
        await own.install()
        own.slack.uninstall(own.team)
        await own.slack.settled()
        assert set(own.gone) == {own.team.id}
        with pytest.raises(PlaceClosed):
            await own.way_in.access.token(own.team.id)
        assert own.team.id not in await everything_in(database_url)
        assert own.facts.count("uninstalled", workspace=own.team.id) >= 1
        assert {delivery.answer.status for delivery in own.slack.courier} == {200}


async def test_a_hook_that_fails_is_called_again_when_slack_tries_again(database_url: str) -> None:
    async with served(database_url) as own:
        await own.install()
        own.slack.world.app = App.from_manifest(
            document(own.url) | {"settings": {"event_subscriptions": {"bot_events": ["app_uninstalled"]}}}
        )
        own.failing.append(RuntimeError("no database"))
        own.slack.uninstall(own.team)
        await own.slack.until(lambda: own.gone != [])
        await own.slack.settled()
        assert [delivery.answer.status for delivery in own.slack.courier] == [500, 200]
        assert own.gone == [own.team.id]


async def test_a_revoked_token_is_an_end_too_and_a_persons_is_none(database_url: str) -> None:
    async with served(database_url) as own:
        await own.install()
        own.slack.deliver_to("")
        own.slack.uninstall(own.team)
        for event in [
            {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}},
            {"type": "tokens_revoked"},
            {"type": "message"},
            "text",
        ]:
            await own.hears({"type": "event_callback", "event": event})
        await own.hears({"type": "block_actions"})
        assert own.gone == []
        revoked = {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}
        await own.hears({"type": "event_callback", "event": revoked})
        assert own.gone == [own.team.id]
        assert own.heard == ["next"] * 6


async def test_late_news_of_an_uninstall_does_not_end_a_new_installation(database_url: str) -> None:
    async with served(database_url) as own:
        own.slack.deliver_to("")
        await own.install()
        own.slack.uninstall(own.team)
        await own.install()
        await own.hears({"type": "event_callback", "event": {"type": "app_uninstalled"}})
        assert own.gone == []
        assert await own.way_in.access.token(own.team.id)


async def test_states_that_nobody_used_are_thrown_away(database_url: str) -> None:
    async with served(database_url) as own:
        for _ in range(3):
            await own.get(f"{own.url}{INSTALL_PATH}")
        assert await _sql(database_url, "SELECT count(*) FROM slack_oauth_states") == 3
        await _sql(database_url, "UPDATE slack_oauth_states SET expire_at = '2001-01-01 00:00:00'")
        await own.get(f"{own.url}{INSTALL_PATH}")
        assert await _sql(database_url, "SELECT count(*) FROM slack_oauth_states") == 1


async def _sql(url: str, text: str) -> int:
    engine = database.open_async(database.parse(url))
    async with engine.begin() as connection:
        result = await connection.execute(sa.text(text))
        number = int(result.scalar_one()) if result.returns_rows else 0
    await engine.dispose()
    return number


async def test_no_token_and_no_secret_is_logged(database_url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    async with served(database_url, rotate_tokens=True) as own:
        await own.install()
        back, cookie = await own.begin()
        own.slack.trouble.refuse("oauth.v2.access", "invalid_code")
        await own.get(back, cookie)
        own.slack.uninstall(own.team)
        await own.slack.settled()
        tokens = [token.value for token in own.slack.world.tokens] + [
            token.refresh for token in own.slack.world.tokens
        ]
        assert tokens
        for secret in [*tokens, own.slack.app.client_secret, KEY]:
            assert secret not in caplog.text + str(own.facts.seen)
