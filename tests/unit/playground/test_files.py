"""files.*, uploads and downloads."""

from __future__ import annotations

from typing import Any

import pytest
from aiohttp import ClientSession, FormData, web
from slack_sdk.errors import SlackApiError, SlackRequestError

from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import File
from bot.playground.slack.trouble import DOWNLOAD, UPLOAD
from tests.unit.playground.scene import SCOPES, Scene, error_of, full_app, scene, served

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


async def _refusal(world: Scene, method: str, **fields: Any) -> str:  # noqa: ANN401  any argument
    with pytest.raises(SlackApiError) as refused:
        await world.client.api_call(method, json=fields)
    return error_of(refused.value)


async def _processed(world: Scene) -> None:
    await world.slack.until(lambda: world.clock.sleeping > 0)
    world.clock.advance(1)
    await world.slack.until(lambda: all(file.processed for file in world.slack.world.files))


def _image(file: str) -> dict[str, Any]:
    return {"type": "image", "alt_text": "The graph", "slack_file": {"id": file}}


async def test_an_upload_is_shared_once_it_is_processed(world: Scene) -> None:
    parent = await world.ann.says(world.channel, "hire?")
    done = await world.client.files_upload_v2(
        filename="graph.png",
        content=PNG,
        title="The graph",
        alt_txt="Goal, decision, options",
        channel=world.channel.id,
        thread_ts=parent.ts,
        initial_comment="Here it is",
    )
    assert (done["file"]["title"], done["file"]["mimetype"]) == ("The graph", "")
    assert len(world.slack.messages(world.channel)) == 1
    await _processed(world)
    shared = world.slack.messages(world.channel)[-1]
    assert (shared.subtype, shared.text, shared.thread_ts) == ("file_share", "Here it is", parent.ts)
    info = (await world.client.files_info(file=done["file"]["id"]))["file"]
    assert (info["mimetype"], info["size"], info["alt_txt"]) == (
        "image/png",
        len(PNG),
        "Goal, decision, options",
    )
    assert info["channels"] == [world.channel.id]
    ((place,),) = [places[world.channel.id] for places in info["shares"].values()]
    assert (place["ts"], place["thread_ts"]) == (shared.ts, parent.ts)
    await world.client.chat_delete(channel=world.channel.id, ts=shared.ts)
    assert (await world.client.files_info(file=done["file"]["id"]))["file"]["shares"] == {}


async def test_a_deleted_file_leaves_a_gap_in_its_message(world: Scene) -> None:
    done = await world.client.files_upload_v2(filename="a.txt", content="abc", channel=world.channel.id)
    await _processed(world)
    await world.client.files_delete(file=done["file"]["id"])
    history = await world.client.conversations_history(channel=world.channel.id)
    assert history["messages"][0]["files"] == [{"id": done["file"]["id"], "mode": "tombstone"}]


async def test_several_files_go_up_together(world: Scene) -> None:
    uploads = [{"filename": "a.csv", "content": "a,b"}, {"filename": "b.md", "content": "# b"}]
    done = await world.client.files_upload_v2(file_uploads=uploads, channel=world.channel.id)
    await _processed(world)
    [message] = world.slack.messages(world.channel)
    assert list(message.files) == [file["id"] for file in done["files"]]


async def test_a_fresh_file_cannot_be_an_image_yet(world: Scene) -> None:
    done = await world.client.files_upload_v2(filename="graph.png", content=PNG)
    blocks, channel = [_image(done["file"]["id"])], world.channel.id
    with pytest.raises(SlackApiError) as refused:
        await world.client.chat_postMessage(channel=channel, text="x", blocks=blocks)
    assert refused.value.response["error"] == "invalid_blocks"
    assert refused.value.response["errors"] == ["invalid slack file [json-pointer:/blocks/0/slack_file]"]
    await _processed(world)
    world.clock.advance(2)
    await world.client.chat_postMessage(channel=channel, text="x", blocks=blocks)


async def test_only_a_picture_of_this_workspace_can_be_an_image(world: Scene) -> None:
    text = await world.client.files_upload_v2(filename="notes.txt", content="x")
    picture = await world.client.files_upload_v2(filename="graph.png", content=PNG)
    await _processed(world)
    file = world.slack.world.files.get(picture["file"]["id"])
    assert file
    info = (await world.client.files_info(file=file.id))["file"]
    for reference, legal in [
        ({"id": text["file"]["id"]}, False),
        ({"id": "F0NONE"}, False),
        ({"url": info["url_private"]}, True),
        ({"url": info["permalink"]}, True),
        ({"url": "https://files.slack.test/other.png"}, False),
    ]:
        world.clock.advance(2)
        block = _image("") | {"slack_file": reference}
        fields = {"channel": world.channel.id, "text": "x", "blocks": [block]}
        if legal:
            await world.client.api_call("chat.postMessage", json=fields)
        else:
            assert await _refusal(world, "chat.postMessage", **fields) == "invalid_blocks"
    await world.client.files_delete(file=file.id)
    world.clock.advance(2)
    assert await _refusal(
        world, "chat.postMessage", channel=world.channel.id, text="x", blocks=[_image(file.id)]
    ) == ("invalid_blocks")


