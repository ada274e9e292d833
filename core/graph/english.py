"""What a few English turns of phrase give away in labels and quotes."""

from __future__ import annotations

import re

_AS_IT_IS = re.compile(
    r"\b(status quo|do(ing)? nothing|no change|as[- ]is|not now|leave \w+( \w+)? (as|alone)"
    r"|(keep|stay with) (the |our )?(current|existing|present))\b"
    r"|^\s*leave (it|them|things)\s*$"
    r"|^\s*(keep|stay|renew|wait|defer|postpone|hold off|maintain|continue|carry on)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"^\s*(should (we|i|they)|shall (we|i)|do we|whether|is it worth)\b|\bor not\b", re.IGNORECASE
)
_CHOICE = re.compile(r"\b(or|versus|vs)\b(?! not\b)", re.IGNORECASE)
_DATE = re.compile(
    r"\b(by|before|within|until)\b.*\b(q[1-4]|h[12]|20\d\d|days?|weeks?|months?|january|february"
    r"|(?-i:March|May)|april|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_PAST_CASE = re.compile(
    r"\b(last (time|year|quarter|project)|previous(ly)?|past|earlier|benchmark|base rate|historical(ly)?"
    r"|similar|comparable|track record)\b",
    re.IGNORECASE,
)
_SPENT = re.compile(
    r"\balready (spent|invested|built|paid|bought|sunk)\b|\bsunk costs?\b|\bso far (we|spent)\b"
    r"|\b(spent|invested) so far\b",
    re.IGNORECASE,
)


def keeps_things_as_they_are(label: str) -> bool:
    """True for an option that changes nothing, or not yet."""
    return bool(_AS_IT_IS.search(label))


def asks_whether_or_not(label: str) -> bool:
    """True for a question that yes or no would answer; one that names a choice ("a or b") is none."""
    return bool(_WHETHER.search(label)) and not _CHOICE.search(label)


def names_a_date(label: str) -> bool:
    """True where something is promised by a date or within a time."""
    return bool(_DATE.search(label))


def cites_a_past_case(text: str) -> bool:
    """True where a quote speaks of how it went before or elsewhere."""
    return bool(_PAST_CASE.search(text))


def speaks_of_money_spent(text: str) -> str:
    """The words that speak of what cannot be got back; empty when none do."""
    match = _SPENT.search(text)
    return match.group() if match else ""
