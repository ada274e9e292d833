"""auth.*, apps.* and oauth.v2.access: who the app is, and how it gets in and out."""

from __future__ import annotations

from bot.playground.slack.api.calls import BotCall, BotMethod, Call, Methods, OpenMethod
from bot.playground.slack.installing import install, refresh, revoke, uninstall, use_code
from bot.playground.slack.limits import CONNECTIONS, HUNDREDS, TIER_4
from bot.playground.slack.records import Json, Token
from bot.playground.slack.refusals import Refused

_CLIENT = ("client_id", "client_secret")


def auth_test(call: BotCall) -> Json:
    """auth.test."""
    team = call.world.workspaces[call.team]
    token = call.world.tokens[call.args.token]
    answer: Json = {
        "url": f"{call.world.url}/",
        "team": team.name,
        "user": call.world.users[call.installation.bot_user].name,
        "team_id": call.team,
        "user_id": call.installation.bot_user,
        "bot_id": call.installation.bot,
        "is_enterprise_install": False,
    }
    if token.expires is not None:
        answer["expires_in"] = int(token.expires - call.world.clock.now())
    return answer


def auth_revoke(call: BotCall) -> Json:
    """auth.revoke."""
    if call.args.flag("test"):
        return {"revoked": False}
    revoke(call.world, call.world.tokens[call.args.token])
    return {"revoked": True}


def apps_uninstall(call: BotCall) -> Json:
    """apps.uninstall: by the bot's token together with the app's own credentials."""
    _check_client(call)
    uninstall(call.world, call.team)
    return {}


def _check_client(call: Call) -> None:
    basic_id, basic_secret = call.args.client
    if (call.args.text("client_id") or basic_id) != call.world.app.client_id:
        raise Refused("invalid_client_id")
    if (call.args.text("client_secret") or basic_secret) != call.world.app.client_secret:
        raise Refused("bad_client_secret")


def connections_open(call: Call) -> Json:
    """apps.connections.open: an address for one socket, for the holder of the app-level token."""
    if not call.args.token:
        raise Refused("not_authed")
    if call.args.token != call.world.app.app_token:
        prefixed = call.args.token.startswith("xapp-")
        raise Refused("invalid_auth" if prefixed else "not_allowed_token_type")
    if not call.world.app.socket_mode:
        raise Refused("socket_mode_not_enabled")
    address = call.world.url.replace("http", "ws", 1)
    return {"url": f"{address}/link/?ticket={call.site.sockets.new_ticket()}&app_id={call.world.app.id}"}


def oauth_access(call: Call) -> Json:
    """oauth.v2.access: a code, or a refresh token, against a bot token."""
    _check_client(call)
    grant = call.args.text("grant_type", "authorization_code")
    if grant == "refresh_token":
        if not call.world.app.rotates_tokens:
            raise Refused("token_rotation_not_enabled")
        return _granted(call, refresh(call.world, call.args.text("refresh_token")))
    if grant != "authorization_code":
        raise Refused("invalid_grant_type")
    code = use_code(call.world, call.args.text("code"), call.args.text("redirect_uri"))
    token = install(call.world, team=code.team, installer=code.user, scopes=code.scopes)
    return _granted(call, token)


def _granted(call: Call, token: Token) -> Json:
    world = call.world
    installation, team = world.installations[token.team], world.workspaces[token.team]
    answer: Json = {
        "app_id": world.app.id,
        "authed_user": {"id": installation.installer},
        "scope": ",".join(sorted(installation.scopes)),
        "token_type": "bot",
        "access_token": token.value,
        "bot_user_id": installation.bot_user,
        "team": {"id": team.id, "name": team.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }
    if token.expires is not None:
        answer |= {"refresh_token": token.refresh, "expires_in": int(token.expires - world.clock.now())}
    return answer


METHODS: Methods = {
    "auth.test": BotMethod(run=auth_test, rate=HUNDREDS),
    "auth.revoke": BotMethod(run=auth_revoke, takes=("test",)),
    "apps.uninstall": BotMethod(run=apps_uninstall, takes=_CLIENT),
    "apps.connections.open": OpenMethod(run=connections_open, rate=CONNECTIONS),
    "oauth.v2.access": OpenMethod(
        run=oauth_access,
        takes=(*_CLIENT, "code", "redirect_uri", "grant_type", "refresh_token"),
        rate=TIER_4,
    ),
}
