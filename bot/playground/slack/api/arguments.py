"""The arguments of a Web API call: from the query, a form or JSON, read as what they should be."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable
from dataclasses import dataclass

from aiohttp import web

from bot.playground.slack.records import Json
from bot.playground.slack.refusals import Refused

_FLAGS = {"1": True, "true": True, "0": False, "false": False, "": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What was sent, without the token; `client` is the id and secret of HTTP Basic authentication."""

    fields: Json
    token: str
    client: tuple[str, str]

    @classmethod
    async def read(cls, request: web.Request) -> Arguments:
        """The arguments of a request. Raises Refused when its body cannot be read."""
        fields: Json = {**request.query, **await _body(request)}
        scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
        token = credentials if scheme == "Bearer" else ""
        given = str(fields.pop("token", ""))
        return cls(
            fields=fields, token=token or given, client=_basic(credentials) if scheme == "Basic" else ("", "")
        )

    def check(self, *, needed: Iterable[str], known: Iterable[str]) -> None:
        """Raise Refused for what is missing and for what Slack would silently ignore.

        `team_id` goes with every call of a client that was made for one workspace.
        """
        missing = [name for name in needed if self.fields.get(name) in (None, "")]
        strange = sorted(self.fields.keys() - set(known) - set(needed) - {"team_id"})
        problems = [f"missing required field: {name}" for name in missing]
        problems += [f"unknown argument: {name}" for name in strange]
        if problems:
            raise Refused("invalid_arguments", messages=problems)

    def text(self, name: str, default: str = "") -> str:
        """A string."""
        value = self.fields.get(name, default)
        if not isinstance(value, str):
            raise Refused("invalid_arguments", messages=[f"must provide a string [json-pointer:/{name}]"])
        return value

    def flag(self, name: str) -> bool:
        """A boolean; forms write it as 0 or 1, true or false."""
        flag = _FLAGS.get(str(self.fields.get(name, "")).lower())
        if flag is None:
            raise Refused("invalid_arguments", messages=[f"must provide a boolean [json-pointer:/{name}]"])
        return flag

    def count(self, name: str, default: int, *, minimum: int = 1, maximum: int = 1_000) -> int:
        """A whole number in a range, ends included."""
        value = self.fields.get(name, default)
        try:
            number = int(value)
        except (TypeError, ValueError):
            number = minimum - 1
        if not minimum <= number <= maximum:
            raise Refused("invalid_arguments", messages=[f"invalid number [json-pointer:/{name}]"])
        return number

    def structure(self, name: str) -> object:
        """An object or a list; forms write it as JSON."""
        value = self.fields.get(name)
        try:
            return json.loads(value) if isinstance(value, str) else value
        except ValueError:
            raise Refused("invalid_arguments", messages=[f"must be JSON [json-pointer:/{name}]"]) from None


async def _body(request: web.Request) -> Json:
    if request.content_type == "application/json":
        return _json(await request.read())
    if request.content_type in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        form = await request.post()
        return {name: value for name, value in form.items() if isinstance(value, str)}
    if await request.read():
        raise Refused("invalid_post_type")
    return {}


def _json(body: bytes) -> Json:
    try:
        fields = json.loads(body or b"{}")
    except ValueError:
        raise Refused("invalid_json") from None
    if not isinstance(fields, dict):
        raise Refused("json_not_object")
    return fields


def _basic(credentials: str) -> tuple[str, str]:
    try:
        client, _, secret = base64.b64decode(credentials, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return client, secret
