"""The app as Slack is told of it: what it is called, what it may do, where its requests go.

https://docs.slack.dev/reference/app-manifest
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.addresses import is_address, is_private
from bot.guard import PATH
from bot.yaml import to_yaml
from handlers.surfaces import COMMAND, GLOBAL_SHORTCUT, MESSAGE_SHORTCUT

INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
HEADING = (
    "# Crossroads as a Slack app. At https://api.slack.com/apps: Create New App, From a manifest, YAML.\n"
)

# Every scope, and what would not work without it.
SCOPES: Mapping[str, str] = {
    "app_mentions:read": "hear @Crossroads",
    "channels:history": "hear replies and files in the threads of public channels it is in",
    "groups:history": "the same in private channels",
    "im:history": "the same in direct messages to it",
    "mpim:history": "the same in group direct messages",
    "channels:read": "know who is in a public channel: only they act on what is drafted there",
    "groups:read": "the same in private channels",
    "chat:write": "post and edit its messages",
    "chat:write.public": "answer /decide in public channels it is not in",
    "commands": "/decide and the shortcuts",
    "files:read": "read the files shared with a brief",
    "files:write": "upload the picture and exports",
    "im:write": "open a direct message to whom a draft or an answer is for alone",
    "users:read": "know whether whoever changes the workspace's settings is an administrator",
}

EVENTS = (
    "app_home_opened",
    "app_mention",
    "app_uninstalled",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "tokens_revoked",
)


class AddressUnusable(ValueError):
    """Slack cannot send requests to this address; the text says what to change."""


def filled(url: str | None, *, socket_mode: bool = False, rotate_tokens: bool = False) -> str:
    """The manifest as YAML, for the bot at `url`. Raises AddressUnusable."""
    manifest = document(url, socket_mode=socket_mode, rotate_tokens=rotate_tokens)
    return HEADING + to_yaml(manifest, comments=SCOPES)


def document(url: str | None, *, socket_mode: bool = False, rotate_tokens: bool = False) -> dict[str, Any]:
    """The manifest as data. In Socket Mode the address is needed only to install the app by OAuth.

    `rotate_tokens` makes tokens expire after twelve hours, which Slack cannot undo. Only who installs by
    OAuth gets them renewed, so it takes an address.
    Raises AddressUnusable.
    """
    base = _checked(url) if url else ""
    if not base and not socket_mode:
        raise AddressUnusable("Give the address of the bot with --url https://..., or --socket-mode.")
    if rotate_tokens and not base:
        raise AddressUnusable("--rotate-tokens needs --url https://..., the address to install the app at.")
    request_url = {} if socket_mode else {"request_url": base + PATH}
    oauth: dict[str, Any] = {"redirect_urls": [base + REDIRECT_PATH]} if base else {}
    return {
        "display_information": _DISPLAY,
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Crossroads", "always_online": True},
            "shortcuts": _SHORTCUTS,
            "slash_commands": [
                {
                    "command": COMMAND,
                    **({} if socket_mode else {"url": base + PATH}),
                    "description": "Draft a decision graph from a brief",
                    "usage_hint": "what is to be decided, in 30 characters or more; or help",
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {**oauth, "scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request_url, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request_url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": socket_mode,
            "token_rotation_enabled": rotate_tokens,
        },
    }


_DISPLAY = {
    "name": "Crossroads",
    "description": "Turns a brief, and the files beside it, into a small, cited decision graph.",
    "long_description": (
        "Write what is to be decided and share the files that bear on it. Crossroads answers in the thread "
        "with a picture: the goal, the options and what would follow from them, how sure and how strong each "
        "link is, and the sentence of your file that it rests on. Reply to change it; press a button to have "
        "it criticised, widened, clarified or exported."
    ),
    "background_color": "#1F3A5F",
}

_SHORTCUTS = [
    {
        "name": "Draft a decision graph",
        "type": "message",
        "callback_id": MESSAGE_SHORTCUT,
        "description": "Draft a decision graph from this message and its files",
    },
    {
        "name": "Draft a decision",
        "type": "global",
        "callback_id": GLOBAL_SHORTCUT,
        "description": "Write a brief, add files, draft a decision graph",
    },
]


def _checked(url: str) -> str:
    if not is_address(url) or not url.isascii():
        raise AddressUnusable("--url must be an address such as https://crossroads.example.com.")
    if not is_private(url):
        raise AddressUnusable("--url must begin with https://, since Slack sends requests nowhere else.")
    return url.rstrip("/")
