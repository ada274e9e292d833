"""What may stand in a log line: words and numbers, but no secrets and no texts."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from structlog.typing import EventDict, WrappedLogger

from core.telemetry import Scalar

TEXT, SECRET = "[text]", "[secret]"
LARGEST = 1 << 63  # of the whole numbers that are logged; Python refuses to write down very long ones

# Words of keys. One of a secret is dropped whatever it holds, one of a text if it holds a string.
_OF_SECRETS = (
    "authorization|cookies?|credentials?|exc|exception|headers?|keys?|passwd|passwords?|secrets?|signature"
    "|stack|token"
)
_OF_TEXTS = (
    "answers?|body|bodies|briefs?|comments?|content|descriptions?|documents?|emails?|feedback|files?"
    "|filenames?|labels?|messages?|names?|notes?|passages?|payloads?|prompts?|questions?|quotes?|reply"
    "|replies|texts?|titles?|tokens|urls?|why"
)
OWN = ("timestamp", "level", "event")  # keys that the log sets itself
RESERVED = frozenset({*OWN, "self", "method_name"})  # and those that its library's functions take

# Codes, ids, names of models. Whoever writes down a text writes a space, or something beyond ASCII.
_WORD = re.compile(r"[A-Za-z0-9._:/@+=#~-]{0,128}")
# The phrases of our own, which core.llm and core.pacing make. One that is not here is taken for a text.
_PHRASES = {
    "cause": re.compile(
        r"no reply within [\d.e+]{1,8} s"
        r"|resting after repeated failures"
        r"|the stream ended (?:early|without a reply)"
        r"|refusal \([a-z_]{1,40}\)"
        r"|the reply (?:is not JSON|has no nodes)"
        r"|the reply has \d+ (?:characters, takes \d+|nodes and \d+ links)"
        r"|the reply does not follow the schema \(\d+ errors\)"
        r"|exit -?\d+"
    ),
    "budget": re.compile(r"[A-Z0-9]{1,15} (?:chat|conversations|files)(?:\.[A-Za-z]+)?(?: [A-Z0-9]{1,15})?"),
}
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SECRETIVE = re.compile(rf"(?:.*_)?(?:{_OF_SECRETS})(?:_.*)?")
_WORDY = re.compile(rf"(?:.*_)?(?:{_OF_SECRETS}|{_OF_TEXTS})(?:_.*)?")

_SECRETS = re.compile(
    r"(?:xox|xapp-)[^\s,;()]*"  # Slack's tokens
    r"|(?<![A-Za-z0-9])sk-[^\s,;()]*"  # keys of model providers
    r"|gAAAA[A-Za-z0-9_=-]*"  # what Fernet has encrypted
    r"|(?<=://)\S*@",  # a name and password in an address
    re.IGNORECASE,
)


def redact(_: WrappedLogger, __: str, line: EventDict) -> EventDict:
    """A processor of structlog, the last before the renderer."""
    own = {key: _fit(key, line[key]) for key in OWN if key in line}
    return own | facts({key: value for key, value in line.items() if key not in OWN})


def facts(given: Mapping[str, object]) -> dict[str, Scalar]:
    """Those facts that may be logged, as they may be.

    A string that is neither a word nor a phrase of our own becomes [text], and what looks like a secret
    [secret].
    """
    return {key: _fit(key, value) for key, value in given.items() if _may_stand(key, value)}


def _may_stand(key: str, value: object) -> bool:
    if not _KEY.fullmatch(key) or key in RESERVED or not isinstance(value, str | int | float | None):
        return False
    return not (_WORDY if isinstance(value, str) else _SECRETIVE).fullmatch(key)


def _fit(key: str, value: object) -> Scalar:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return round(value, 6) if math.isfinite(value) else None
    if isinstance(value, int):
        return value if abs(value) < LARGEST else None
    text = str(value)
    is_allowed = _WORD.fullmatch(text) or (key in _PHRASES and _PHRASES[key].fullmatch(text))
    return _SECRETS.sub(SECRET, text) if is_allowed else TEXT
