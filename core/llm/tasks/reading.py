"""A reply's JSON, read against a wire schema; single items that do not follow it are left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from core.errors import ReplyUnusable
from core.llm.wire import Wire

MAX_REPLY = 100_000  # characters; the longest reply that follows the prompts takes about 8,000
MAX_ITEMS = 50  # of a list that should have a dozen at most

Item = TypeVar("Item", bound=Wire)


def fields_of(text: str, source: str) -> Mapping[str, Any]:
    """The object that a reply is. Raises ReplyUnusable, which holds no word of the reply."""
    if len(text) > MAX_REPLY:
        raise ReplyUnusable(source, f"the reply has {len(text)} characters, takes {MAX_REPLY}")
    try:  # some local servers put a fence or a remark around the object
        raw = from_json(text[text.find("{") : text.rfind("}") + 1].encode(errors="replace"))
    except ValueError:
        raise ReplyUnusable(source, "the reply is not JSON") from None
    if not isinstance(raw, dict):
        raise ReplyUnusable(source, "the reply is no object")
    return raw


def items_of(fields: Mapping[str, Any], name: str, kind: type[Item], source: str) -> tuple[Item, ...]:
    """The items of one list that follow the schema. Raises ReplyUnusable where not one of them does."""
    listed = fields.get(name)
    if not isinstance(listed, list):
        raise ReplyUnusable(source, f"the reply has no list of {name}")
    found = [item for entry in listed[:MAX_ITEMS] if (item := _item(entry, kind)) is not None]
    if listed and not found:
        raise ReplyUnusable(source, f"none of the {name} in the reply follows the schema")
    return tuple(found)


def _item(entry: object, kind: type[Item]) -> Item | None:
    try:
        return kind.model_validate(entry, strict=False)
    except ValidationError:
        return None