async def test_the_bytes_must_be_as_long_as_announced_and_come_once(world: Scene) -> None:
    step = await world.client.files_getUploadURLExternal(filename="a.txt", length=3)
    async with ClientSession() as session:
        async with session.post(step["upload_url"], data=b"four") as response:
            assert response.status == 400
        async with session.post(step["upload_url"], data=b"abc") as response:
            assert (response.status, await response.text()) == (200, "OK - 3")
        async with session.post(step["upload_url"], data=b"abc") as response:
            assert response.status == 404


async def test_an_upload_may_be_a_form(world: Scene) -> None:
    async with ClientSession() as session:
        for part in (b"abc", "abc"):
            step = await world.client.files_getUploadURLExternal(filename="a.txt", length=3)
            form = FormData()
            if isinstance(part, bytes):
                form.add_field("filename", part, filename="a.txt")
            else:
                form.add_field("filename", part, content_type="text/plain")
                form.add_field("other", b"x", filename="b.txt")
            async with session.post(step["upload_url"], data=form) as response:
                assert response.status == 200


async def test_an_upload_can_be_made_to_fail(world: Scene) -> None:
    world.slack.trouble.fail(UPLOAD, status=503)
    with pytest.raises(SlackRequestError, match="503"):
        await world.client.files_upload_v2(filename="a.txt", content="abc")
    await world.client.files_upload_v2(filename="a.txt", content="abc")


async def test_what_cannot_be_completed(world: Scene) -> None:
    step = await world.client.files_getUploadURLExternal(filename="a.txt", length=3)
    complete = "files.completeUploadExternal"
    assert await _refusal(world, complete, files=[{"id": step["file_id"]}]) == "file_not_found"
    assert await _refusal(world, complete, files=[]) == "invalid_arguments"
    assert await _refusal(world, complete, files=["F1"]) == "file_not_found"
    assert await _refusal(world, complete, files="nonsense") == "invalid_arguments"
    done = await world.client.files_upload_v2(filename="a.txt", content="abc")
    again = [{"id": done["file"]["id"]}]
    assert await _refusal(world, complete, files=again) == "file_not_found"
    assert await _refusal(world, complete, files=again, channel_id="C0NONE") == "channel_not_found"
    assert await _refusal(world, complete, files=again, thread_ts="1.1") == "invalid_arguments"
    long = await _refusal(
        world, complete, files=again, channel_id=world.channel.id, initial_comment="a" * 4_001
    )
    assert long == "msg_too_long"


async def test_what_cannot_be_announced(world: Scene) -> None:
    announce = "files.getUploadURLExternal"
    assert await _refusal(world, announce, filename="a.txt") == "invalid_arguments"
    assert await _refusal(world, announce, filename="a.txt", length=0) == "invalid_arguments"
    assert await _refusal(world, announce, filename="a.txt", length="many") == "invalid_arguments"
    assert await _refusal(world, announce, filename="a", length=1, alt_txt="a" * 1_001) == (
        "alt_text_too_long"
    )


async def test_a_file_deleted_before_it_is_processed_is_never_shared(world: Scene) -> None:
    done = await world.client.files_upload_v2(filename="a.txt", content="abc", channel=world.channel.id)
    await world.client.files_delete(file=done["file"]["id"])
    await world.slack.until(lambda: world.clock.sleeping > 0)
    world.clock.advance(1)
    await world.slack.settled()
    assert world.slack.messages(world.channel) == []
    assert await _refusal(world, "files.info", file=done["file"]["id"]) == "file_deleted"


async def _download(url: str, token: str = "") -> tuple[int, str, bytes]:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    async with ClientSession() as session, session.get(url, headers=headers) as response:
        return response.status, response.content_type, await response.read()


async def _shared(world: Scene, upload: Upload) -> tuple[File, str]:
    message = await world.ann.says(world.channel, "see this", files=[upload])
    file = world.slack.world.files.get(message.files[0])
    assert file
    info = await world.client.files_info(file=file.id)
    return file, info["file"].get("url_private", "")


async def test_a_file_can_be_had_with_the_token(world: Scene) -> None:
    _, url = await _shared(world, Upload(name="Costs 2026.csv", content=b"a,b\n1,2"))
    assert await _download(url, world.token.value) == (200, "text/csv", b"a,b\n1,2")


@pytest.mark.parametrize("token", ["", "xoxb-wrong"])
async def test_without_a_good_token_there_is_a_page_with_200(world: Scene, token: str) -> None:
    _, url = await _shared(world, Upload(name="a.csv", content=b"a,b"))
    status, kind, body = await _download(url, token)
    assert (status, kind) == (200, "text/html")
    assert b"Sign in" in body


