"""Files shared in a local Slack come to disk, or are refused with a sentence of their own."""

from __future__ import annotations

import asyncio
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.trouble import DOWNLOAD
from core.documents.model import File, Reading
from core.errors import FileRefused
from handlers.errors import explain
from handlers.files.fetching import AT_ONCE, PREFIX
from handlers.requests.model import SlackFile
from tests.unit.handlers.files.fetching import TOKEN, answering, at, fetching, shared
from tests.unit.playground.scene import SCOPES, eventually, full_app, scene

BUDGET = Upload(name="Budget 2026.csv", content=b"item,cost\ncrew,180000\n")
NOTES = Upload(name="notes.md", content="# Notes\nZwölf Leute".encode())


async def test_files_are_on_disk_in_their_order_and_gone_afterwards(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, BUDGET, NOTES)
        async with own.files.fetch(files, token=world.token.value) as fetched:
            assert [file.name for file in fetched.files] == ["Budget 2026.csv", "notes.md"]
            assert [file.path.read_bytes() for file in fetched.files] == [BUDGET.content, NOTES.content]
            assert fetched.refused == {}
            [folder] = own.left()
            assert folder.name.startswith(PREFIX)
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert own.left() == []
        assert own.facts.count("file_fetched") == 2


async def test_the_folder_is_gone_when_the_block_fails_or_is_cancelled(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, BUDGET)
        with pytest.raises(ZeroDivisionError):
            async with own.files.fetch(files, token=world.token.value):
                raise ZeroDivisionError
        assert own.left() == []
        world.slack.trouble.delay(60, DOWNLOAD)
        before = world.clock.sleeping
        waiting = asyncio.ensure_future(own.contents(files, world.token.value))
        await eventually(lambda: world.clock.sleeping > before)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert own.left() == []


async def test_no_files_need_no_network(tmp_path: Path) -> None:
    async with fetching("http://127.0.0.1:1/api/", tmp_path) as own:
        assert await own.contents([]) == []


async def test_slack_connect_shows_an_id_and_slack_is_asked_for_the_rest(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        other = world.slack.add_workspace("Other")
        eve = world.slack.add_person(other, "Eve")
        place = world.slack.add_channel(world.team, "shared", world.ann, eve, shared_with=[other])
        [stub] = await shared(world, BUDGET, by=eve, channel=place)
        assert (stub.access, stub.name, stub.url) == ("check_file_info", "", "")
        async with own.files.fetch([stub], token=world.token.value) as fetched:
            [file] = fetched.files
            assert (file.name, file.path.read_bytes()) == (BUDGET.name, BUDGET.content)


@pytest.mark.parametrize(
    ("upload", "code", "said"),
    [
        (Upload(name="a.csv", standing="tombstone"), "deleted", "was deleted in Slack"),
        (Upload(name="a.csv", standing="hidden_by_limit"), "hidden", "share it again"),
        (Upload(name="a.csv", standing="access_denied"), "no_access", "share it in this conversation"),
        (
            Upload(name="a.csv", standing="external", external_url="https://drive.test/a"),
            "external",
            "download it and share the file itself",
        ),
        (Upload(name="a.csv", content=b""), "empty", "the file is empty"),
        (
            Upload(name="a.csv", content=b"a" * ((25 << 20) + 1)),
            "too_big",
            "it has 26 MB and the limit is 25",
        ),
    ],
    ids=lambda value: value.standing if isinstance(value, Upload) else str(value),
)
async def test_each_state_has_its_own_sentence(upload: Upload, code: str, said: str, tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        [file] = await shared(world, upload)
        refused = await own.refusal(file, world.token.value)
        assert refused.code == code
        assert said in explain(refused).what
        assert own.facts.count("file_not_fetched", code=code) == 1


async def test_a_file_known_to_be_too_big_is_not_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.Response()

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert (await own.refusal(at(api_url, size=26 << 20))).code == "too_big"
    assert asked == []


async def test_what_was_deleted_since_then_is_refused_under_its_name(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        [file] = await shared(world, BUDGET)
        stub = SlackFile(id=file.id, name=file.name, access="check_file_info")
        record = world.slack.world.files.get(file.id)
        assert record
        world.slack.world.files.put(replace(record, deleted=True, content=None))
        for gone in (file, stub):
            refused = await own.refusal(gone, world.token.value)
            assert (refused.name, refused.code) == (BUDGET.name, "deleted")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (SlackFile(id="F1", name="plan", mode="quip"), "native"),
        (SlackFile(id="F1", name="plan", mimetype="application/vnd.slack-docs", url="https://x"), "native"),
        (SlackFile(id="F1", name="drive", is_external=True, url="https://drive.test/"), "external"),
    ],
)
async def test_what_slack_alone_can_open_is_not_fetched(file: SlackFile, code: str, tmp_path: Path) -> None:
    async with fetching("http://127.0.0.1:1/api/", tmp_path) as own:
        assert (await own.refusal(file)).code == code


async def test_without_the_right_to_read_files_the_sign_in_page_is_recognised(tmp_path: Path) -> None:
    async with (
        scene(full_app(scopes=SCOPES - {"files:read"})) as world,
        fetching(world.slack.api_url, tmp_path) as own,
    ):
        page = Upload(name="plan.html", content=b"<!doctype html><title>Plan</title>")
        csv, html = await shared(world, BUDGET, page)
        assert (await own.refusal(csv, world.token.value)).code == "signed_out"
        assert (await own.refusal(html, world.token.value)).code == "signed_out"
        stub = SlackFile(id=csv.id, access="check_file_info")
        refused = await own.refusal(stub, world.token.value)
        assert (refused.name, refused.code) == ("A file", "no_access")


async def test_a_web_page_that_was_shared_is_fetched(tmp_path: Path) -> None:
    page = Upload(name="plan.html", content=b"<!doctype html><title>Plan</title>")
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, page)
        assert await own.contents(files, world.token.value) == [page.content]


