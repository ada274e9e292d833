"""What every adapter of a model provider keeps, over the wire against its fake."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace

import pytest

from core.graph.model import Graph
from core.graph.rules import validate
from core.graph.sources import stands
from core.llm.prompting import SYSTEM, render
from core.llm.provider import ModelCall, Reply, Task
from core.llm.replies import Drafted, parse
from core.llm.wire import SCHEMA, WireGraph
from tests.contract.providers import (
    CACHING,
    PAIRS,
    Adapter,
    Hands,
    Pair,
    ask,
    call,
    refinement,
    repair,
    risen,
)
from tests.fakes.llm.caching import tokens
from tests.fakes.llm.serving import KEY, WireServer

only_caching = pytest.mark.parametrize("pair", [PAIRS[name] for name in CACHING], ids=CACHING)

# A reply


async def test_the_reply_is_a_graph_that_follows_the_schema(provider: Adapter) -> None:
    _, reply = await ask(provider, call())
    graph = WireGraph.model_validate_json(reply.text)
    assert [node.label for node in graph.nodes if node.kind == "option"][:2] == ["Hire", "Use an agency"]
    assert any(edge.evidence and edge.evidence.document == "D1" for edge in graph.edges)


async def test_the_reply_names_its_provider_model_and_request(pair: Pair, provider: Adapter) -> None:
    _, reply = await ask(provider, call())
    assert (reply.provider, reply.model) == (provider.name, pair.settings["model"])
    assert (reply.usage.provider, reply.usage.model, reply.usage.task) == (
        provider.name,
        reply.model,
        "draft",
    )
    assert reply.request_id == "req_1"


async def test_progress_starts_at_zero_and_rises_by_whole_nodes(provider: Adapter) -> None:
    progress, reply = await ask(provider, call())
    total = len(WireGraph.model_validate_json(reply.text).nodes)
    assert risen(progress)[0] == 0
    assert risen(progress)[-1] == total
    assert risen(progress) == sorted(set(risen(progress)))


async def test_progress_jumps_when_nodes_arrive_at_once(server: WireServer, provider: Adapter) -> None:
    server.piece = 100_000
    progress, reply = await ask(provider, call())
    total = len(WireGraph.model_validate_json(reply.text).nodes)
    assert risen(progress) == [0, total]


async def test_the_text_arrives_unchanged(server: WireServer, provider: Adapter) -> None:
    text = '{"title": "Größe 👩‍🚀 </brief>", "nodes": [], "edges": [], "rationales": []}'
    server.piece = 3
    server.script.add(text)
    _, reply = await ask(provider, call())
    assert reply.text == text


async def test_calls_at_the_same_time_do_not_mix(server: WireServer, provider: Adapter) -> None:
    server.delay = 0.001
    questions = [f"Should we take road {n} or wait?" for n in range(8)]
    replies = await asyncio.gather(*(ask(provider, call(question)) for question in questions))
    for n, (_, reply) in enumerate(replies):
        assert f"Take road {n}" in [node.label for node in WireGraph.model_validate_json(reply.text).nodes]
    assert server.busiest > 1


async def test_a_provider_can_be_used_again_after_it_was_closed(provider: Adapter) -> None:
    await ask(provider, call())
    await provider.aclose()
    await provider.aclose()
    _, reply = await ask(provider, call())
    assert reply.request_id == "req_2"


# The request


async def test_no_request_carries_sampling_or_tools(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    await ask(provider, repair(call()))
    for request in server.requests:
        assert not request.body.keys() & {"temperature", "top_p", "top_k", "tools", "tool_choice"}


async def test_the_schema_goes_out_as_it_is(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    assert json.dumps(SCHEMA) in json.dumps(server.requests[0].body)


async def test_documents_and_brief_stay_out_of_the_system_text(server: WireServer, provider: Adapter) -> None:
    await ask(provider, call())
    body = server.requests[0].body
    turns = body.get("input") or body["messages"]
    system = json.dumps(body.get("system") or turns[0])
    assert json.dumps(SYSTEM)[1:-1] in system
    assert "costs1.csv" not in system
    assert "costs1.csv" in json.dumps(turns[-1])


async def test_the_key_is_sent_as_a_bearer_and_recorded_nowhere(
    server: WireServer, provider: Adapter
) -> None:
    await ask(provider, call())
    assert server.requests[0].headers["authorization"] == "***"
    assert KEY not in repr(server.requests)


# Usage and the prompt cache


def prompt_tokens(reply: Reply) -> int:
    usage = reply.usage
    return usage.input + usage.cache_read + usage.cache_write_5m + usage.cache_write_1h


async def test_usage_counts_every_token_once_and_leaves_the_cost_open(provider: Adapter) -> None:
    _, first = await ask(provider, call())
    _, second = await ask(provider, call())
    assert prompt_tokens(first) == prompt_tokens(second) > tokens(len(SYSTEM))
    assert first.usage.output > first.usage.reasoning >= 0
    assert first.usage.cost is None


@only_caching
async def test_the_static_part_is_written_once_and_read_by_another_brief(provider: Adapter) -> None:
    _, first = await ask(provider, call("Should we hire or wait?", files=0))
    _, second = await ask(provider, call("Should we move or stay?", files=0))
    static = tokens(len(SYSTEM))
    assert first.usage.cache_read == 0
    assert first.usage.cache_write_5m + first.usage.cache_write_1h > static
    assert second.usage.cache_read == static


@only_caching
async def test_the_same_files_are_read_for_another_brief(provider: Adapter) -> None:
    await ask(provider, call("Should we hire or wait?", files=3))
    _, second = await ask(provider, call("Should we move or stay?", files=3))
    files = render(call(files=3)).documents[:-1]
    assert second.usage.cache_read == tokens(len(SYSTEM) + sum(map(len, files)))


@only_caching
async def test_a_repair_reads_documents_and_brief(provider: Adapter) -> None:
    await ask(provider, call(files=3))
    _, repaired = await ask(provider, repair(call(files=3)))
    stable = (SYSTEM, *render(call(files=3)).documents)
    assert repaired.usage.cache_read == tokens(sum(map(len, stable)))
    assert repaired.usage.cache_write_5m == repaired.usage.cache_write_1h == 0


@only_caching
async def test_documents_and_static_part_are_kept_for_their_lifetimes(
    pair: Pair, clock: Hands, provider: Adapter
) -> None:
    await ask(provider, call())
    clock.now += pair.document_lifetime - 1
    _, kept = await ask(provider, call())
    clock.now += pair.document_lifetime - 1  # reading renewed it
    _, renewed = await ask(provider, call())
    clock.now += pair.document_lifetime + 1
    _, expired = await ask(provider, call())
    clock.now += pair.static_lifetime + 1
    _, all_expired = await ask(provider, call())
    assert kept.usage.cache_read == renewed.usage.cache_read > tokens(len(SYSTEM))
    static_stays = pair.static_lifetime > pair.document_lifetime
    assert expired.usage.cache_read == (tokens(len(SYSTEM)) if static_stays else 0)
    assert all_expired.usage.cache_read == 0


async def test_claude_keeps_the_static_part_for_an_hour_and_the_rest_for_five_minutes() -> None:
    pair = PAIRS["anthropic"]
    async with pair.server() as server, aclosing(pair.provider(server)) as provider:
        _, reply = await ask(provider, call())
    assert reply.usage.cache_write_1h == tokens(len(SYSTEM))
    assert reply.usage.cache_write_5m > 0
    marks = [block.get("cache_control") for block in server.requests[0].body["messages"][0]["content"]]
    assert marks == [{"type": "ephemeral", "ttl": "5m"}, {"type": "ephemeral", "ttl": "5m"}, None]


@only_caching
async def test_another_effort_or_model_reads_nothing(pair: Pair, server: WireServer) -> None:
    other = "claude-opus-5-5" if pair is PAIRS["anthropic"] else "gpt-6-sol"
    for settings in ({}, {"effort": "high"}, {"model": other}):
        async with aclosing(pair.provider(server, **settings)) as provider:
            _, reply = await ask(provider, call())
        assert reply.usage.cache_read == 0


# A refinement


def read(reply: Reply, asked: ModelCall) -> Drafted:
    return parse(reply.text, asked, source=reply.provider, model=reply.model, prompt_version="")


async def drafted(provider: Adapter, asked: ModelCall) -> Graph:
    _, reply = await ask(provider, asked)
    return read(reply, asked).graph


def stable_tokens(asked: ModelCall) -> int:
    """All that a call shares with the draft of its thread."""
    return tokens(sum(map(len, (SYSTEM, *render(asked).documents))))


async def test_a_refinement_drops_adds_and_keeps_the_rest(provider: Adapter) -> None:
    before = await drafted(provider, call(files=2))
    asked = refinement(call(files=2), before, "Drop option B and add a pilot.", files=1)
    _, reply = await ask(provider, asked)
    revised = read(reply, asked)
    assert reply.usage.task == "refine"
    assert {node.id for node in before.nodes} - {node.id for node in revised.graph.nodes} == {"option_2"}
    assert revised.graph.option_order[: len(before.option_order)] == before.option_order
    assert [rationale.target for rationale in revised.partings] == ["option_2"]
    kept = {edge.key: edge for edge in revised.graph.edges}
    assert all(kept.get(edge.key, edge) == edge for edge in before.edges if "option_2" not in edge.key)
    assert not [found for found in validate(revised.graph) if found.severity == "error"]
    supports = [edge.provenance for edge in revised.graph.edges if edge.provenance]
    assert all(stands(support, asked.shown) for support in supports)
    assert "survey3.csv" in {support.source for support in supports}


@only_caching
async def test_a_refinement_reads_the_documents_of_its_draft_from_the_cache(provider: Adapter) -> None:
    before = await drafted(provider, call(files=3))
    asked = refinement(call(files=3), before, "Drop option B.", files=1)
    _, reply = await ask(provider, asked)
    assert reply.usage.cache_read == stable_tokens(call(files=3))
    assert reply.usage.cache_write_5m == tokens(
        sum(map(len, (SYSTEM, *render(asked).documents, *render(asked).later)))
    ) - stable_tokens(call(files=3))


@only_caching
async def test_the_next_refinement_also_reads_what_the_one_before_it_brought(provider: Adapter) -> None:
    before = await drafted(provider, call(files=3))
    first = refinement(call(files=3), before, "Drop option B.")
    await ask(provider, first)
    second = refinement(call(files=3), before, "Drop option B.", "Add a pilot.", known=1, files=1)
    _, reply = await ask(provider, second)
    read_before = (SYSTEM, *render(first).documents, *render(first).later)
    assert reply.usage.cache_read == tokens(sum(map(len, read_before)))


@only_caching
async def test_the_repair_of_a_refinement_reads_all_that_the_refinement_was_shown(provider: Adapter) -> None:
    before = await drafted(provider, call(files=3))
    asked = refinement(call(files=3), before, "Drop option B.")
    await ask(provider, asked)
    mending = replace(asked, task=Task.REPAIR, violations=repair(call()).violations)
    _, reply = await ask(provider, mending)
    stable = (SYSTEM, *render(asked).documents, *render(asked).later)
    assert reply.usage.cache_read == tokens(sum(map(len, stable)))
    assert reply.usage.cache_write_5m == reply.usage.cache_write_1h == 0


async def test_draft_repair_and_refinement_ask_for_one_schema_with_one_effort_in_one_cache(
    server: WireServer, provider: Adapter
) -> None:
    before = await drafted(provider, call())
    await ask(provider, repair(call()))
    await ask(provider, refinement(call(), before, "Drop option B."))
    fixed = ("model", "system", "output_config", "reasoning", "text", "prompt_cache_key", "response_format")
    bodies = [{name: request.body.get(name) for name in fixed} for request in server.requests]
    assert bodies[0] == bodies[1] == bodies[2]


async def test_what_cannot_be_done_comes_back_as_a_sentence(provider: Adapter) -> None:
    before = await drafted(provider, call())
    asked = refinement(call(), before, "Drop option Z.")
    _, reply = await ask(provider, asked)
    assert read(reply, asked).undone == ("There is no such option.",)
