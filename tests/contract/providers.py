"""The two adapters beside their fakes, and the calls that the contract is tested with."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from core.documents.brief import reply_document
from core.graph.model import Edge, Graph, Node, Violation
from core.graph.sources import Document, Location, Passage
from core.llm.anthropic import AnthropicProvider
from core.llm.openai import OpenAIProvider
from core.llm.provider import ModelCall, Progress, Reply, Task
from tests.fakes.anthropic_server import AnthropicServer
from tests.fakes.llm.serving import KEY, WireServer
from tests.fakes.openai_server import OpenAIServer

Adapter = AnthropicProvider | OpenAIProvider


class Hands:
    """A clock that is moved by hand; seconds."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One adapter and the fake it talks to; `lifetimes` in seconds of the cache's two parts."""

    server: Callable[..., WireServer]
    adapter: Callable[..., Adapter]
    settings: dict[str, Any]
    stream_error: str  # one that passes
    static_lifetime: float = 0.0
    document_lifetime: float = 0.0

    def provider(self, server: WireServer, **settings: Any) -> Adapter:  # noqa: ANN401  the adapter's own
        return self.adapter(**{"api_key": KEY, "base_url": server.url, **self.settings, **settings})


PAIRS = {
    "anthropic": Pair(
        server=AnthropicServer,
        adapter=AnthropicProvider,
        settings={"model": "claude-sonnet-5-5"},
        stream_error="overloaded_error",
        static_lifetime=3600.0,
        document_lifetime=300.0,
    ),
    "openai": Pair(
        server=OpenAIServer,
        adapter=OpenAIProvider,
        settings={"model": "gpt-6-luna"},
        stream_error="server_error",
        static_lifetime=1800.0,
        document_lifetime=1800.0,
    ),
    "chat": Pair(
        server=OpenAIServer,
        adapter=OpenAIProvider,
        settings={"model": "local-model", "mode": "chat"},
        stream_error="server_error",
    ),
    "chat_json_object": Pair(
        server=lambda **settings: OpenAIServer(json_object=True, **settings),
        adapter=OpenAIProvider,
        settings={"model": "local-model", "mode": "chat_json_object"},
        stream_error="server_error",
    ),
}
CACHING = ("anthropic", "openai")


def document(id_: str, name: str, *texts: str) -> Document:
    passages = tuple(
        Passage(number=n, text=text, location=Location(place="line", first=n, last=n))
        for n, text in enumerate(texts, start=1)
    )
    return Document(id=id_, name=name, kind=name.rpartition(".")[2], passages=passages)


def call(question: str = "Should we hire or use an agency?", *, files: int = 1) -> ModelCall:
    documents = tuple(
        document(f"D{n}", f"costs{n}.csv", f"what, cost {n}", "hire, 300000", "agency, 180000")
        for n in range(1, files + 1)
    )
    return ModelCall(
        task=Task.DRAFT, brief=document("B", "brief", "We are late.", question), documents=documents
    )


def repair(drafted: ModelCall) -> ModelCall:
    """The repair of a draft that lost its options."""
    nodes = (Node(id="late", kind="goal", label="On time"), Node(id="how", kind="decision", label="How?"))
    return ModelCall(
        task=Task.REPAIR,
        brief=drafted.brief,
        documents=drafted.documents,
        graph=Graph(title="Late", nodes=nodes, edges=(Edge(src="late", dst="how"),)),
        violations=(Violation(severity="error", code="COUNT_OPTION", at="", message="No option."),),
    )


def refinement(drafted: ModelCall, graph: Graph, *said: str, known: int = 0, files: int = 0) -> ModelCall:
    """The refinement of a draft by these replies; the first `known` were carried out before."""
    replies = tuple(reply_document(text, number) for number, text in enumerate(said, start=1))
    first = len(drafted.documents) + 1
    added = tuple(
        document(f"D{n}", f"survey{n}.csv", f"agency, {n}00000") for n in range(first, first + files)
    )
    return replace(
        drafted,
        task=Task.REFINE,
        graph=graph,
        later=replies[:known],
        instructions=replies[known:],
        added=added,
    )


async def ask(provider: Adapter, asked: ModelCall) -> tuple[list[Progress], Reply]:
    """The progress, and the one reply that must end it."""
    *progress, reply = [step async for step in provider.complete(asked)]
    assert isinstance(reply, Reply)
    return [step for step in progress if isinstance(step, Progress)], reply


def risen(progress: Iterable[Progress]) -> list[int]:
    """The counts of a call's progress, without those that only tell what is billed."""
    return [nodes for nodes, _ in groupby(step.nodes for step in progress)]


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so; the test's own timeout ends it otherwise."""
    while not condition():  # noqa: ASYNC110  nobody signals what a fake sees
        await asyncio.sleep(0.005)
