"""Drafts with something in them, and a count of all that is there."""

from __future__ import annotations

import secrets
from dataclasses import replace

import sqlalchemy as sa

from core.graph.model import Edge, Graph, Meta, Node, Provenance, Rationale
from core.graph.sources import Document, Location, Passage
from core.store import tables
from core.store.records import (
    Draft,
    DraftKey,
    KeptDocument,
    Thread,
)
from core.store.store import Store

GRAPH = Graph(
    title="Staffing the rebuild",
    nodes=(
        Node(id="goal", kind="goal", label="Ship by June"),
        Node(id="hire", kind="option", label="Hire", body="three engineers"),
    ),
    edges=(
        Edge(
            src="hire",
            dst="goal",
            belief=0.7,
            weight=-0.25,
            provenance=Provenance(
                source="costs.csv", quote="agency, 180000", location="row 2", document="D1", passage=2
            ),
        ),
    ),
    rationales=(Rationale(target="hire", why="it was asked for"),),
    option_order=("hire",),
    meta=Meta(source="template", model="", prompt_version="1"),
)

DOCUMENT = Document(
    id="D1",
    name="costs.csv",
    kind="csv",
    passages=(
        Passage(
            number=2,
            text="agency, 180000",
            location=Location(place="row", first=2, last=2, sheet="Costs"),
        ),
    ),
    summary="1 row",
)


async def opened(store: Store, workspace: str = "T1", *, ts: str | None = None) -> Draft:
    thread = Thread(workspace=workspace, channel="C1", ts=ts or secrets.token_hex(4))
    return await store.drafts.open(thread, id=secrets.token_hex(4), requester="U1")


async def fill(store: Store, key: DraftKey, text: str) -> None:
    """Leave `text` in every place that keeps any."""
    document = replace(DOCUMENT, passages=(replace(DOCUMENT.passages[0], text=text),))
    kept = KeptDocument(file="F1", name=text, kind="csv", status="partly", message=text, document=document)
    await store.requests.add(key, job="J1", kind="draft", body=text, author="U1")
    await store.texts.add(key, kind="brief", body=text, author="U1", job="J1")
    await store.documents.add(key, [kept])
    await store.revisions.add(
        key, replace(GRAPH, title=text[:80]), job="J1", author="U1", cause="draft", extra=text
    )
    await store.views.keep(key, job="J1", channel="C1", body=text)
    await store.results.keep(key, job="J1", name="draft", body=text.encode())


async def rows(store: Store) -> dict[str, int]:
    def counted(connection: sa.Connection) -> dict[str, int]:
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in tables.metadata.sorted_tables
        }

    return await store.db.look(counted)
