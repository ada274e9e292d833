"""Plain data as YAML that people like to read: maps, lists, text, booleans."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LONG = 90  # characters; a longer text is folded over several lines
_PLAIN = re.compile(r"/?[A-Za-z](?:[\w ./@+-]|:(?=\S)|,(?= ))*(?<! )")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def to_yaml(data: Mapping[str, Any], *, comments: Mapping[str, str]) -> str:
    """The data as a YAML document; a text in a list that has a comment carries it."""
    return "".join(f"{line}\n" for line in _map(data, comments))


def _map(data: Mapping[str, Any], comments: Mapping[str, str]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield f"{_scalar(key)}:"
            yield from textwrap.indent("\n".join(_map(value, comments)), "  ").splitlines()
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield f"{_scalar(key)}:"
            yield from _list(value, comments)
        elif isinstance(value, str) and len(value) > LONG:
            yield f"{_scalar(key)}: >-"
            yield from textwrap.wrap(
                value, LONG, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
            )
        else:
            yield f"{_scalar(key)}: {_scalar(value)}"


def _list(items: Sequence[Any], comments: Mapping[str, str]) -> Iterator[str]:
    for item in items:
        if isinstance(item, Mapping):
            first, *others = _map(item, comments)
            yield f"  - {first}"
            yield from (f"    {line}" for line in others)
        else:
            comment = f"  # {comments[item]}" if item in comments else ""
            yield f"  - {_scalar(item)}{comment}"


def _scalar(value: str | bool) -> str:  # noqa: FBT001  a value of the document
    """Text is left bare where YAML cannot take it for anything else; JSON is YAML in all other cases."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
