"""Installing the bot into a workspace of the local Slack as a person does: by its link, in a browser."""

from __future__ import annotations

import aiohttp

from bot.manifest import INSTALL_PATH


class NotInstalled(Exception):
    """The last page says that it did not work; its status is the argument."""


async def install(bot_url: str, team: str) -> None:
    """Follow the bot's install link to Slack and back. Raises NotInstalled when it ends anywhere else."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
        async with browser.get(f"{bot_url}{INSTALL_PATH}?team={team}", allow_redirects=False) as link:
            asked = link.headers.get("Location", "")
            cookie = link.headers.get("Set-Cookie", "").split(";")[0]
        async with browser.get(asked, allow_redirects=False) as consent:
            back = consent.headers.get("Location", "")
        # The cookie is for https; on this machine it is carried by hand.
        async with browser.get(back, headers={"Cookie": cookie}) as page:
            if not page.ok:
                raise NotInstalled(page.status)
