"""What can be suggested in any decision, in each language: labels, what speaks for it and against, checks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Ideas:
    """Usual ways forward. `labels` are options by trait; `points` go before the language's hunches.

    `known` speaks for any usual option, `unread` against any that no source speaks of. `check` tells how to
    test a `{claim}`, `past` whom to ask.
    """

    labels: Mapping[str, str]
    points: Mapping[str, str]
    known: str
    unread: str
    check: str
    past: str


@cache
def ideas(code: str) -> Ideas:
    """The ideas of a language, one of CODES."""
    module = import_module(f"core.llm.template.words.{code}.ideas")
    found: Ideas = module.IDEAS
    return found
