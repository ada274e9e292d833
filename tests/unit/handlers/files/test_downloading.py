"""The token goes to Slack's own hosts only; no more is taken than was allowed."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from core.documents.limits import FILE
from handlers.files.downloading import download
from handlers.files.origins import Origins
from handlers.files.refusals import Refused
from handlers.requests.model import SlackFile
from tests.unit.handlers.files.fetching import TOKEN, answering, at, fetching
from tests.unit.playground.scene import served

SLACK = "https://slack.com/api/"


@pytest.mark.parametrize(
    "url",
    [
        "https://files.slack.com/files-pri/T1-F1/a.csv",
        "https://files.slack.com:443/files-pri/T1-F1/a.csv?pub_secret=1",
        "https://FILES.slack.com/files-pri/T1-F1/a.csv",
        "https://files-origin.slack.com/files-pri/T1-F1/a.csv",
        "https://slack-files.com/files-pri/T1-F1/a.csv",
        "https://slack.com/files-pri/T1-F1/a.csv",
    ],
)
def test_slacks_own_hosts_may_have_the_token(url: str) -> None:
    trusted = Origins(SLACK).trusted(url)
    assert trusted
    assert trusted.lower() == url.replace(":443", "").lower()


@pytest.mark.parametrize(
    "url",
    [
        "http://files.slack.com/a.csv",
        "https://files.slack.com:8443/a.csv",
        "https://files.slack.com.evil.test/a.csv",
        "https://evilfiles.slack.com/a.csv",
        "https://acme.slack.com/files/U1/F1/a.csv",
        "https://evil.test/files.slack.com/a.csv",
        "https://files.slack.com@evil.test/a.csv",
        "https://evil.test@files.slack.com/a.csv",
        "https://files.slack.com\\@evil.test/a.csv",
        "https://evil.test\\.files.slack.com/a.csv",
        "//evil.test/a.csv",
        "https://[::1/a.csv",
        "https://files.slack.com:x/a.csv",
        "https://files.slack-gov.com/a.csv",
        "ftp://files.slack.com/a.csv",
        "file:///etc/passwd",
        "a.csv",
        "",
    ],
)
def test_nobody_else_may(url: str) -> None:
    assert Origins(SLACK).trusted(url) is None


def test_the_local_slack_is_trusted_at_its_own_port_only() -> None:
    for api, same, other in [
        ("http://127.0.0.1:8080/api/", "http://127.0.0.1:8080/f", "http://127.0.0.1:8081/f"),
        ("http://[::1]:8080/api/", "http://[::1]:8080/f", "http://[::1]/f"),
        ("http://LOCALHOST:80/api/", "http://localhost/f", "https://localhost/f"),
    ]:
        origins = Origins(api)
        assert origins.trusted(same) == same
        assert origins.trusted(other) is None
        assert origins.trusted("https://files.slack.com/f")


def test_govslack_keeps_to_itself() -> None:
    origins = Origins("https://slack-gov.com/api/")
    assert origins.trusted("https://files.slack-gov.com/f")
    assert origins.trusted("https://files.slack.com/f") is None


def test_a_workspaces_own_address_is_where_people_sign_in() -> None:
    origins = Origins(SLACK)
    assert origins.is_sign_in("https://acme.slack.com/?redir=%2Ffiles")
    assert not origins.is_sign_in("https://evil.test/")
    assert not origins.is_sign_in("https://[::1/")


async def test_a_redirect_to_another_host_never_sees_the_token(tmp_path: Path) -> None:
    met: list[str | None] = []

    async def elsewhere(request: web.Request) -> web.Response:
        met.append(request.headers.get("Authorization"))
        return web.Response(text="other")

    other = web.Application()
    other.router.add_get("/steal", elsewhere)
    async with served(other, "/steal") as address:

        async def answer(_: web.Request) -> web.Response:
            raise web.HTTPFound(address)

        async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
            assert (await own.refusal(at(api_url))).code == "elsewhere"
    assert met == []


async def test_a_redirect_within_slack_is_followed_with_the_token(tmp_path: Path) -> None:
    met: list[str | None] = []

    async def answer(request: web.Request) -> web.Response:
        met.append(request.headers.get("Authorization"))
        if request.path != "/origin":
            raise web.HTTPFound("/origin")
        return web.Response(body=b"a,b")

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert await own.contents([at(api_url)]) == [b"a,b"]
    assert met == [f"Bearer {TOKEN}"] * 2


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("https://acme.slack.com/?redir=%2Ffiles-pri", "signed_out"),
        ("", "elsewhere"),
        ("https://[::1/", "elsewhere"),
        ("/again", "elsewhere"),
    ],
)
async def test_where_a_redirect_does_not_lead_to_the_file(target: str, code: str, tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": target})

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert (await own.refusal(at(api_url))).code == code


async def test_an_address_that_is_not_slacks_is_not_asked(tmp_path: Path) -> None:
    async with fetching(SLACK, tmp_path) as own:
        file = SlackFile(id="F1", name="a.csv", url="https://evil.test/a.csv")
        assert (await own.refusal(file)).code == "elsewhere"


async def test_more_than_was_allowed_is_not_taken(tmp_path: Path) -> None:
    async def announced(_: web.Request) -> web.Response:
        return web.Response(body=b"a" * (FILE + 1))

    async def streamed(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range((FILE >> 20) + 1):
            await response.write(b"a" * (1 << 20))
        return response

    async def packed(_: web.Request) -> web.Response:
        bomb = gzip.compress(b"a" * (FILE + 1), compresslevel=1)
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    for answer, said in (
        (announced, "26 MB"),
        (streamed, "larger than 25 MB"),
        (packed, "larger than 25 MB"),
    ):
        async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
            refused = await own.refusal(at(api_url))
            assert refused.code == "too_big"
            assert said in refused.reason


async def test_a_file_of_the_largest_size_is_taken(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=b"a" * FILE)

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        [content] = await own.contents([at(api_url, size=FILE)])
        assert content == b"a" * FILE


async def test_a_download_that_breaks_off_begins_again_from_nothing(tmp_path: Path) -> None:
    attempts = 0

    async def answer(request: web.Request) -> web.StreamResponse:
        nonlocal attempts
        attempts += 1
        if attempts > 1:
            return web.Response(body=b"a,b")
        response = web.StreamResponse(headers={"Content-Length": "100"})
        await response.prepare(request)
        await response.write(b"only the beginning")
        assert request.transport
        request.transport.close()
        return response

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert await own.contents([at(api_url)]) == [b"a,b"]


@pytest.mark.parametrize(
    ("status", "code"),
    [(401, "no_access"), (403, "no_access"), (404, "deleted"), (410, "deleted"), (400, "no_access")],
)
async def test_what_slack_answers_instead_of_a_file(status: int, code: str, tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status)

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert (await own.refusal(at(api_url))).code == code
        assert own.clock.slept == []


@pytest.mark.parametrize(
    ("named", "least"), [("5", 5), ("0", 1), ("Wed, 21 Oct 2026 07:28:00 GMT", 1), ("٥", 1)]
)
async def test_retry_after_is_a_floor(named: str, least: float, tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        if own.clock.slept:
            return web.Response(body=b"a,b")
        return web.Response(status=429, headers={"Retry-After": named})

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert await own.contents([at(api_url)]) == [b"a,b"]
        [slept] = own.clock.slept
        assert least <= slept <= least + 0.5


async def test_a_full_disk_is_said_to_be_ours(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=b"a,b")

    async with answering(answer) as api_url, ClientSession() as session:
        with pytest.raises(Refused) as refused:
            await download(
                at(api_url), tmp_path / "none" / "1", token=TOKEN, session=session, origins=Origins(api_url)
            )
    assert refused.value.code == "no_room"
