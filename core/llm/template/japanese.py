"""The alternatives that a Japanese sentence offers; its words are not parted by spaces."""

from __future__ import annotations

from core.llm.template.choices import Choice
from core.llm.template.patterns import Patterns

CODE = "ja"


def find_choice(sentence: str, patterns: Patterns) -> Choice | None:
    return None
