"""What the drafts of a workspace used: calls, tokens, dollars, and what prompt caching saved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from core.store.records import UsageTotal
from handlers.blocks.lists import listed
from handlers.blocks.text import count
from handlers.errors import provider_name
from handlers.view import View

TITLE = "Usage in the last 30 days"
_UNPRICED = "at a price that is not known"


def spending(totals: Sequence[UsageTotal], saved: Sequence[float | None]) -> View:
    """The sums by provider and model, in this order, after what they come to.

    `saved` has the dollars for each kind of call that used a cache, None where there is no price.
    """
    if not totals:
        return listed(TITLE, ["Nothing was drafted."])
    return listed(TITLE, [_sum(totals), *_caching(totals, saved), *_by_model(totals)])


def dollars(amount: float) -> str:
    """An amount of money, never rounded down to nothing."""
    return "less than $0.01" if 0 < amount < 0.01 else f"${amount:,.2f}"  # noqa: PLR2004  a cent


def _by_model(totals: Sequence[UsageTotal]) -> Iterator[str]:
    for (provider, model), group in groupby(totals, lambda total: (total.provider, total.model)):
        used = tuple(group)
        tasks = ", ".join(f"{total.task} {total.calls:,}" for total in used)
        name = provider_name(provider) if _is_free(used) else f"{provider_name(provider)}, {model}"
        yield f"{name} ({tasks}): {_sum(used)}"


def _sum(totals: Sequence[UsageTotal]) -> str:
    """Calls, tokens and dollars together, in words."""
    calls = count(sum(total.calls for total in totals), "call")
    if _is_free(totals):
        return f"{calls}, no tokens"
    taken = sum(total.input for total in totals) + _read(totals) + _written(totals)
    given = sum(total.output for total in totals)
    return f"{calls}, {taken:,} tokens in, {given:,} out, {_cost(totals)}"


def _cost(totals: Sequence[UsageTotal]) -> str:
    cost, unpriced = sum(total.cost for total in totals), sum(total.unpriced for total in totals)
    if not unpriced:
        return dollars(cost)
    return f"{dollars(cost)} and {count(unpriced, 'call')} {_UNPRICED}" if cost else _UNPRICED


def _caching(totals: Sequence[UsageTotal], saved: Sequence[float | None]) -> Iterator[str]:
    """What was kept for later calls and read by them; nothing where no call used a cache."""
    if _read(totals) + _written(totals):
        tokens = f"{_read(totals):,} tokens read from the cache, {_written(totals):,} written to it"
        yield f"Prompt caching: {tokens}{_saved(saved)}"


def _saved(saved: Sequence[float | None]) -> str:
    known = [amount for amount in saved if amount is not None]
    if not known:
        return ""
    total = sum(known)
    told = f"{dollars(total)} saved" if total >= 0 else f"{dollars(-total)} more paid than saved so far"
    return f", {told}" + (", leaving out models without a known price" if len(known) < len(saved) else "")


def _is_free(totals: Sequence[UsageTotal]) -> bool:
    """Whether no model was asked: the built-in drafter uses no tokens."""
    return not any((_read(totals), _written(totals), *(total.input + total.output for total in totals)))


def _read(totals: Sequence[UsageTotal]) -> int:
    return sum(total.cache_read for total in totals)


def _written(totals: Sequence[UsageTotal]) -> int:
    return sum(total.cache_write_5m + total.cache_write_1h for total in totals)
