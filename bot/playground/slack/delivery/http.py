"""The way to the app over HTTP."""

from __future__ import annotations

import asyncio

import aiohttp

from bot.playground.slack.delivery.parcels import Answer, Parcel
from bot.playground.slack.delivery.signing import Signer

PATIENCE = 3.0  # seconds until Slack takes a request as failed


class HttpTransport:
    """Posts signed requests to `url`; no event is sent while that is empty."""

    name = "http"

    def __init__(self, signer: Signer, *, patience: float = PATIENCE) -> None:
        self.url = ""
        self._signer = signer
        self._patience = patience

    @property
    def is_open(self) -> bool:
        """Whether an address is known."""
        return bool(self.url)

    async def send(self, parcel: Parcel) -> Answer:
        """Send one parcel; anything but a 2xx in time is a failure, a redirect too."""
        headers = parcel.headers | self._signer.headers(parcel.body)
        try:
            async with (
                asyncio.timeout(self._patience),
                aiohttp.ClientSession() as session,
                session.post(self.url, data=parcel.body, headers=headers, allow_redirects=False) as response,
            ):
                text = await response.text(errors="replace")
        except TimeoutError:
            return Answer(reason="http_timeout")
        except (aiohttp.ClientError, OSError):
            return Answer(reason="connection_failed")
        return Answer(
            status=response.status,
            text=text,
            reason="" if response.ok and response.status < 300 else "http_error",  # noqa: PLR2004  not a redirect
            no_retry=response.headers.get("X-Slack-No-Retry") == "1",
        )
