"""Response URLs: where the app answers a command or a click, five times in half an hour."""

from __future__ import annotations

import json

from aiohttp import web

from bot.playground.slack.records import Json
from bot.playground.slack.refusals import Refused
from bot.playground.slack.responding import respond
from bot.playground.slack.site import Site
from bot.playground.slack.triggers import use_response_url

_EXPIRED = frozenset({"expired_url", "used_url", "invalid_url"})
_KNOWN = frozenset(
    {
        "text",
        "blocks",
        "attachments",
        "markdown_text",
        "response_type",
        "replace_original",
        "delete_original",
        "thread_ts",
        "unfurl_links",
        "unfurl_media",
        "metadata",
    }
)


class Hooks:
    """Serves /hooks/{id}."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def answer(self, request: web.Request) -> web.Response:
        """POST /hooks/{id}, JSON: `ok`, or Slack's refusal."""
        try:
            body = _read(await request.read())
            right = use_response_url(self._site.world, request.match_info["hook"])
            respond(self._site.world, right, body)
        except Refused as refused:
            status = 404 if refused.error in _EXPIRED else 400
            return web.json_response(refused.answer, status=status)
        return web.Response(text="ok")


def _read(body: bytes) -> Json:
    try:
        fields = json.loads(body)
    except ValueError:
        raise Refused("invalid_payload") from None
    if not isinstance(fields, dict) or fields.keys() - _KNOWN:
        raise Refused("invalid_payload")
    return fields
