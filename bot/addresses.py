"""Whether an address is one that secrets may be sent to."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_address(url: str) -> bool:
    """Whether it names a web server, with nothing of an account or a query in it."""
    parts = _parts(url)
    return parts is not None and "@" not in parts.netloc and not parts.query and not parts.fragment


def is_private(url: str) -> bool:
    """Whether nobody can listen on the way there: by TLS, or because the way stays on this machine."""
    parts = _parts(url)
    return parts is not None and (parts.scheme == "https" or parts.hostname in LOOPBACK)


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    return parts if host and parts.scheme in {"https", "http"} else None
