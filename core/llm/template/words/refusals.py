"""Why something that was asked for is not done, in each language, as sentences behind what was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

Names = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusals:
    """A sentence for each reason; what stands in braces are names, in quotes where they are somebody's words.

    `refused` stands around a `{why}` of the graph's rules, which speak English and end without a full stop
    here; `last` is between the last two of several names.
    """

    not_understood: str
    no_direction: str
    one_end: str
    no_link: str
    link_unknown: str
    links_several: str
    no_effect: str
    no_option: str
    unknown: str
    several: str
    one_only: str
    risks_off: str
    nameless: str
    there_already: str
    unread: str
    refused: str
    last: str

    def say(self, reason: str, names: Names) -> str:
        """The sentence for a reason, which is the name of a field."""
        pattern: str = getattr(self, reason)
        return pattern.format(**{name: self._listed(given) for name, given in names.items()})

    def _listed(self, given: str | tuple[str, ...]) -> str:
        if isinstance(given, str):
            return given
        *others, last = given
        return f"{', '.join(others)}{self.last}{last}" if others else last


@cache
def refusals(code: str) -> Refusals:
    """The refusals of a language, one of CODES."""
    module = import_module(f"core.llm.template.words.{code}.refusals")
    found: Refusals = module.REFUSALS
    return found
