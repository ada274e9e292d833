"""Blocks in few words, for tests of their rules."""

from __future__ import annotations

from typing import Any

from slack_sdk.models import blocks as kit

from bot.playground.slack.blocks.message import problems_of

Json = dict[str, Any]


def problems(*blocks: object) -> list[str]:
    return problems_of(list(blocks), lambda reference: reference.get("id") == "F1")


def sdk_options(count: int) -> list[kit.Option]:
    return [kit.Option(value=f"v{n}", text=f"Option {n}") for n in range(count)]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def button(**changes: object) -> Json:
    return {"type": "button", "action_id": "a", "text": plain("Go")} | changes


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def section(**parts: object) -> Json:
    return {"type": "section", **parts}


def rich(*pieces: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


def raw_text(text: str) -> Json:
    return {"type": "raw_text", "text": text}


def raw_options(count: int) -> list[Json]:
    return [{"text": plain("a"), "value": f"v{n}"} for n in range(count)]