@pytest.mark.parametrize("status", [429, 500, 503, 408])
async def test_a_passing_failure_is_tried_again(status: int, tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, BUDGET)
        world.slack.trouble.fail(DOWNLOAD, status=status, times=2)
        assert await own.contents(files, world.token.value) == [BUDGET.content]
        assert len(own.clock.slept) == 2
        assert 1 <= own.clock.slept[0] <= 1.5
        assert 2 <= own.clock.slept[1] <= 2.5


async def test_a_lasting_failure_is_given_up_after_three_attempts(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        [file] = await shared(world, BUDGET)
        world.slack.trouble.drop(DOWNLOAD, times=None)
        assert (await own.refusal(file, world.token.value)).code == "busy"
        assert len(own.clock.slept) == 2
        world.slack.trouble.clear()
        assert await own.contents([file], world.token.value) == [BUDGET.content]


async def test_files_info_is_tried_again_too_and_its_limit_is_heeded(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        [file] = await shared(world, BUDGET)
        stub = SlackFile(id=file.id, access="check_file_info")
        world.slack.trouble.throttle("files.info", retry_after=7)
        world.slack.trouble.fail("files.info", status=500)
        assert await own.contents([stub], world.token.value) == [BUDGET.content]
        assert max(own.clock.slept) >= 7
        world.slack.trouble.throttle("files.info", retry_after=600)
        slept = len(own.clock.slept)
        assert (await own.refusal(stub, world.token.value)).code == "busy"
        assert len(own.clock.slept) == slept


async def test_an_answer_about_another_thing_gives_no_address(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "file": {"id": 7}})

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        assert (await own.refusal(SlackFile(id="F1"))).code == "no_address"


async def test_a_description_without_an_address_gives_none(tmp_path: Path) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "file": {"id": "F1", "title": "Plan"}})

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        refused = await own.refusal(SlackFile(id="F1"))
        assert (refused.name, refused.code) == ("Plan", "no_address")


async def test_no_more_than_five_go_at_once(tmp_path: Path) -> None:
    going, most = 0, 0
    gate = asyncio.Event()

    async def answer(_: web.Request) -> web.Response:
        nonlocal going, most
        going += 1
        most = max(most, going)
        if going == AT_ONCE:
            gate.set()
        await gate.wait()
        await asyncio.sleep(0.01)
        going -= 1
        return web.Response(body=b"x")

    async with answering(answer) as api_url, fetching(api_url, tmp_path) as own:
        both = await asyncio.gather(*(own.contents([at(api_url)] * 6) for _ in range(2)))
    assert both == [[b"x"] * 6] * 2
    assert most == AT_ONCE


async def test_a_reader_refuses_what_was_not_fetched_and_reads_the_rest(tmp_path: Path) -> None:
    class Inner:
        async def read(self, file: File) -> Reading:
            return Reading(kind="txt", passages=(), summary=file.path.read_text(), warnings=(), characters=0)

    async def answer(request: web.Request) -> web.Response:
        return web.Response(status=404 if "gone" in request.path else 200, body=b"here")

    async with (
        answering(answer) as api_url,
        fetching(api_url, tmp_path) as own,
        own.files.fetch([at(api_url, "gone.txt"), at(api_url)], token=TOKEN) as fetched,
    ):
        reader = fetched.reader(Inner())
        gone, here = fetched.files
        with pytest.raises(FileRefused, match=r"gone\.txt: it was deleted"):
            await reader.read(gone)
        assert (await reader.read(here)).summary == "here"


async def test_no_name_and_no_token_is_told(tmp_path: Path) -> None:
    async with scene() as world, fetching(world.slack.api_url, tmp_path) as own:
        files = await shared(world, BUDGET, Upload(name="secret plan.csv", standing="tombstone"))
        await own.contents(files, world.token.value)
        told = str(own.facts.seen)
        assert "Budget" not in told
        assert "plan" not in told
        assert world.token.value not in told