async def test_without_files_read_there_is_a_page_with_200() -> None:
    async with scene(full_app(scopes=SCOPES - {"files:read"})) as world:
        message = await world.ann.says(world.channel, "see", files=[Upload(name="a.csv", content=b"a,b")])
        history = await world.client.conversations_history(channel=world.channel.id)
        url = history["messages"][0]["files"][0]["url_private"]
        assert (await _download(url, world.token.value))[:2] == (200, "text/html")
        assert await _refusal(world, "files.info", file=message.files[0]) == "missing_scope"


async def test_a_file_from_a_place_the_bot_is_not_in_is_not_for_it(world: Scene) -> None:
    place = world.slack.add_channel(world.team, "other", world.ann, with_bot=False)
    message = await world.ann.says(place, "see this", files=[Upload(name="a.csv", content=b"a,b")])
    [name] = message.files
    assert await _refusal(world, "files.info", file=name) == "file_not_found"
    url = f"{world.slack.url}/files-pri/{world.team.id}-{name}/a.csv"
    assert (await _download(url, world.token.value))[1] == "text/html"
    await world.ann.invites_bot(place)
    assert (await _download(url, world.token.value))[2] == b"a,b"


async def test_only_its_own_files_can_be_deleted(world: Scene) -> None:
    file, url = await _shared(world, Upload(name="a.csv", content=b"a,b"))
    assert await _refusal(world, "files.delete", file=file.id) == "cant_delete_file"
    own = await world.client.files_upload_v2(filename="b.txt", content="abc")
    await world.client.files_delete(file=own["file"]["id"])
    info = await world.client.conversations_history(channel=world.channel.id)
    assert info["messages"][0]["files"][0]["id"] == file.id
    gone = url.replace(file.id, own["file"]["id"])
    assert (await _download(gone, world.token.value))[0] == 404


@pytest.mark.parametrize(
    ("upload", "shown"),
    [
        (Upload(name="a.csv", standing="tombstone"), {"mode": "tombstone"}),
        (Upload(name="a.csv", standing="hidden_by_limit"), {"mode": "hidden_by_limit"}),
        (Upload(name="a.csv", standing="access_denied"), {"file_access": "access_denied"}),
        (
            Upload(name="a", standing="external", external_url="https://drive.test/a"),
            {"mode": "external", "is_external": True, "url_private": "https://drive.test/a", "size": 0},
        ),
    ],
)
async def test_files_whose_bytes_are_not_to_be_had(
    world: Scene, upload: Upload, shown: dict[str, Any]
) -> None:
    file, _ = await _shared(world, upload)
    info = (await world.client.files_info(file=file.id))["file"]
    assert shown.items() <= info.items()
    url = f"{world.slack.url}/files-pri/{world.team.id}-{file.id}/a.csv"
    assert (await _download(url, world.token.value))[0] == 404


async def test_a_shared_channel_shows_only_ids_until_files_info_is_asked(world: Scene) -> None:
    other = world.slack.add_workspace("Other")
    eve = world.slack.add_person(other, "Eve")
    place = world.slack.add_channel(world.team, "shared", world.ann, eve, shared_with=[other])
    await eve.says(place, "ours", files=[Upload(name="a.csv", content=b"a,b")])
    history = await world.client.conversations_history(channel=place.id)
    [shown] = history["messages"][0]["files"]
    assert shown["file_access"] == "check_file_info"
    async with served(web.Application()) as address:
        world.slack.deliver_to(address)
        mention = await eve.mentions_bot(place, "this", files=[Upload(name="b.csv", content=b"b")])
        await world.slack.until(lambda: len(world.slack.courier.events("app_mention")) == 2)
    event = world.slack.courier.events("app_mention")[0].payload
    [stub] = event["event"]["files"]
    assert (stub["file_access"], stub["id"]) == ("check_file_info", mention.files[0])
    assert "url_private" not in stub
    assert event["is_ext_shared_channel"]
    assert event["event"]["user_team"] == other.id
    info = (await world.client.files_info(file=stub["id"]))["file"]
    assert (await _download(info["url_private"], world.token.value))[2] == b"b"


async def test_a_download_can_be_sent_elsewhere_or_fail(world: Scene) -> None:
    _, url = await _shared(world, Upload(name="a.csv", content=b"a,b"))
    seen: list[str] = []

    async def elsewhere(request: web.Request) -> web.Response:
        seen.append(request.headers.get("Authorization", ""))
        return web.Response(text="other")

    application = web.Application()
    application.router.add_get("/other", elsewhere)
    async with served(application, "/other") as address:
        world.slack.trouble.redirect_downloads(address)
        assert (await _download(url, world.token.value))[2] == b"other"
    assert len(seen) == 1
    world.slack.trouble.fail(DOWNLOAD, status=502)
    assert (await _download(url, world.token.value))[0] == 502
    assert (await _download(url, world.token.value))[0] == 200
