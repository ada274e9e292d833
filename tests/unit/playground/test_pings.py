"""Which pings a text would mint."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.slack.pings import message_pings, pings
from bot.playground.slack.records import Json, Message


def test_pings_are_found_and_their_look_alikes_are_not() -> None:
    text = "<!channel> <!here|here> <!everyone> <@U012AB> <@W9|ann> <!subteam^S1>"
    harmless = "&lt;!channel&gt; <#C1> <!date^1^x|y>"
    assert pings(text + harmless) == ["!channel", "!here", "!everyone", "@U012AB", "@W9", "!subteam^S1"]


@given(st.text())
def test_an_escaped_text_mints_no_ping(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert pings(escaped) == []
    assert pings(escaped + "<!channel>") == ["!channel"]


def _message(*blocks: Json, text: str = "") -> Message:
    return Message(channel="C1", ts="1.1", team="T1", user="U1", text=text, blocks=blocks)


def test_blocks_ping_too_but_plain_text_does_not() -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}}
    header = {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}}
    markdown = {"type": "markdown", "text": "<@U1>"}
    pieces = [
        {"type": "broadcast", "range": "everyone"},
        {"type": "user", "user_id": "U2"},
        {"type": "usergroup", "usergroup_id": "S3"},
        {"type": "text", "text": "<!channel>"},
    ]
    rich = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": pieces}]}
    found = message_pings(_message(section, header, markdown, rich, text="<!channel>"))
    assert found == ["!channel", "!here", "@U1", "!everyone", "@U2", "!subteam^S3"]
