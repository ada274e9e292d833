from __future__ import annotations

import json

from core.llm.provider import Progress, Provider, Reply
from core.llm.template import TemplateProvider
from core.llm.usage import Usage
from core.llm.wire import WireGraph
from tests.unit.llm_template.drafted import answer, asked, graph_of

CALL = asked("Should we hire three engineers or use contractors for six months? Budget is $300k.")


def test_it_is_a_provider_named_template() -> None:
    provider: Provider = TemplateProvider()
    assert provider.name == "template"


async def test_progress_counts_the_nodes_of_the_graph_that_follows() -> None:
    steps = [step async for step in TemplateProvider().complete(CALL)]
    counts = [step.nodes for step in steps if isinstance(step, Progress)]
    assert counts == [4, 7]
    assert isinstance(steps[-1], Reply)
    assert len(json.loads(steps[-1].text)["nodes"]) == counts[-1]


def test_a_reply_follows_the_wire_schema_and_costs_nothing() -> None:
    reply = answer(CALL)
    wire = WireGraph.model_validate_json(reply.text)
    assert [node.kind for node in wire.nodes] == ["goal", "decision", "option", "option", *["outcome"] * 3]
    assert (reply.provider, reply.model) == ("template", "template-1")
    assert reply.usage == Usage(provider="template", model="template-1", task="draft", cost=0.0)


def test_options_keep_the_order_of_the_brief() -> None:
    graph = graph_of(asked("Should we wait, hire or buy a licence?"))
    assert [option.label for option in graph.options] == ["Wait", "Hire", "Buy a licence"]
    assert graph.option_order == ("wait", "hire", "buy_a_licence")


def test_the_meta_says_that_no_model_drafted_it() -> None:
    meta = graph_of(CALL).meta
    assert (meta.source, meta.model) == ("template", "template-1")


def test_the_title_is_short_and_in_the_words_of_the_brief() -> None:
    assert graph_of(CALL).title == "Hire three engineers or use contractors for six months"
    long = "Should we move the archive to the new building in Leeds or digitise all of the 12,000 boxes?"
    title = graph_of(asked(long)).title
    assert len(title) <= 60
    assert title.startswith("Move the archive")
