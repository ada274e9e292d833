"""What the page may ask for a person, and what it is told."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from bot.playground.page.feed import Feed
from bot.playground.page.sizes import size_of
from bot.playground.page.typed import escaped
from tests.unit.playground.page.kit import Json, served

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 640, 480) + b"\x08\x02\0\0\0"
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 480, 640) + b"\x01"


async def test_a_message_with_a_file_is_posted_shown_changed_and_taken_back(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        picture = await page.upload("plan.png", PNG)
        status, said = await page.post("say", channel=page.channel.id, text="a < b", uploads=[picture])
        assert status == 200
        message = said["message"]
        assert message["text"] == "a &lt; b"
        assert message["blocks"][0]["elements"][0]["elements"] == [{"type": "text", "text": "a < b"}]
        file = message["files"][0]
        assert (file["width"], file["height"], file["is_image"], file["state"]) == (640, 480, True, "ready")
        async with page.http.get(file["url"]) as answer:
            assert await answer.read() == PNG
            assert answer.headers["Content-Disposition"] == "inline"
        again = await page.post("say", channel=page.channel.id, text="", uploads=[picture])
        assert again[0] == 404

        _, edited = await page.post("edit", channel=page.channel.id, ts=message["ts"], text="a > b")
        assert edited["message"]["edited"]
        refused = await page.post("delete", page.bob, channel=page.channel.id, ts=message["ts"])
        assert refused[0] == 409
        assert (await page.post("delete", channel=page.channel.id, ts=message["ts"]))[0] == 200
        _, history = await page.get("history", channel=page.channel.id)
        assert history["messages"] == []


async def test_a_page_of_a_file_is_saved_and_never_shown(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        script = await page.upload("x.html", b"<script>alert(1)</script>")
        _, said = await page.post("say", channel=page.secret.id, text="", uploads=[script])
        async with page.http.get(said["message"]["files"][0]["url"]) as answer:
            assert answer.content_type == "application/octet-stream"
            assert answer.headers["Content-Disposition"].startswith("attachment")
        name = said["message"]["files"][0]["id"]
        assert (await page.get(f"file/{name}", page.bob))[0] == 404
        assert (await page.get(f"file/{name}", page.eve))[0] == 404


async def test_a_private_channel_is_not_there_for_others(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        await page.post("say", channel=page.secret.id, text="Between us.")
        for other in (page.bob, page.eve):
            assert (await page.get("history", other, channel=page.secret.id))[0] == 404
            assert (await page.post("say", other, channel=page.secret.id, text="x"))[0] == 404
            shown = (await page.get("sidebar", other))[1]["channels"]
            assert page.secret.id not in [channel["id"] for channel in shown]
        told = [entry.tell(page.bob.user) for entry in page.feed.after(0) or [] if entry.event == "message"]
        assert told == [None]


async def test_a_history_comes_in_stretches_and_threads_stand_apart(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        said = [await page.ann.says(page.channel, f"{number}") for number in range(5)]
        reply = await page.bob.says(page.channel, "reply", thread_ts=said[0].ts)
        _, newest = await page.get("history", channel=page.channel.id, limit="2")
        assert [message["text"] for message in newest["messages"]] == ["3", "4"]
        assert newest["has_more"]
        _, before = await page.get("history", channel=page.channel.id, before=said[3].ts, limit="9")
        assert [message["text"] for message in before["messages"]] == ["0", "1", "2"]
        assert not before["has_more"]
        _, thread = await page.get("thread", channel=page.channel.id, ts=said[0].ts)
        assert [message["ts"] for message in thread["replies"]] == [reply.ts]
        assert thread["root"]["reply_count"] == 1
        assert (await page.get("thread", channel=page.channel.id, ts="1.0"))[0] == 404


async def test_what_others_wrote_is_unread_until_it_is_read(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        first = await page.bob.says(page.channel, "one")
        await page.bob.says(page.channel, "two")
        await page.bob.says(page.channel, "under one", thread_ts=first.ts)
        assert _unread((await page.get("sidebar"))[1]) == 2
        assert _unread((await page.get("sidebar", page.bob))[1]) == 0
        await page.post("read", channel=page.channel.id, ts=first.ts)
        assert _unread((await page.get("sidebar"))[1]) == 1
        told = [entry for entry in page.feed.after(0) or [] if entry.event == "read"]
        assert (told[0].tell(page.ann.user) or {})["unread"] == 1
        assert told[0].tell(page.bob.user) is None


def _unread(sidebar: Json) -> int:
    return next(int(channel["unread"]) for channel in sidebar["channels"] if channel["name"] == "general")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("say", {"channel": "C0", "text": "x"}, 404),
        ("say", {"text": "x"}, 400),
        ("say", {"channel": "C0", "text": "x", "more": 1}, 400),
        ("click", {"view": "V0", "action_id": "x"}, 404),
        ("click", {"channel": "C0", "ts": "1.0", "action_id": "x"}, 404),
        ("shortcut", {"callback_id": "none"}, 409),
        ("modal/submit", {"view": "V0"}, 404),
        ("modal/close", {"view": "V0"}, 404),
        ("direct/open", {"user": "U0"}, 404),
        ("examples/none", {}, 404),
        ("trouble", {"id": "none", "on": True}, 404),
        ("bot", {"do": "dance"}, 400),
    ],
)
async def test_what_cannot_be_done_is_one_sentence(
    path: str, body: dict[str, object], status: int, tmp_path: Path
) -> None:
    async with served(tmp_path) as page:
        answered, told = await page.post(path, None, **body)
        assert answered == status
        assert told["error"].endswith(".")


async def test_switches_order_trouble_and_take_it_back(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        _, shown = await page.post("trouble", id="storm", on=True)
        assert [switch["id"] for switch in shown["switches"] if switch["on"]] == ["storm"]
        trouble = page.slack.trouble
        hit = [trouble.take("throttle", "chat.update") is not None for _ in range(4)]
        assert hit == [False, True, False, True]
        await page.post("trouble", id="storm", on=False)
        assert trouble.take("throttle", "chat.update") is None
        assert trouble.take("throttle", "chat.update") is None


async def test_people_channels_and_direct_conversations(tmp_path: Path) -> None:
    async with served(tmp_path) as page:
        _, people = await page.get("people")
        assert [team["name"] for team in people["workspaces"]] == ["Acme", "Other"]
        assert [person["initials"] for person in people["workspaces"][0]["people"]] == ["AL", "B"]
        _, opened = await page.post("direct/open", user=page.bob.id)
        assert opened["channel"]["with"]["name"] == "Bob"
        _, app = await page.post("direct/open")
        assert app["channel"]["with"]["is_bot"]
        _, side = await page.get("sidebar")
        assert [direct["with"]["is_bot"] for direct in side["directs"]] == [True, False]
        assert side["commands"][0]["name"] == "/decide"
        await page.ann.removes_bot(page.channel)
        _, back = await page.post("invite", channel=page.channel.id)
        assert back["channel"]["bot_member"]
        assert (await page.get("sidebar", page.ann, **{"as": "U0"}))[0] == 404


def test_a_feed_goes_on_where_it_was_cut_and_tells_when_too_much_is_gone() -> None:
    feed = Feed()
    for _ in range(3):
        feed.add("message", lambda _: {})
    assert [entry.number for entry in feed.after(1) or []] == [2, 3]
    assert feed.after(3) == []
    assert feed.after(4) is None
    for _ in range(5_000):
        feed.add("message", lambda _: {})
    assert feed.after(1) is None


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (PNG, (640, 480)),
        (JPEG, (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 640, 480), (640, 480)),
        (PNG[:18], (0, 0)),
        (JPEG[:9], (0, 0)),
        (b"\xff\xd8", (0, 0)),
        (b"text", (0, 0)),
    ],
)
def test_the_size_of_a_picture_is_read_from_its_first_bytes(content: bytes, size: tuple[int, int]) -> None:
    assert size_of(content) == size


def test_references_are_kept_and_everything_else_is_escaped() -> None:
    assert escaped("<@U1> & <#C1|general> <b> <!channel>") == (
        "<@U1> &amp; <#C1|general> &lt;b&gt; &lt;!channel&gt;"
    )
