"""Where a bot's token may go: to the origins that serve Slack's files, and nowhere else."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit

# Slack, and GovSlack, whose tokens stay within it. On Enterprise Grid files.slack.com sends downloads on to
# files-origin.slack.com.
FILE_HOSTS = {
    "slack.com": ("files.slack.com", "files-origin.slack.com", "slack-files.com"),
    "slack-gov.com": ("files.slack-gov.com", "files-origin.slack-gov.com"),
}


class Origins:
    """Slack's own file hosts, with TLS, and the origin that the Web API is at: a local Slack serves both."""

    def __init__(self, api_url: str) -> None:
        """`api_url` is an address that the settings have been checked for."""
        parts = urlsplit(api_url)
        self._domain = parts.hostname if parts.hostname in FILE_HOSTS else "slack.com"
        self._trusted = {f"https://{host}" for host in FILE_HOSTS[self._domain]} | {_origin(parts)}

    def trusted(self, url: str, *, seen_from: str = "") -> str | None:
        """The address to ask with the token, None when the token may not go there.

        It is put together anew from an origin of ours and the path: whatever another parser would make of
        the address as it came, it leads to that origin.
        """
        try:
            parts = urlsplit(urljoin(seen_from, url))
            origin = _origin(parts)
        except ValueError:
            return None
        if origin not in self._trusted or "@" in parts.netloc:
            return None
        return f"{origin}{parts.path or '/'}" + (f"?{parts.query}" if parts.query else "")

    def is_sign_in(self, url: str, *, seen_from: str = "") -> bool:
        """Whether an address is a workspace's own, where Slack sends whoever may not see a file."""
        try:
            host = urlsplit(urljoin(seen_from, url)).hostname or ""
        except ValueError:
            return False
        return host.endswith(f".{self._domain}")


def _origin(parts: SplitResult) -> str:
    """Scheme, host and port as browsers compare them. Raises ValueError when the port is none."""
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    is_usual = parts.port in {None, {"https": 443, "http": 80}.get(parts.scheme)}
    return f"{parts.scheme}://{host}" + ("" if is_usual else f":{parts.port}")
