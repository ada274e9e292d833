"""Payloads of Slack into requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from core.documents.clean import clean
from core.errors import RequestUnreadable
from handlers.blocks.modal import Along, Field
from handlers.requests import payloads
from handlers.requests.model import Kind, Request, SlackFile, Subcommand
from handlers.requests.plain import mentions, plain, unescaped

SPOKEN = (None, "", "file_share", "thread_broadcast")  # subtypes in which a person says something

_Payload = TypeVar("_Payload", bound=BaseModel)
Body = Mapping[str, Any]


def request_of(body: Body, *, bot: str = "") -> Request | None:
    """The request in a payload; None where nobody asks us for anything. Raises RequestUnreadable.

    Takes slash commands, events, shortcuts, clicks and submissions. `bot` is our own user id in the
    workspace; where it is empty, the one of the event's authorization stands for it.
    """
    if not isinstance(body, Mapping):
        raise RequestUnreadable("not an object")
    if "command" in body:
        return _command(body)
    if body.get("type") == "event_callback":
        return _event(body, bot)
    reader = _READERS.get(str(body.get("type")))
    return None if reader is None else reader(body)


def asked_in(body: Body) -> Request:
    """The request in a command, a shortcut, a click or a form: they always ask for something.

    Raises RequestUnreadable.
    """
    request = request_of(body)
    assert request is not None  # noqa: S101  only an event may be none of our business
    return request


def _parsed(kind: type[_Payload], body: Body) -> _Payload:
    try:
        return kind.model_validate(dict(body))
    except ValidationError as failure:
        first = failure.errors(include_url=False, include_context=False, include_input=False)[0]
        raise RequestUnreadable(f"{'.'.join(map(str, first['loc']))}: {first['type']}") from None


def _command(body: Body) -> Request:
    found = _parsed(payloads.Command, body)
    text = plain(found.text)
    return Request(
        kind=Kind.COMMAND,
        source_id=_source("command", found.team_id, found.trigger_id),
        workspace=found.team_id,
        user=found.user_id,
        channel=found.channel_id,
        text=text,
        subcommand=_SUBCOMMANDS.get(" ".join(text.casefold().split())),
        trigger_id=found.trigger_id,
        response_url=found.response_url,
    )


def _event(body: Body, bot: str) -> Request | None:
    event = body.get("event")
    if not isinstance(event, Mapping) or event.get("type") not in ("message", "app_mention"):
        return None
    if event.get("hidden") or event.get("subtype") not in SPOKEN:
        return None
    found = _parsed(payloads.EventCallback, body)
    authorization = next(iter(found.authorizations or ()), payloads.Authorization())
    bot = bot or (authorization.is_bot and authorization.user_id) or ""
    said = found.event
    if said.bot_id or said.edited is not None or said.user in {None, "", "USLACKBOT", bot}:
        return None
    workspace = _first(authorization.team_id, found.team_id)
    text = said.text or ""
    mentioned = event["type"] == "app_mention" or mentions(text, bot)
    return Request(
        kind=Kind.MENTION if mentioned else Kind.MESSAGE,
        source_id=_source("message", workspace, said.channel, said.ts),
        workspace=workspace,
        user=said.user or "",
        channel=said.channel,
        message_ts=said.ts,
        thread_ts=_thread(said.thread_ts, said.ts),
        text=plain(text, bot=bot),
        files=_files(said.files),
    )


def _global_shortcut(body: Body) -> Request:
    found = _parsed(payloads.GlobalShortcut, body)
    workspace = _workspace(found)
    return Request(
        kind=Kind.SHORTCUT,
        source_id=_source("shortcut", workspace, found.trigger_id),
        workspace=workspace,
        user=found.user.id,
        action=found.callback_id,
        trigger_id=found.trigger_id,
    )


def _message_shortcut(body: Body) -> Request:
    found = _parsed(payloads.MessageShortcut, body)
    workspace, said = _workspace(found), found.message
    return Request(
        kind=Kind.MESSAGE_SHORTCUT,
        source_id=_source("shortcut", workspace, found.channel.id, said.ts, found.action_ts),
        workspace=workspace,
        user=found.user.id,
        channel=found.channel.id,
        message_ts=said.ts,
        thread_ts=_thread(said.thread_ts, said.ts),
        text=plain(said.text or ""),
        files=_files(said.files),
        action=found.callback_id,
        trigger_id=found.trigger_id,
        response_url=found.response_url,
    )


def _click(body: Body) -> Request:
    found = _parsed(payloads.Clicks, body)
    workspace, where, clicked = _workspace(found), found.container, found.actions[0]
    channel = (found.channel.id if found.channel else "") or where.channel_id or ""
    message_ts = where.message_ts or (found.message.ts if found.message else "")
    thread_ts = where.thread_ts or (found.message.thread_ts if found.message else None)
    value = clicked.value or (clicked.selected_option.value if clicked.selected_option else "") or ""
    place = (channel, message_ts) if message_ts else (where.view_id or "",)
    return Request(
        kind=Kind.CLICK,
        source_id=_source("click", workspace, *place, clicked.action_ts),
        workspace=workspace,
        user=found.user.id,
        channel=channel,
        message_ts=message_ts,
        thread_ts=_thread(thread_ts, message_ts),
        action=clicked.action_id,
        value=unescaped(value),
        trigger_id=found.trigger_id,
        response_url=found.response_url,
    )


def _submission(body: Body) -> Request:
    found = _parsed(payloads.Submission, body)
    view, workspace = found.view, _workspace(found, found.view)
    answers = {action: answer for block in view.state.values.values() for action, answer in block.items()}
    none = payloads.Answer()
    along = _along(view.private_metadata)
    channel = answers.get(Field.PLACE, none).selected_conversation or ""
    return Request(
        kind=Kind.SUBMISSION,
        source_id=_source("view", workspace, view.id, view.hash),
        workspace=workspace,
        user=found.user.id,
        channel=channel,
        thread_ts=along.thread or None if channel == along.channel else None,
        text=unescaped(answers.get(Field.BRIEF, none).value or "").strip(),
        goal=unescaped(answers.get(Field.GOAL, none).value or "").strip(),
        files=(
            *(SlackFile(id=file, access="check_file_info") for file in along.files),
            *_files(answers.get(Field.FILES, none).files),
        ),
        action=view.callback_id,
        value=unescaped(view.private_metadata),
        given={id_: _given(answer) for id_, answer in answers.items()},
        trigger_id=found.trigger_id,
    )


def _given(answer: payloads.Answer) -> str | tuple[str, ...]:
    """What was written, or the values of what was chosen."""
    chosen = [*([answer.selected_option] if answer.selected_option else ()), *(answer.selected_options or ())]
    if chosen:
        return tuple(unescaped(choice.value or "") for choice in chosen)
    return unescaped(answer.value or "").strip()


_SUBCOMMANDS: Mapping[str, Subcommand] = {each.value: each for each in Subcommand}
_READERS: Mapping[str, Callable[[Body], Request]] = {
    "shortcut": _global_shortcut,
    "message_action": _message_shortcut,
    "block_actions": _click,
    "view_submission": _submission,
}


def _along(carried: str) -> Along:
    try:
        return Along.loads(carried)
    except (ValueError, KeyError, TypeError):
        return Along()  # a form of an earlier version


def _source(*parts: str) -> str:
    return ":".join(parts)


def _workspace(found: payloads.Interaction, view: payloads.View | None = None) -> str:
    """Where the app is installed; with an installation for a whole organisation, `team` is null."""
    return _first(
        view.app_installed_team_id if view else None,
        found.team.id if found.team else None,
        found.user.team_id,
        view.team_id if view else None,
    )


def _first(*ids: str | None) -> str:
    found = next(filter(None, ids), None)
    if found is None:
        raise RequestUnreadable("team: missing")
    return found


def _thread(thread_ts: str | None, ts: str) -> str | None:
    """The thread that a message stands in; one that begins a thread stands in none."""
    return thread_ts if thread_ts and thread_ts != ts else None


def _files(given: list[payloads.File] | None) -> tuple[SlackFile, ...]:
    return tuple(
        SlackFile(
            id=file.id,
            name=clean(file.name or file.title or ""),
            mimetype=file.mimetype or "",
            size=file.size or 0,
            url=file.url_private or "",
            mode=file.mode or "",
            access=file.file_access or "",
            is_external=bool(file.is_external),
        )
        for file in given or ()
    )
