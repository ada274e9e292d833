"""One call of the Web API, from the request to the answer: trouble, token, limits, method, record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiohttp import web

from bot.playground.slack.access import installation_of, need_scope
from bot.playground.slack.api import auth, chat, conversations, files, people, views
from bot.playground.slack.api.arguments import Arguments
from bot.playground.slack.api.calls import AnyMethod, BotCall, BotMethod, Call, Methods
from bot.playground.slack.journal import ApiCall, masked
from bot.playground.slack.limits import RESTRICTED_HISTORY, Key, Rate
from bot.playground.slack.records import Installation, Json
from bot.playground.slack.refusals import Refused, Throttled
from bot.playground.slack.site import Site
from bot.playground.slack.web.meeting import cut

METHODS: Methods = {
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **people.METHODS,
    **views.METHODS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer on its way out; `cut` closes the connection instead of sending it."""

    status: int
    body: Json
    headers: dict[str, str]
    team: str = ""
    cut: bool = False


class WebApi:
    """Serves /api/{method}."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """GET or POST /api/{method}."""
        name = request.match_info["method"]
        try:
            args = await Arguments.read(request)
        except Refused as refused:
            args = Arguments(fields={}, token="", client=("", ""))
            reply = Reply(status=200, body=refused.answer, headers={})
        else:
            reply = await self._answer(name, args)
        self._record(name, args, reply)
        if reply.cut:
            return cut(request)
        return web.json_response(reply.body, status=reply.status, headers=reply.headers)

    async def _answer(self, name: str, args: Arguments) -> Reply:
        trouble = self._site.trouble
        if plan := trouble.take("delay", name):
            await self._site.world.clock.sleep(plan.amount)
        if trouble.take("drop", name):
            return Reply(status=0, body={}, headers={}, cut=True)
        if plan := trouble.take("fail", name):
            return Reply(status=int(plan.amount), body={"ok": False, "error": "internal_error"}, headers={})
        reply = self._perform(name, args)
        return replace(reply, cut=True) if trouble.take("drop_answer", name) else reply

    def _perform(self, name: str, args: Arguments) -> Reply:
        installation = None
        try:
            method = _method(name)
            if isinstance(method, BotMethod):
                installation = installation_of(self._site.world, args.token)
                self._check(name, method, args, installation)
                body = method.run(BotCall(site=self._site, args=args, installation=installation))
            else:
                self._check(name, method, args, None)
                body = method.run(Call(site=self._site, args=args))
            return _reply({"ok": True, **body}, installation)
        except Refused as refused:
            return _reply(refused.answer, installation)
        except Throttled as throttled:
            reply = _reply({"ok": False, "error": "ratelimited"}, installation)
            wait = {"Retry-After": str(throttled.retry_after)}
            return replace(reply, status=429, headers=reply.headers | wait)

    def _check(
        self, name: str, method: AnyMethod, args: Arguments, installation: Installation | None
    ) -> None:
        if plan := self._site.trouble.take("throttle", name):
            raise Throttled(int(plan.amount))
        wait = self._site.limits.wait(*self._limits(name, method, args, installation))
        if wait:
            raise Throttled(wait)
        if plan := self._site.trouble.take("refuse", name):
            raise Refused(plan.word)
        if isinstance(method, BotMethod) and installation:
            need_scope(installation, *method.scopes)
        args.check(needed=method.needs, known=method.takes)

    def _limits(
        self, name: str, method: AnyMethod, args: Arguments, installation: Installation | None
    ) -> list[tuple[Key, Rate]]:
        key = (installation.team if installation else self._site.world.app.id, name)
        if not isinstance(method, BotMethod):
            return [(key, method.rate)]
        restricted = method.reads_history and self._site.world.app.restricted_history
        limits: list[tuple[Key, Rate]] = [(key, RESTRICTED_HISTORY if restricted else method.rate)]
        if method.channel_rate and installation:
            channel = str(args.fields.get("channel"))
            direct = self._site.world.direct(installation.team, installation.bot_user, channel)
            limits.append(((*key, direct.id if direct else channel), method.channel_rate))
        return limits

    def _record(self, name: str, args: Arguments, reply: Reply) -> None:
        self._site.journal.add(
            ApiCall(
                at=self._site.world.clock.now(),
                team=reply.team,
                method=name,
                arguments=masked({**args.fields, **({"token": args.token} if args.token else {})}),
                answer=masked(reply.body),
                status=reply.status,
            )
        )
        self._site.news.tell()


def _method(name: str) -> AnyMethod:
    method = METHODS.get(name)
    if method is None:
        raise Refused("unknown_method", req_method=name)
    return method


def _reply(body: Json, installation: Installation | None) -> Reply:
    scopes = {"X-OAuth-Scopes": ",".join(sorted(installation.scopes))} if installation else {}
    return Reply(status=200, body=body, headers=scopes, team=installation.team if installation else "")
