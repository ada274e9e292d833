"""What people write in Slack, as they see it: plain text without Slack's markup of mentions and links.

https://docs.slack.dev/messaging/formatting-message-text, "Advanced formatting" and "Escaping text"
"""

from __future__ import annotations

import re

from core.documents.clean import clean

SOMEONE, SOME_GROUP, SOMEWHERE = "@someone", "@a-group", "#a-channel"  # where an id comes without a name

_TOKEN = re.compile(
    r"<(?P<user>@[UW][A-Z0-9]+)(?:\|(?P<who>[^<>]*))?>"
    r"|<(?P<channel>#[CGD][A-Z0-9]+)(?:\|(?P<where>[^<>]*))?>"
    r"|<!(?P<special>[a-z]+)(?:\^[^<>|]*)?(?:\|(?P<fallback>[^<>]*))?>"
    r"|<(?P<link>(?:https?|mailto|tel|ftp|slack):[^<>|\s]+)(?:\|(?P<label>[^<>]*))?>"
)
_ENTITY = re.compile(r"&(amp|lt|gt);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">"}
_SCHEME = re.compile(r"(https?://|mailto:|tel:)")
_BLANKS = re.compile(r"[ \t]{2,}")
_BEFORE_A_BRIEF = " \t\n,:;–—-"  # what may stand between a mention at the start and the brief


def unescaped(text: str) -> str:
    """The text with the three characters that Slack escapes, and without what nobody sees."""
    return clean(_ENTITY.sub(lambda found: _CHARACTERS[found[1]], text))


def plain(text: str, *, bot: str = "") -> str:
    """The text as it is read; mentions of `bot` (a user id) are taken out."""
    without = _without_mention(text, bot) if bot else text
    pieces: list[str] = []
    end = 0
    for found in _TOKEN.finditer(without):
        pieces += [unescaped(without[end : found.start()]), unescaped(_as_read(found))]
        end = found.end()
    return "".join([*pieces, unescaped(without[end:])]).strip()


def mentions(text: str, user: str) -> bool:
    """Whether the text mentions a user."""
    return bool(user) and bool(_mention_of(user).search(text))


def _mention_of(user: str) -> re.Pattern[str]:
    return re.compile(rf"<@{re.escape(user)}(?:\|[^<>]*)?>")


def _without_mention(text: str, bot: str) -> str:
    parts = _mention_of(bot).split(text)
    if len(parts) == 1:
        return text
    if not parts[0].strip():
        parts[:2] = [parts[1].lstrip(_BEFORE_A_BRIEF)]
    return _BLANKS.sub(" ", " ".join(part.strip(" ") for part in parts))


def _as_read(found: re.Match[str]) -> str:
    if found["user"]:
        return f"@{found['who'].lstrip('@')}" if found["who"] else SOMEONE
    if found["channel"]:
        return f"#{found['where'].lstrip('#')}" if found["where"] else SOMEWHERE
    if found["special"]:
        group = found["special"] == "subteam"
        return found["fallback"] or (SOME_GROUP if group else f"@{found['special']}")
    return _link(found["link"], found["label"] or "")


def _link(address: str, label: str) -> str:
    bare = _SCHEME.sub("", address, count=1)
    shown = bare if address.startswith(("mailto:", "tel:")) else address
    if not label or _SCHEME.sub("", label, count=1).rstrip("/") == bare.rstrip("/"):
        return label or shown
    return f"{label} ({shown})"
