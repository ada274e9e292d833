"""A model's ids as ids of a graph: equal ones stay equal, different ones stay different."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

from core.graph.model import MAX_ID

_VALID = re.compile(rf"[a-z][a-z0-9_]{{0,{MAX_ID - 1}}}")
_OTHER = re.compile(r"[^a-z0-9]+")
_NAMELESS = "node"  # for an id without a Latin letter or digit


def slug(raw: str) -> str:
    """The id in lower case ASCII, words joined by underscores, from a letter on; "" when nothing is left."""
    if _VALID.fullmatch(raw):
        return raw
    letters = unicodedata.normalize("NFKD", raw.casefold())
    ascii_only = "".join(char for char in letters if not unicodedata.combining(char))
    words = _OTHER.sub("_", ascii_only).strip("_")
    if words[:1].isdigit():
        words = f"n_{words}"
    return words[:MAX_ID].rstrip("_")


class Identifiers:
    """The ids of one reply's nodes. An id that is valid as it is keeps itself, whoever else would slug to it.

    So a repair, whose ids come from the graph before, never renames a node; two ids that slug alike are
    told apart by a number; and an id given twice stays one id, for the rules to find.
    """

    def __init__(self, nodes: Iterable[str]) -> None:
        self._slugs: dict[str, str] = {}
        self._taken: set[str] = set()
        for raw in sorted(dict.fromkeys(nodes), key=lambda raw: _VALID.fullmatch(raw) is None):
            self._allot(raw)
        self._nodes = frozenset(self._taken)

    def node(self, raw: str) -> str | None:
        """The node that is meant: by its own id, or by one that slugs to it. None when there is no such."""
        named = self._slugs.get(raw)
        if named is None:
            named = slug(raw)
        return named if named in self._nodes else None

    def end(self, raw: str) -> str:
        """The node at one end of a link; an id of no node when there is no such node."""
        return self.node(raw) or self._slugs.get(raw) or self._allot(raw)

    def _allot(self, raw: str) -> str:
        base = slug(raw) or _NAMELESS
        for number in count(1):
            suffix = f"_{number}" if number > 1 else ""
            free = base[: MAX_ID - len(suffix)] + suffix
            if free not in self._taken:
                break
        self._taken.add(free)
        self._slugs[raw] = free
        return free
