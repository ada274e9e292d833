"""What people write in Slack, as they see it."""

from __future__ import annotations

import pytest
from hypothesis import given

from bot.playground.slack.pings import pings
from core.documents.clean import clean
from handlers.blocks.text import escape
from handlers.requests.plain import mentions, plain
from tests.unit.handlers.hostile import texts

BOT = "U0BOT"


@given(texts)
def test_what_is_escaped_reads_as_it_was_written(text: str) -> None:
    assert plain(escape(text)) == clean(text).strip()


@given(texts)
def test_what_was_read_never_pings_when_it_is_written_again(text: str) -> None:
    for bot in ("", BOT):
        assert pings(escape(plain(text, bot=bot))) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("R&amp;D &lt; 5 &gt; 3", "R&D < 5 > 3"),
        ("&amp;lt;", "&lt;"),
        ("cost <5k and >3k", "cost <5k and >3k"),
        ("ask <@U0ANN|ann> or <@U0BOB>", "ask @ann or @someone"),
        ("in <#C0123|general> or <#C0456>", "in #general or #a-channel"),
        ("<!here> <!channel|@channel>", "@here @channel"),
        ("<!subteam^S0123|@devs> and <!subteam^S0123>", "@devs and @a-group"),
        ("by <!date^1392734382^{date}|Feb 18>", "by Feb 18"),
        ("see <https://example.com/a?b=1&amp;c=2>", "see https://example.com/a?b=1&c=2"),
        ("see <https://example.com|example.com>", "see example.com"),
        ("see <http://example.com/|http://example.com>", "see http://example.com"),
        ("see <https://example.com/x|the sheet>", "see the sheet (https://example.com/x)"),
        ("<mailto:ann@example.com|ann@example.com>", "ann@example.com"),
        ("<mailto:ann@example.com>", "ann@example.com"),
        ("  two\nlines\u200b  ", "two\nlines"),
    ],
)
def test_markup_reads_as_what_it_shows(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<@U0BOT> should we hire?", "should we hire?"),
        ("<@U0BOT|crossroads>: should we hire?", "should we hire?"),
        ("  <@U0BOT>, - should we hire?", "should we hire?"),
        ("should <@U0BOT> tell us whether to hire?", "should tell us whether to hire?"),
        ("should we hire? <@U0BOT>", "should we hire?"),
        ("<@U0BOT> <@U0BOT> hire?", "hire?"),
        ("<@U0BOT>", ""),
        ("<@U0BOTTOM> hire?", "@someone hire?"),
        ("hire   or wait?", "hire   or wait?"),
    ],
)
def test_the_mention_of_the_bot_is_taken_out(written: str, read: str) -> None:
    assert plain(written, bot=BOT) == read


def test_a_mention_is_told_from_one_of_somebody_else() -> None:
    assert mentions("hey <@U0BOT|x>", BOT)
    assert not mentions("hey <@U0BOTTOM>", BOT)
    assert not mentions("hey <@>", "")
