"""Identifiers derived from content, so that equal things have equal names."""

from __future__ import annotations

import hashlib


def digest(*parts: bytes) -> str:
    """SHA-256 over length-prefixed parts, as 64 hex digits; no two lists of parts run together."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(len(part).to_bytes(8, "big"))
        sha.update(part)
    return sha.hexdigest()
