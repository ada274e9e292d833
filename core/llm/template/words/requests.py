"""How people ask for changes of a graph, in each language, as patterns over one clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """Alternatives of patterns, one a line; `x` is what is meant, `y` what it becomes or leads to.

    `kinds` are words for the kinds of nodes; `parting` is what may stand between two requests, `listing`
    between the things of a list; `begins` is how a request begins, `polite` how it may end; `articles` may
    stand before a label. `levels` are words for how sure or how strong, with their shares of 1.
    """

    add: str
    drop: str
    rename: str
    raises: str
    lowers: str
    unlinks: str
    higher: str
    lower: str
    evidence: str
    kinds: Mapping[str, str]
    title: str
    link: str
    parting: str
    begins: str
    listing: str
    belief: str
    weight: str
    levels: Mapping[str, float]
    fillers: str = ""
    polite: str = ""
    articles: str = ""


@cache
def requests(code: str) -> Requests:
    """The requests of a language, one of CODES."""
    module = import_module(f"core.llm.template.words.{code}.requests")
    found: Requests = module.REQUESTS
    return found


@cache
def compiled(alternatives: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a field, for a whole clause; a line that begins with | goes on with the one before."""
    lines = alternatives.strip().replace("\n|", "|").splitlines()
    return tuple(re.compile(line, re.IGNORECASE | re.DOTALL) for line in lines)
