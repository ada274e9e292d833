"""Patterns that only the words of labels and quotes show; English only.

Each yields a question and the places it is about, as in `core.graph.option_patterns`.
"""

from __future__ import annotations

from core.graph.english import (
    asks_whether_or_not,
    cites_a_past_case,
    keeps_things_as_they_are,
    names_a_date,
    speaks_of_money_spent,
)
from core.graph.labels import named, quoted
from core.graph.model import NodeKind
from core.graph.option_patterns import Asked
from core.graph.seen import Seen


def whether_or_not(seen: Seen) -> Asked:
    """A decision put as yes or no, which hides every third option (Nutt, 1993)."""
    for decision in seen.of_kind(NodeKind.DECISION):
        if asks_whether_or_not(decision.label):
            question = (
                f"{named(decision)} can be answered with yes or no. Asked as how or which, what else appears?"
            )
            yield question, (decision.id,)
            return


def one_real_option(seen: Seen) -> Asked:
    """One option beside leaving things as they are: the vanishing-options test (Heath and Heath, 2013)."""
    real = [o for o in seen.options if not keeps_things_as_they_are(o.label)]
    if len(real) == 1:
        yield f"{named(real[0])} is the only change considered. What if it were impossible?", (real[0].id,)


def no_status_quo(seen: Seen) -> Asked:
    """No option that changes nothing, to compare the others with."""
    if seen.options and not any(keeps_things_as_they_are(o.label) for o in seen.options):
        yield "No option keeps things as they are. What happens if nothing is done?", ()


def no_reference_class(seen: Seen) -> Asked:
    """A date, and no past case to judge it by: the outside view (Kahneman and Lovallo, 1993)."""
    dated = [node for node in seen.nodes.values() if names_a_date(node.label)]
    quotes = [link.edge.provenance.quote for link in seen.links if link.edge.provenance]
    if dated and not any(cites_a_past_case(quote) for quote in quotes):
        question = f"{named(dated[0])} names a date. How long did the last comparable effort take?"
        yield question, tuple(node.id for node in dated)


def sunk_cost(seen: Seen) -> Asked:
    """A link that rests on what was spent and will not come back."""
    for link in seen.links:
        words = speaks_of_money_spent(link.edge.provenance.quote) if link.edge.provenance else ""
        if words:
            question = f"{quoted(words)} stands under {seen.name(link)}. What if nothing had been spent yet?"
            yield question, (link.at,)
            return
