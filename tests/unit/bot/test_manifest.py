"""The manifest keeps Slack's rules, asks for no right too many, and is the one in the repository."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml  # type: ignore[import-untyped]  # no stubs are installed; it only checks what we write

from bot.manifest import EVENTS, SCOPES, AddressUnusable, document, filled
from bot.playground.slack.api.calls import BotMethod
from bot.playground.slack.api.handling import METHODS
from bot.playground.slack.app import App
from bot.playground.slack.local import LocalSlack
from handlers.surfaces import COMMAND, GLOBAL_SHORTCUT, MESSAGE_SHORTCUT
from tests.scenario.commands import crossroads

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads(Path(__file__).with_name("slack_manifest.schema.json").read_text())
URL = "https://crossroads.example.com"
WAYS: list[dict[str, Any]] = [
    {"url": URL},
    {"url": f"{URL}/"},
    {"url": f"{URL}:8443/bot"},
    {"url": URL, "rotate_tokens": True},
    {"url": URL, "socket_mode": True},
    {"url": None, "socket_mode": True},
]

# What Slack wants for it: https://docs.slack.dev/reference/events and .../reference/methods
SCOPE_OF_EVENT = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "message.mpim": "mpim:history",
}
CALLED = (
    "chat.postMessage",
    "chat.update",
    "chat.postEphemeral",
    "conversations.members",
    "conversations.open",
    "files.completeUploadExternal",
    "files.getUploadURLExternal",
    "files.info",
    "users.info",
)
BY_PLACE = {"chat:write.public", "commands"}  # no method names them


def _problems(manifest: object) -> list[str]:
    checker = jsonschema.Draft202012Validator(SCHEMA)
    return [f"{problem.json_path}: {problem.message}" for problem in checker.iter_errors(manifest)]


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_it_keeps_slacks_rules(way: dict[str, Any]) -> None:
    assert _problems(document(**way)) == []
    assert yaml.safe_load(filled(**way)) == document(**way)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("display_information.name", "n" * 36),
        ("display_information.description", ""),
        ("display_information.long_description", "too short"),
        ("display_information.background_color", "blue"),
        ("features.bot_user.display_name", "two words"),
        ("features.shortcuts.0.name", "n" * 25),
        ("features.shortcuts.0.type", "channel"),
        ("features.slash_commands.0.command", "decide"),
        ("features.slash_commands.0.url", "http://crossroads.example.com"),
        ("features.workflow_steps", []),
        ("oauth_config.scopes.bot", ["admin"]),
        ("oauth_config.scopes.user", []),
        ("oauth_config.redirect_urls.0", "crossroads.example.com"),
        ("settings.event_subscriptions.bot_events", ["message"]),
        ("settings.interactivity.request_url", None),
        ("settings.socket_mode_enabled", "no"),
        ("settings.socket_mode_enabled", True),
    ],
    ids=lambda value: str(value)[:40],
)
def test_the_checker_is_strict(path: str, value: object) -> None:
    manifest = deepcopy(document(URL))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = manifest
    for step in way:
        place = place[step]
    place[last] = value
    assert _problems(manifest)


def test_the_file_in_the_repository_is_the_one_that_is_printed() -> None:
    assert (ROOT / "manifest.yml").read_text() == filled(URL)  # crossroads manifest --url ... > manifest.yml


def test_every_scope_has_its_use_and_every_use_its_scope() -> None:
    methods = [set(method.scopes) for name in CALLED if isinstance(method := METHODS[name], BotMethod)]
    assert all(any_of & set(SCOPES) for any_of in methods)  # Slack wants one of a method's scopes
    events = {SCOPE_OF_EVENT[event] for event in EVENTS if event in SCOPE_OF_EVENT}
    assert events <= set(SCOPES)
    assert set(SCOPES) <= set().union(*methods) | events | BY_PLACE


def test_the_docs_give_a_reason_for_every_scope() -> None:
    docs = (ROOT / "docs" / "install.md").read_text()
    table = docs.partition("## What it may do")[2].partition("\n\nIt ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{scope}` | {why} |" for scope, why in SCOPES.items()]


def test_what_it_offers_is_what_the_handlers_answer_to() -> None:
    features = document(URL)["features"]
    assert [entry["command"] for entry in features["slash_commands"]] == [COMMAND]
    assert {entry["callback_id"]: entry["type"] for entry in features["shortcuts"]} == {
        MESSAGE_SHORTCUT: "message",
        GLOBAL_SHORTCUT: "global",
    }
    assert features["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert features["bot_user"]["always_online"]


async def test_a_local_slack_takes_it() -> None:
    app = App.from_manifest(document("http://127.0.0.1:3000"))
    assert app.redirect_urls == ("http://127.0.0.1:3000/slack/oauth_redirect",)
    async with LocalSlack(app) as slack:
        team = slack.add_workspace("Acme")
        slack.add_person(team, "Ann")
        slack.install(team)
        assert slack.installation(team).scopes == set(SCOPES)


def test_socket_mode_names_no_address_but_the_one_to_install_at() -> None:
    assert "https://" not in filled(None, socket_mode=True).split("\n", 1)[1]
    assert "redirect_urls" in filled(URL, socket_mode=True)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (None, "--socket-mode"),
        ("", "--socket-mode"),
        ("crossroads.example.com", "an address such as"),
        ("https://", "an address such as"),
        ("https://me:hush@example.com", "an address such as"),
        ("https://example.com/?a=b", "an address such as"),
        ("https://exämple.com", "an address such as"),
        ("http://example.com", "must begin with https://"),
    ],
)
def test_an_address_that_slack_cannot_use_is_refused(url: str | None, said: str) -> None:
    with pytest.raises(AddressUnusable, match=said):
        filled(url)


def test_tokens_rotate_only_where_the_app_can_be_installed_by_a_link() -> None:
    with pytest.raises(AddressUnusable, match="--rotate-tokens needs --url"):
        document(None, socket_mode=True, rotate_tokens=True)
    manifest = document(URL, socket_mode=True, rotate_tokens=True)
    assert manifest["settings"]["token_rotation_enabled"]
    assert manifest["oauth_config"]["redirect_urls"]


async def test_the_command_prints_it(tmp_path: Path) -> None:
    ran = await crossroads("manifest", "--url", URL, home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, filled(URL), "")
    options = ("--socket-mode", "--rotate-tokens")
    socket = await crossroads("manifest", *options, "--url", URL, home=tmp_path)
    assert socket.out == filled(URL, socket_mode=True, rotate_tokens=True)
    wrong = await crossroads("manifest", home=tmp_path)
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err == "Give the address of the bot with --url https://..., or --socket-mode.\n"
