"""Phrases made fit for a label: no dangling words, a capital in front, at most 80 characters."""

from __future__ import annotations

import re

from core.graph.model import MAX_LABEL
from core.llm.template.patterns import Patterns

ELLIPSIS = "…"
_EDGES = " \t\n\"'`.,;:!?¿¡…*_~|/\\-–—•·。、！？「」『』"
_BREAKS = re.compile(
    r"\s+(?:[-–—]+|which|who|because|while|although|welche[rs]?|weil|qui|parce que|que|porque)\s|[,;:(]\s?"
)
_GERUND = re.compile(r"^([a-z]+)ing$")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_SUBJECTS = frozenset({"wir", "man", "ich", "we", "ik"})
_MIN_STEM = 3  # characters of a verb before its ending
_ROUNDS = 6  # leading or trailing fillers that are taken off
_MIN_HEAD = 12  # characters that must stand before a break for the part after it to be cut


def bare(text: str) -> str:
    """The text without quotes, bullets and punctuation around it; a bracket stays where it is closed."""
    text = text.strip(_EDGES)
    for opening, closing in (("(", ")"), ("[", "]"), ("{", "}")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, " ").replace(closing, " ")
        elif text.startswith(opening) and text.endswith(closing):
            text = text[1:-1]
    return " ".join(text.split()).strip(_EDGES)


def tidy(text: str, patterns: Patterns) -> str:
    """A phrase without the fillers around it: "we should just hire, please" becomes "hire"."""
    text = bare(text)
    for _ in range(_ROUNDS):
        shorter = bare(patterns.trailing_at_end.sub("", patterns.leading_at_start.sub("", text, count=1)))
        if shorter == text or not shorter:
            break
        text = shorter
    return bare(patterns.cleared.sub("", text))


def infinitive(phrase: str, patterns: Patterns) -> str:
    """A phrase that asks as one that names: "lo hacemos" is "hacerlo", "kaufen wir es" is "es kaufen"."""
    first, *rest = phrase.split()
    clitic = first.casefold() if rest and first.casefold() in patterns.clitics else ""
    verb = rest[0] if clitic else first
    for ending, bases in patterns.conjugations:
        whole_word = verb.casefold() == ending
        if whole_word or (verb.casefold().endswith(ending) and len(verb) >= len(ending) + _MIN_STEM):
            whole = [verb[: -len(ending)] + base for base in bases]
            named = next((text for text in whole if text.casefold() in patterns.verbs), whole[0])
            named = named.removesuffix("e") + clitic if clitic else named
            return " ".join([named, *(rest[1:] if clitic else rest)])
    if (
        patterns.grammar.verbs_last
        and len(rest) > 1
        and rest[0].casefold() in _SUBJECTS
        and patterns.is_verb(first)
    ):
        verb, inner = first.lower(), rest[1:]
        particle = inner.pop() if inner[-1] in patterns.particles else ""
        return " ".join([*inner, particle + verb])
    return phrase


def base_form(phrase: str, patterns: Patterns) -> str:
    """An English phrase with its leading gerund as a base form: "using contractors" → "use contractors"."""
    first, _, rest = phrase.partition(" ")
    match = _GERUND.match(first.casefold())
    if match is None:
        return phrase
    stem = match.group(1)
    for verb in (f"{stem}e", stem, _DOUBLED.sub(r"\1", stem)):
        if verb in patterns.verbs:
            return f"{verb} {rest}".strip()
    return phrase


def shorten(text: str, limit: int = MAX_LABEL) -> str:
    """The text within `limit` characters: up to a natural break, else to a whole word with an ellipsis."""
    if len(text) <= limit:
        return text
    for match in _BREAKS.finditer(text):
        if match.start() > limit:
            break
        if match.start() >= _MIN_HEAD:
            return bare(text[: match.start()])
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip(_EDGES) + ELLIPSIS


def capital(text: str) -> str:
    """The text with a capital in front, unless its first word has a spelling of its own (iPhone, npm2)."""
    word = text.split(" ", 1)[0] if text else ""
    if not word or any(c.isupper() or c.isdigit() for c in word[1:]):
        return text
    return text[0].upper() + text[1:]


def label(phrase: str, limit: int = MAX_LABEL) -> str:
    """A tidied phrase as a label."""
    return shorten(capital(phrase), limit)
