"""Calls of Slack's API that are no live message: each waits until its budget allows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from slack_sdk.web.async_slack_response import AsyncSlackResponse

from core.errors import DeliveryLimited
from core.pacing.gate import Call, Gate
from core.pacing.limits import Priority
from handlers.budgets import Budgets
from handlers.slack_refusals import FAILURES, delivery_error


async def counted(
    gate: Gate,
    budgets: Budgets,
    call: Callable[[], Awaitable[AsyncSlackResponse]],
    *,
    priority: Priority = Priority.STAGE,
) -> AsyncSlackResponse:
    """Make a call, once. One too many freezes the budget it counted against. Raises DeliveryError."""
    async with gate.turn(Call(budgets=budgets, priority=priority)) as (budget, *_):
        try:
            return await call()
        except FAILURES as failure:
            error = delivery_error(failure)
            if isinstance(error, DeliveryLimited):
                gate.freeze(budget, error.retry_after)
            raise error from failure
