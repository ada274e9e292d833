"""Where everything of a local Slack is served."""

from __future__ import annotations

from aiohttp import web

from bot.playground.slack.api.handling import WebApi
from bot.playground.slack.site import Site
from bot.playground.slack.web.files import Files
from bot.playground.slack.web.hooks import Hooks
from bot.playground.slack.web.oauth import OAuth

LARGEST_REQUEST = 100_000_000  # bytes


def web_app(site: Site) -> web.Application:
    """The pages of one Slack; more can be added before it is served."""
    application = web.Application(client_max_size=LARGEST_REQUEST)
    files = Files(site)
    application.router.add_route("*", "/api/{method}", WebApi(site).handle)
    application.router.add_post("/upload/v1/{ticket}", files.upload)
    application.router.add_get(r"/files-pri/{team:[^-/]+}-{file}/{name}", files.download)
    application.router.add_get(r"/files-dl/{team:[^-/]+}-{file}/{name}", files.download)
    application.router.add_post("/hooks/{hook}", Hooks(site).answer)
    application.router.add_get("/oauth/v2/authorize", OAuth(site).authorize)
    application.router.add_get("/link/", site.sockets.handle)
    return application
