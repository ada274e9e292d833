"""Graphs that were saved before, as commands are given them."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.cli.given import Unusable
from core.errors import GraphUnreadable
from core.graph.model import Graph
from core.graph.serial import MAX_BYTES, from_bytes

STANDARD_INPUT = "-"


def saved_graph(given: str) -> Graph:
    """The graph in a file, or on standard input for "-". Raises Unusable and GraphUnreadable.

    Takes a graph.json, and the object that `draft --json` prints.
    """
    return from_bytes(saved_bytes(given))


def saved_bytes(given: str) -> bytes:
    """The bytes of such a file. Raises Unusable and GraphUnreadable."""
    data = _bytes(given)
    if len(data) > MAX_BYTES:
        raise GraphUnreadable(f"{given} has more than {MAX_BYTES:,} bytes")
    return data


def _bytes(given: str) -> bytes:
    """One byte more than a graph may have is enough to refuse it."""
    if given == STANDARD_INPUT:
        if sys.stdin is None:
            raise Unusable("Standard input is closed. Name a file, or pipe the graph in.")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(given).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        reason = getattr(error, "strerror", None) or str(error)
        raise Unusable(f"{given} cannot be opened: {reason.lower()}. Check the path.") from error
