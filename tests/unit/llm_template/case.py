"""A brief with the draft that it should lead to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One brief: the language it is in, the kind of decision, and the labels of its options."""

    brief: str
    options: tuple[str, ...]
    kind: str
    language: str = "en"
    goal: str = ""
    question: str = ""
