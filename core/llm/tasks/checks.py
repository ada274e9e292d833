"""Whether a reply can be used, told by the parser of its task; the check for `core.llm.checked.Checked`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.llm import replies
from core.llm.provider import ModelCall, Reply, Task
from core.llm.tasks import clarify, critique, options

_CHECKS: Mapping[Task, Callable[[Reply, ModelCall], None]] = {
    Task.OPTIONS: options.check,
    Task.CRITIQUE: critique.check,
    Task.CLARIFY: clarify.check,
}


def check(reply: Reply, call: ModelCall) -> None:
    """Raise ReplyUnusable where the reply is not what its task asks for."""
    _CHECKS.get(call.task, replies.check)(reply, call)
