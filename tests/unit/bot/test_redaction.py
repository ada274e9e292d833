"""No text and no secret gets into a log line, whoever tells it, under whatever key."""

from __future__ import annotations

import string
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.redaction import SECRET, TEXT, facts, redact
from tests.unit.bot.logged import log

KEYS = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True) | st.sampled_from(["cause", "budget", "job", "at"])
WORDS = st.text(string.ascii_letters + string.digits, min_size=4, max_size=12)
# What people write: several words, in any script.
TEXTS = st.lists(WORDS, min_size=9, max_size=40).map(" ".join) | st.text(
    st.characters(min_codepoint=0x100, exclude_categories=["Cs"]), min_size=3
)
BODY = st.text(string.ascii_letters + string.digits + "-_", min_size=12, max_size=60)
SECRETS = st.tuples(
    st.sampled_from(["xoxb-", "xoxp-", "xoxe.xoxp-", "xapp-1-", "sk-", "sk-ant-api03-", "XOXB-", "gAAAAA"]),
    BODY,
).map("".join)
AROUND = st.sampled_from(["", "Bearer/", "failed:", "key=", "a=b,", "https://x/"])


class Colour(StrEnum):
    RED = "red"


class Number(IntEnum):
    SEVEN = 7


@given(key=KEYS, text=TEXTS)
def test_what_people_write_is_never_written_down(key: str, text: str) -> None:
    assert facts({key: text}) in ({}, {key: TEXT})


@given(key=KEYS, secret=SECRETS, before=AROUND)
def test_what_is_shaped_like_a_secret_is_masked_wherever_it_stands(
    key: str, secret: str, before: str
) -> None:
    with log() as written:
        written.emit("something", **{key: f"{before}{secret}"})
        written.emit(f"{before}{secret}", key_less=1)
    assert secret[4:] not in written.text


@given(
    name=st.from_regex(
        r"(slack_|bot_)?(token|tokens|secret|password|authorization|api_key|cookie|text|texts|brief|briefs"
        r"|prompt|reply|replies|document|title|label|quote|body|message|content|name|file|filename|url|why)"
        r"(_old|_2)?",
        fullmatch=True,
    ),
    word=WORDS,
)
def test_keys_of_secrets_and_texts_are_dropped(name: str, word: str) -> None:
    assert facts({name: word, "kept": 1}) == {"kept": 1}


def test_numbers_of_texts_are_kept_and_numbers_of_secrets_are_not() -> None:
    assert facts({"files": 3, "input_tokens": 900, "message_unrecorded": 1, "token": 4, "pass_key": 5}) == {
        "files": 3,
        "input_tokens": 900,
        "message_unrecorded": 1,
    }


@settings(max_examples=40)
@given(
    st.dictionaries(
        KEYS,
        st.lists(WORDS, max_size=2) | st.dictionaries(WORDS, WORDS, max_size=2) | st.binary(max_size=9),
        max_size=3,
    )
)
def test_only_scalars_are_kept(given_: dict[str, Any]) -> None:
    assert facts(given_) == {}


@given(st.text())
def test_a_key_that_is_no_name_is_dropped(key: str) -> None:
    assume(not (key.isascii() and key.islower()))
    assert facts({key: 1}) == {}


@pytest.mark.parametrize(
    "key", ["exc_info", "stack_info", "exception", "level", "event", "self", "timestamp"]
)
def test_keys_that_mean_something_to_the_log_are_dropped(key: str) -> None:
    with log() as written:
        written.emit("something", **{key: True, "kept": 1})
    ((line),) = written.lines
    assert (line["event"], line["level"], line["kept"]) == ("something", "info", 1)
    assert set(line) == {"timestamp", "level", "event", "kept"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("job", "T012ABC:C012ABC:1763820000.123456"),
        ("model", "ft:gpt-4o-mini:acme::7p4lURel"),
        ("at", "draft.py:120"),
        ("reason", ""),
        ("cause", "ratelimited"),
        ("cause", "http_502"),
        ("cause", "ReadTimeout"),
        ("cause", "exit -11"),
        ("budget", "T012ABC chat.postMessage C012ABC"),
        ("budget", "T012ABC files"),
        ("provider", "disk-service"),
        ("status", None),
        ("accepting", True),
        ("seconds", 1.25),
        ("resident", 123_456_789_012),
    ],
)
def test_facts_as_they_are_told_today_are_kept(key: str, value: object) -> None:
    assert facts({key: value}) == {key: value}


def test_an_address_loses_its_password() -> None:
    assert facts({"at": "postgresql://me:hunter2@host/base"}) == {"at": f"postgresql://{SECRET}host/base"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.12345678, 0.123457),
        (float("nan"), None),
        (float("-inf"), None),
        (1 << 63, None),
        (Colour.RED, "red"),
        (Number.SEVEN, 7),
    ],
)
def test_every_number_can_be_written_as_json(value: Any, written: object) -> None:  # noqa: ANN401  a Scalar
    with log() as lines:
        lines.emit("something", fact=value)
    assert lines.lines[0]["fact"] == written


def test_a_number_too_long_for_json_is_left_out() -> None:
    with log() as lines:
        lines.emit("something", fact=10**5_000)
    assert lines.lines[0]["fact"] is None


@pytest.mark.parametrize(
    "cause",
    [
        "no reply within 120 s",
        "no reply within 1e+06 s",
        "resting after repeated failures",
        "the stream ended early",
        "the stream ended without a reply",
        "refusal (cyber_harm)",
        "the reply is not JSON",
        "the reply has no nodes",
        "the reply has 24 nodes and 70 links",
        "the reply has 240000 characters, takes 200000",
        "the reply does not follow the schema (3 errors)",
    ],
)
def test_a_phrase_of_our_own_is_allowed_only_where_one_is_expected(cause: str) -> None:
    assert facts({"cause": cause, "reason": cause}) == {"cause": cause, "reason": TEXT}


def test_the_lines_of_others_are_redacted_too() -> None:
    line = redact(None, "info", {"event": "Should we hire", "user_text": "x", "n": 1, "level": "info"})
    assert line == {"level": "info", "event": TEXT, "n": 1}
