"""Tokens, OAuth and the end of an installation, with the real flow of Bolt."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession, DummyCookieJar
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.state_store import FileOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.slack.local import LocalSlack
from tests.unit.playground.scene import SCOPES, Scene, connected, error_of, full_app, scene, served

# slack_sdk 3.47 makes one for every oauth.v2.access.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


async def _refusal(client: AsyncWebClient, method: str, **fields: Any) -> str:  # noqa: ANN401  any argument
    with pytest.raises(SlackApiError) as refused:
        await client.api_call(method, params=fields)
    return error_of(refused.value)


async def test_auth_test_says_who_the_token_is(world: Scene) -> None:
    said = await world.client.auth_test()
    assert (said["team"], said["team_id"], said["user_id"]) == ("Acme", world.team.id, world.bot)
    assert said["bot_id"] == world.slack.installation(world.team).bot
    assert set(said.headers["X-OAuth-Scopes"].split(",")) == SCOPES


async def test_what_can_be_wrong_with_a_token(world: Scene) -> None:
    client, app_token, unknown = (
        AsyncWebClient(base_url=world.slack.api_url),
        world.slack.app.app_token,
        "xoxb-1",
    )
    assert await _refusal(client, "auth.test") == "not_authed"
    assert await _refusal(client, "auth.test", token=unknown) == "invalid_auth"
    assert await _refusal(client, "auth.test", token=app_token) == "not_allowed_token_type"
    assert await _refusal(world.client, "apps.nothing") == "unknown_method"


async def test_a_scope_the_app_did_not_get_is_missing() -> None:
    async with scene(full_app(scopes=frozenset({"chat:write"}))) as world:
        with pytest.raises(SlackApiError) as refused:
            await world.client.users_info(user=world.ann.id)
        assert refused.value.response["error"] == "missing_scope"
        assert refused.value.response["needed"] == "users:read"
        assert refused.value.response["provided"] == "chat:write"


async def test_the_whole_install_with_bolts_own_flow(tmp_path: Any) -> None:  # noqa: ANN401  pytest's path
    async with LocalSlack(full_app(redirect_urls=("http://127.0.0.1",), rotates_tokens=True)) as slack:
        team = slack.add_workspace("Acme")
        ann = slack.add_person(team, "Ann", admin=True)
        flow = _flow(slack, tmp_path)
        app = AsyncApp(signing_secret=slack.app.signing_secret, oauth_flow=flow, client=flow.client)
        async with served(app.web_app(path="/slack/events", port=0), path="") as base, _browser() as browser:
            flow.settings.redirect_uri = f"{base}/slack/oauth_redirect"
            flow.settings.authorize_url_generator.redirect_uri = flow.settings.redirect_uri
            slack.world.app = full_app(redirect_urls=(flow.settings.redirect_uri,), rotates_tokens=True)
            async with browser.get(f"{base}/slack/install", allow_redirects=False) as page:
                # The cookie is for https; here it is carried by hand.
                cookie = page.headers["Set-Cookie"].split(";")[0]
                authorize = page.headers["Location"]
            async with browser.get(authorize, allow_redirects=False) as allowed:
                back = allowed.headers["Location"]
            async with browser.get(back, headers={"Cookie": cookie}) as done:
                assert done.status == 200
                assert "Thank you" in await done.text()
        found = await flow.settings.installation_store.async_find_bot(enterprise_id=None, team_id=team.id)
        assert found is not None
        assert found.bot_user_id == slack.installation(team).bot_user
        assert slack.installation(team).installer == ann.id
        client = AsyncWebClient(token=found.bot_token, base_url=slack.api_url)
        assert (await client.auth_test())["expires_in"] > 43_000


def _flow(slack: LocalSlack, folder: Any) -> AsyncOAuthFlow:  # noqa: ANN401  a path
    settings = AsyncOAuthSettings(
        client_id=slack.app.client_id,
        client_secret=slack.app.client_secret,
        scopes=["chat:write", "commands"],
        installation_store=FileInstallationStore(base_dir=str(folder)),
        state_store=FileOAuthStateStore(expiration_seconds=60, base_dir=str(folder)),
        authorization_url=f"{slack.url}/oauth/v2/authorize",
        install_page_rendering_enabled=False,
    )
    return AsyncOAuthFlow(client=AsyncWebClient(base_url=slack.api_url), settings=settings)


def _browser() -> ClientSession:
    return ClientSession(cookie_jar=DummyCookieJar())


async def _authorize(slack: LocalSlack, **query: str) -> tuple[int, dict[str, list[str]], str]:
    given = {"client_id": slack.app.client_id, "scope": "chat:write", "state": "s1"} | query
    async with (
        _browser() as browser,
        browser.get(f"{slack.url}/oauth/v2/authorize", params=given, allow_redirects=False) as page,
    ):
        back = parse_qs(urlsplit(page.headers.get("Location", "")).query)
        return page.status, back, await page.text()


async def test_saying_no_sends_the_person_back_without_a_code(world: Scene) -> None:
    status, back, _ = await _authorize(world.slack, deny="1")
    assert (status, back) == (302, {"error": ["access_denied"], "state": ["s1"]})


async def test_with_several_workspaces_the_page_asks_which(world: Scene) -> None:
    other = world.slack.add_workspace("Other <b>")
    status, _, page = await _authorize(world.slack)
    assert status == 200
    assert "Acme" in page
    assert "Other &lt;b&gt;" in page
    status, back, _ = await _authorize(world.slack, team=world.team.id)
    assert (status, back["state"]) == (302, ["s1"])
    status, _, _ = await _authorize(world.slack, team=other.id)
    assert status == 400


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ({"client_id": "other"}, "invalid_client_id"),
        ({"scope": ""}, "invalid_scope"),
        ({"scope": "admin"}, "invalid_scope"),
        ({"user_scope": "chat:write"}, "user_scope_not_supported"),
        ({"redirect_uri": "http://evil.test/"}, "bad_redirect_uri"),
        ({"team": "T0NONE"}, "invalid_team"),
    ],
)
async def test_what_an_authorize_page_refuses(world: Scene, query: dict[str, str], error: str) -> None:
    status, _, page = await _authorize(world.slack, **query)
    assert status == 400
    assert error in page


async def test_an_app_needs_somewhere_to_be_sent_back_to() -> None:
    async with scene(full_app(redirect_urls=())) as world:
        _, _, page = await _authorize(world.slack)
        assert "no_redirect_uri" in page


def _credentials(world: Scene) -> dict[str, str]:
    return {"client_id": world.slack.app.client_id, "client_secret": world.slack.app.client_secret}


async def test_a_code_works_once_and_only_soon_and_only_for_its_address(world: Scene) -> None:
    client, own = AsyncWebClient(base_url=world.slack.api_url), _credentials(world)
    address = world.slack.app.redirect_urls[0]
    _, back, _ = await _authorize(world.slack, redirect_uri=address)
    code = back["code"][0]
    assert await _refusal(client, "oauth.v2.access", code=code, **own) == "bad_redirect_uri"
    granted = await client.oauth_v2_access(code=code, redirect_uri=address, **own)
    assert granted["access_token"] == world.token.value
    assert "refresh_token" not in granted
    assert await _refusal(client, "oauth.v2.access", code=code, redirect_uri=address, **own) == (
        "code_already_used"
    )
    _, back, _ = await _authorize(world.slack)
    world.clock.advance(601)
    assert await _refusal(client, "oauth.v2.access", code=back["code"][0], **own) == "invalid_code"


async def test_the_apps_own_credentials_must_be_right(world: Scene) -> None:
    client, own = AsyncWebClient(base_url=world.slack.api_url), _credentials(world)
    assert await _refusal(client, "oauth.v2.access", code="x") == "invalid_client_id"
    assert await _refusal(client, "oauth.v2.access", code="x", **(own | {"client_secret": "no"})) == (
        "bad_client_secret"
    )
    assert await _refusal(client, "oauth.v2.access", code="x", **own) == "invalid_code"
    assert await _refusal(client, "oauth.v2.access", grant_type="password", **own) == "invalid_grant_type"
    assert await _refusal(client, "oauth.v2.access", grant_type="refresh_token", **own) == (
        "token_rotation_not_enabled"
    )
    headers = {"Authorization": "Basic %%%"}
    with pytest.raises(SlackApiError, match="invalid_client_id"):
        await client.api_call("oauth.v2.access", headers=headers)


async def test_a_token_expires_and_its_refresh_token_works_once() -> None:
    async with scene(full_app(rotates_tokens=True)) as world:
        client, own = AsyncWebClient(base_url=world.slack.api_url), _credentials(world)
        world.clock.advance(43_200)
        assert await _refusal(world.client, "auth.test") == "token_expired"
        fields = {"grant_type": "refresh_token", "refresh_token": world.token.refresh}
        fresh = await client.oauth_v2_access(**own, **fields)
        assert (await client.auth_test(token=fresh["access_token"]))["user_id"] == world.bot
        assert await _refusal(client, "oauth.v2.access", **own, **fields) == "invalid_refresh_token"
        assert fresh["refresh_token"] != world.token.refresh


async def test_of_two_who_refresh_at_once_one_loses() -> None:
    async with scene(full_app(rotates_tokens=True)) as world:
        client, own = AsyncWebClient(base_url=world.slack.api_url), _credentials(world)
        fields = {"grant_type": "refresh_token", "refresh_token": world.token.refresh}
        answers = await asyncio.gather(
            *(client.oauth_v2_access(**own, **fields) for _ in range(2)), return_exceptions=True
        )
        assert sum(isinstance(answer, SlackApiError) for answer in answers) == 1


async def test_rotation_leaves_two_tokens_valid() -> None:
    async with scene(full_app(rotates_tokens=True)) as world:
        client, own = AsyncWebClient(base_url=world.slack.api_url), _credentials(world)
        tokens, refresh = [world.token.value], world.token.refresh
        for _ in range(2):
            fresh = await client.oauth_v2_access(**own, grant_type="refresh_token", refresh_token=refresh)
            tokens.append(fresh["access_token"])
            refresh = fresh["refresh_token"]
        assert await _refusal(client, "auth.test", token=tokens[0]) == "token_expired"
        for token in tokens[1:]:
            assert (await client.auth_test(token=token))["ok"]


async def test_slacks_own_rotator_is_content() -> None:
    async with LocalSlack(full_app(rotates_tokens=True)) as slack:
        team = slack.add_workspace("Acme")
        slack.add_person(team, "Ann")
        token = slack.install(team)
        client = AsyncWebClient(base_url=slack.api_url)
        rotator = AsyncTokenRotator(
            client_id=slack.app.client_id, client_secret=slack.app.client_secret, client=client
        )
        from slack_sdk.oauth.installation_store import Bot  # noqa: PLC0415  only here

        bot = Bot(
            bot_token=token.value,
            bot_id="B",
            bot_user_id="U",
            installed_at=1.0,
            bot_refresh_token=token.refresh,
            bot_token_expires_at=1,
        )
        rotated = await rotator.perform_bot_token_rotation(bot=bot)
        assert rotated is not None
        assert (await client.auth_test(token=rotated.bot_token))["ok"]


async def test_a_revoked_token_and_an_app_that_was_removed(world: Scene) -> None:
    app, seen = (
        AsyncApp(signing_secret=world.slack.app.signing_secret, client=world.client, authorize=_nobody),
        list[str](),
    )

    @app.event("tokens_revoked")
    async def revoked(event: dict[str, Any]) -> None:
        seen.append(event["tokens"]["bot"][0])

    @app.event("app_uninstalled")
    async def removed(event: dict[str, Any]) -> None:
        seen.append(event["type"])

    async with connected(world, app):
        bot = world.bot
        assert (await world.client.auth_revoke(test=True))["revoked"] is False
        assert (await world.client.auth_revoke())["revoked"]
        await world.slack.until(lambda: len(seen) == 2)
    assert sorted(seen) == sorted([bot, "app_uninstalled"])
    assert await _refusal(world.client, "auth.test") == "account_inactive"


async def _nobody(**_: object) -> AuthorizeResult:
    raise AssertionError  # what is about the end of an installation needs no authorization


async def test_one_of_two_tokens_can_be_revoked_alone() -> None:
    async with scene(full_app(rotates_tokens=True, events=frozenset())) as world:
        second = world.slack.install(world.team)
        world.slack.revoke(world.token)
        assert await _refusal(world.client, "auth.test") == "token_revoked"
        assert (await world.client.auth_test(token=second.value))["ok"]
        assert await _refusal(
            world.client,
            "oauth.v2.access",
            **_credentials(world),
            grant_type="refresh_token",
            refresh_token=world.token.refresh,
        ) == ("invalid_refresh_token")


async def test_the_app_can_remove_itself_and_come_back_as_the_same_bot(world: Scene) -> None:
    bot = world.bot
    assert await _refusal(world.client, "apps.uninstall", client_id="x") == ("invalid_client_id")
    await world.client.apps_uninstall(**_credentials(world))
    assert await _refusal(world.client, "auth.test") == "account_inactive"
    with pytest.raises(KeyError):
        world.slack.installation(world.team)
    world.slack.uninstall(world.team)
    token = world.slack.install(world.team, scopes=["chat:write"])
    assert token.value != world.token.value
    assert world.bot == bot
    assert "users:read" in world.slack.installation(world.team).scopes
    assert await _refusal(world.client, "auth.test") == "token_revoked"


async def test_secrets_are_masked_in_the_record(world: Scene) -> None:
    await world.client.auth_test()
    _, back, _ = await _authorize(world.slack)
    client = AsyncWebClient(base_url=world.slack.api_url)
    await client.oauth_v2_access(code=back["code"][0], **_credentials(world))
    [test], [access] = world.slack.calls.of("auth.test"), world.slack.calls.of("oauth.v2.access")
    assert (test.arguments["token"], test.team, test.ok) == ("xoxb-…", world.team.id, True)
    assert access.arguments["code"] == "…"
    assert access.answer["access_token"] == "xoxb-…"  # noqa: S105  it is masked
    assert world.token.value not in str(list(world.slack.calls))
    world.slack.calls.clear()
    assert len(world.slack.calls) == 0
