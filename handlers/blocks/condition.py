"""How the bot is doing: what runs and waits, its memory, who drafts."""

from __future__ import annotations

from collections.abc import Sequence

from core.jobs.model import Load
from handlers.blocks.lists import listed
from handlers.blocks.text import count
from handlers.errors import provider_name
from handlers.operation import Drafter, Memory
from handlers.view import View

MB = 1_000_000  # bytes


def condition(load: Load, memory: Memory | None, drafters: Sequence[Drafter], version: str) -> View:
    """A line for each, on one screen."""
    lines = [
        f"{count(load.running, 'draft')} running, {load.waiting:,} waiting",
        *([_held(memory)] if memory else ()),
        f"Asked for drafts: {', then '.join(map(_named, drafters))}",
        f"Crossroads {version}",
    ]
    return listed("Status", lines)


def _held(memory: Memory) -> str:
    share = memory.resident / memory.limit
    held = f"Memory: {memory.resident / MB:,.0f} of {memory.limit / MB:,.0f} MB ({100 * share:.0f}%)"
    return held if memory.accepting else f"{held}; no new draft begins until it falls"


def _named(drafter: Drafter) -> str:
    name = provider_name(drafter.provider)
    return f"{name} ({drafter.model})" if drafter.model else name[:1].lower() + name[1:]
