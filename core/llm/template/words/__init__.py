"""The languages that the template provider reads, each loaded when first needed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from core.llm.template.words.language import Language

CODES = ("en", "de", "fr", "es", "it", "pt", "nl", "ja")
FALLBACK = "en"


@cache
def language(code: str) -> Language:
    """The language with this code, one of CODES."""
    module = import_module(f"{__name__}.{code}")
    words: Language = module.LANGUAGE
    return words
