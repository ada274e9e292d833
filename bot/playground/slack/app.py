"""What Slack knows about our app: its names, its secrets, and what its manifest asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.slack.records import Json

ShortcutKind = Literal["global", "message"]


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """One app. Whatever it did not ask for here, it does not get."""

    id: str = "A0CROSSROAD"
    name: str = "Crossroads"
    client_id: str = "1000000000.2000000000"
    client_secret: str = "local-client-secret"  # noqa: S105  a local Slack keeps no real secret
    signing_secret: str = "local-signing-secret"  # noqa: S105  the same
    verification_token: str = "local-verification-token"  # noqa: S105  the same
    app_token: str = "xapp-1-A0CROSSROAD-local"  # noqa: S105  the same
    scopes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    commands: frozenset[str] = frozenset()
    shortcuts: Mapping[str, ShortcutKind] = field(default_factory=dict)
    redirect_urls: tuple[str, ...] = ()
    home_tab: bool = True
    messages_tab: bool = True
    interactive: bool = True
    rotates_tokens: bool = False
    socket_mode: bool = False
    restricted_history: bool = False  # conversations.history at 1/min and 15 messages

    @classmethod
    def from_manifest(cls, manifest: Json) -> App:
        """The app a manifest describes (the parsed YAML or JSON), with secrets of this machine."""
        features = manifest.get("features", {})
        oauth = manifest.get("oauth_config", {})
        settings = manifest.get("settings", {})
        home = features.get("app_home", {})
        return cls(
            name=manifest["display_information"]["name"],
            scopes=frozenset(oauth.get("scopes", {}).get("bot", ())),
            events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", ())),
            commands=frozenset(entry["command"] for entry in features.get("slash_commands", ())),
            shortcuts={entry["callback_id"]: entry["type"] for entry in features.get("shortcuts", ())},
            redirect_urls=tuple(oauth.get("redirect_urls", ())),
            home_tab=home.get("home_tab_enabled", False),
            messages_tab=home.get("messages_tab_enabled", False),
            interactive=settings.get("interactivity", {}).get("is_enabled", False),
            rotates_tokens=settings.get("token_rotation_enabled", False),
            socket_mode=settings.get("socket_mode_enabled", False),
        )
