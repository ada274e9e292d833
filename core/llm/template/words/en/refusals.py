"""Why something is not done, in English."""

from __future__ import annotations

from core.llm.template.words.refusals import Refusals

REFUSALS = Refusals(
    not_understood="this was not understood as a change that can be made without a model.",
    no_direction="{name} is {a_kind}; only outcomes have a wanted direction.",
    one_end="a new link needs both of its ends.",
    no_link="there is no link from {src} to {dst}.",
    link_unknown="no link of the graph was recognised in {said}.",
    links_several="{said} may mean {count} links; name both of its ends.",
    no_effect="a link from {src_kind} to {dst_kind} says nothing of an effect.",
    no_option="there is no option {letter}.",
    unknown="nothing in the graph is called {said}.",
    several="{said} may mean {names}.",
    one_only="a graph has one {kind} already; it can be renamed.",
    risks_off="risks and factors are switched off here, so {said} was left out.",
    nameless="the new {kind} has no name.",
    there_already="there is {a_kind} {name} already.",
    unread="Nothing in {names} was recognised as saying how an option moves an outcome without a source.",
    refused="{why}.",
    last=" and ",
)
