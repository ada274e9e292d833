"""What the store promises, in a SQLite file and on a Postgres server alike."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from core import database
from core.errors import DraftForgotten, SettingsError
from core.graph.model import Edge, Graph, Meta, Node, Provenance, Rationale
from core.graph.sources import Document, Location, Passage
from core.llm.usage import Usage
from core.store import tables
from core.store.migrating import migrate
from core.store.records import (
    Draft,
    DraftKey,
    DraftState,
    KeptDocument,
    Thread,
    Tier,
    Watch,
    Workspace,
)
from core.store.store import Store
from tests.fakes.clock import Ahead

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


@pytest.fixture
def clock() -> Ahead:
    return Ahead()


@pytest.fixture
async def store(database_url: str, clock: Ahead) -> AsyncIterator[Store]:
    async with Store.open(database_url, clock=clock) as opened:
        yield opened


@pytest.fixture
async def draft(store: Store) -> Draft:
    return await opened(store)


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
    await store.replies.keep(key, job="J1", name="draft", body=text)


async def rows(store: Store) -> dict[str, int]:
    async with store.db.read() as connection:
        return {
            table.name: (await connection.execute(sa.select(sa.func.count()).select_from(table))).scalar_one()
            for table in tables.metadata.sorted_tables
        }


async def test_a_store_answers_and_opens_again_with_what_it_held(database_url: str) -> None:
    async with Store.open(database_url) as store:
        await store.ping()
        await opened(store, ts="1.0")
    async with Store.open(database_url) as store:
        assert await store.drafts.at(Thread(workspace="T1", channel="C1", ts="1.0"))


async def test_replicas_that_start_at_once_migrate_once(database_url: str) -> None:
    async def start() -> None:
        async with Store.open(database_url) as store:
            await store.ping()

    async with asyncio.TaskGroup() as group:
        for _ in range(4):
            group.create_task(start())


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql://nobody@127.0.0.1:1/nothing"])
async def test_a_database_that_is_not_there_names_the_setting(url: str) -> None:
    with pytest.raises(SettingsError, match="DATABASE_URL: the database cannot be opened"):
        async with Store.open(url):
            pass


def test_the_migrations_make_the_very_tables_that_the_code_uses(database_url: str) -> None:
    address = database.parse(database_url)
    migrate(address)
    engine = database.open_blocking(address)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    engine.dispose()


async def test_a_workspace_has_defaults_until_it_chooses(store: Store) -> None:
    assert await store.workspaces.get("T1") == Workspace(id="T1")
    await opened(store)
    assert await store.workspaces.get("T1") == Workspace(id="T1", tier=Tier.STANDARD, risks=None, settings={})
    chosen = Workspace(id="T1", tier=Tier.PREMIUM, risks=False, settings={"language": "de"})
    await store.workspaces.put(chosen)
    assert await store.workspaces.get("T1") == chosen
    await store.workspaces.put(replace(chosen, risks=True, settings={}))
    assert await store.workspaces.get("T1") == replace(chosen, risks=True, settings={})


async def test_a_channel_is_watched_until_it_is_not(store: Store, clock: Ahead) -> None:
    await store.watches.on("T1", "C1", author="U1")
    clock.ahead += 10
    await store.watches.on("T1", "C1", author="U2")
    await store.watches.on("T1", "C2", author="U2")
    await store.watches.on("T2", "C1", author="U3")
    first = await store.watches.get("T1", "C1")
    assert isinstance(first, Watch)
    assert first.author == "U1"
    assert [watch.channel for watch in await store.watches.of("T1")] == ["C1", "C2"]
    await store.watches.off("T1", "C1")
    assert await store.watches.get("T1", "C1") is None
    assert await store.watches.get("T2", "C1")


async def test_a_thread_has_one_draft_however_often_it_is_opened(store: Store) -> None:
    thread = Thread(workspace="T1", channel="C1", ts="1.5")
    drafts = await asyncio.gather(*(store.drafts.open(thread, id=f"J{i}", requester="U1") for i in range(5)))
    assert len({draft.key for draft in drafts}) == 1
    assert await store.drafts.at(thread) == drafts[0]
    assert drafts[0].state is DraftState.ASKED


async def test_a_draft_without_a_thread_is_found_by_its_id_until_its_thread_is_known(store: Store) -> None:
    nowhere = Thread(workspace="T1", channel="C1")
    draft = await store.drafts.open(nowhere, id="J1", requester="U1")
    assert await store.drafts.open(nowhere, id="J1", requester="U1") == draft
    other = await store.drafts.open(nowhere, id="J2", requester="U1")
    assert other.key != draft.key
    await store.drafts.update(draft.key, thread="1.0", message="1.0", state=DraftState.WORKING)
    placed = await store.drafts.at(replace(nowhere, ts="1.0"))
    assert placed is not None
    assert (placed.key, placed.message, placed.state) == (draft.key, "1.0", DraftState.WORKING)
    assert await store.drafts.open(nowhere, id="J1", requester="U1") == placed
    assert await store.drafts.open(replace(nowhere, ts="1.0"), id="J3", requester="U2") == placed


async def test_a_draft_changes_only_where_it_is_told_to(store: Store, draft: Draft, clock: Ahead) -> None:
    clock.ahead += 60
    await store.drafts.update(draft.key, title="Staffing")
    changed = await store.drafts.get(draft.key)
    assert changed is not None
    assert changed.updated > draft.updated
    assert replace(changed, title="", updated=draft.updated) == draft


async def test_recent_drafts_come_newest_first_and_from_the_channels_asked_for(
    store: Store, clock: Ahead
) -> None:
    keys = []
    for channel in ("C1", "C2", "C1"):
        clock.ahead += 1
        thread = Thread(workspace="T1", channel=channel, ts=secrets.token_hex(4))
        keys.append((await store.drafts.open(thread, id=secrets.token_hex(4), requester="U1")).key)
    assert [draft.key for draft in await store.drafts.recent("T1")] == keys[::-1]
    assert [draft.key for draft in await store.drafts.recent("T1", limit=1)] == keys[2:]
    assert [draft.key for draft in await store.drafts.recent("T1", channels=["C1"])] == [keys[2], keys[0]]
    assert await store.drafts.recent("T1", channels=[]) == ()
    assert await store.drafts.recent("T2") == ()


async def test_revisions_are_numbered_and_come_back_as_they_were(store: Store, draft: Draft) -> None:
    assert await store.revisions.latest(draft.key) is None
    first = await store.revisions.add(
        draft.key, GRAPH, job="J1", author="U1", cause="draft", extra='{"elapsed": 1}'
    )
    changed = replace(GRAPH, title="Staffing, again")
    second = await store.revisions.add(draft.key, changed, job="J2", author="U2", cause="refine")
    assert (first.number, first.graph, first.extra) == (1, GRAPH, '{"elapsed": 1}')
    assert (second.number, second.graph, second.extra) == (2, changed, "{}")
    assert await store.revisions.latest(draft.key) == second
    assert await store.revisions.get(draft.key, 1) == first
    assert await store.revisions.get(draft.key, 3) is None
    assert await store.revisions.of(draft.key) == (first, second)
    titled = await store.drafts.get(draft.key)
    assert titled is not None
    assert titled.title == "Staffing, again"


async def test_a_job_that_is_run_again_makes_no_second_revision(store: Store, draft: Draft) -> None:
    made = await store.revisions.add(draft.key, GRAPH, job="J1", author="U1", cause="draft")
    again = await store.revisions.add(
        draft.key, replace(GRAPH, title="other"), job="J1", author="U1", cause="draft"
    )
    assert again == made
    assert len(await store.revisions.of(draft.key)) == 1


async def test_writers_at_once_get_numbers_of_their_own(store: Store, draft: Draft) -> None:
    texts = await asyncio.gather(
        *(store.texts.add(draft.key, kind="reply", body=str(i), author="U1", job=f"J{i}") for i in range(8))
    )
    assert sorted(text.number for text in texts) == list(range(1, 9))


async def test_texts_keep_their_order_and_are_stored_once(store: Store, draft: Draft) -> None:
    brief = await store.texts.add(draft.key, kind="brief", body="Hire?", author="U1", job="J1")
    reply = await store.texts.add(draft.key, kind="reply", body="And an agency?", author="U2", job="J2")
    again = await store.texts.add(draft.key, kind="brief", body="other", author="U1", job="J1")
    assert again == brief
    assert await store.texts.of(draft.key) == (brief, reply)
    assert await store.texts.of(draft.key, "reply") == (reply,)
    assert await store.texts.get(draft.key, 2) == reply
    assert await store.texts.get(draft.key, 3) is None


async def test_documents_are_frozen_and_new_ones_come_after_them(store: Store, draft: Draft) -> None:
    read = KeptDocument(file="F1", name="costs.csv", kind="csv", status="read", document=DOCUMENT)
    refused = KeptDocument(file="F2", name="scan.pdf", kind="pdf", status="refused", message="a scan?")
    late = replace(read, file="F0", name="late.csv", document=replace(DOCUMENT, id="D2"))
    await store.documents.add(draft.key, [read, refused])
    await store.documents.add(draft.key, [replace(read, name="renamed.csv"), late])
    await store.documents.add(draft.key, [])
    assert await store.documents.of(draft.key) == (read, refused, late)


async def test_a_request_is_stored_once_whatever_is_delivered(store: Store, draft: Draft) -> None:
    given = {"job": "J1", "kind": "draft", "author": "U1"}
    assert await store.requests.add(draft.key, body="one", **given) is True
    assert await store.requests.add(draft.key, body="two", **given) is False
    request = await store.requests.get("T1", "J1")
    assert request is not None
    assert (request.body, request.draft, request.kind) == ("one", draft.key, "draft")
    assert await store.requests.get("T2", "J1") is None


async def test_a_kept_view_is_unsent_until_slack_has_that_very_state(
    store: Store, draft: Draft, clock: Ahead
) -> None:
    view = {"job": "J1", "channel": "C1"}
    assert await store.views.get("T1", "J1") is None
    await store.views.posted(draft.key, message="1.0", **view)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()
    await store.views.keep(draft.key, body="old", **view)
    await store.views.keep(draft.key, body="new", **view)
    await store.views.sent("T1", "J1", body="old")
    kept = await store.views.get("T1", "J1")
    assert kept is not None
    assert (kept.message, kept.body, kept.sent, kept.draft) == ("1.0", "new", False, draft.key)
    assert await store.views.unsent(kept_before=clock.now() - 60) == ()
    assert await store.views.unsent(kept_before=clock.now() + 1) == (kept,)
    await store.views.sent("T1", "J1", body="new")
    await store.views.posted(draft.key, message="2.0", **view)
    sent = await store.views.get("T1", "J1")
    assert sent is not None
    assert (sent.message, sent.sent) == ("2.0", True)
    assert await store.views.unsent(kept_before=clock.now() + 1) == ()


async def test_a_models_reply_is_there_until_its_job_is_done_with_it(store: Store, draft: Draft) -> None:
    assert await store.replies.get(draft.key, job="J1", name="draft") is None
    await store.replies.keep(draft.key, job="J1", name="draft", body="{}")
    await store.replies.keep(draft.key, job="J1", name="draft", body='{"title": "x"}')
    await store.replies.keep(draft.key, job="J2", name="draft", body="{}")
    assert await store.replies.get(draft.key, job="J1", name="draft") == '{"title": "x"}'
    await store.replies.drop(draft.key, job="J1")
    assert await store.replies.get(draft.key, job="J1", name="draft") is None
    assert await store.replies.get(draft.key, job="J2", name="draft") == "{}"


async def test_usage_adds_up_by_model_and_unpriced_calls_are_counted_apart(
    store: Store, clock: Ahead
) -> None:
    one = Usage(provider="anthropic", model="m", task="draft", input=10, output=5, reasoning=1, cost=0.5)
    await store.usage.add("T1", [one, replace(one, cache_read=7, cost=None)], person="U1")
    await store.usage.add("T1", [replace(one, task="repair")], person="U2")
    await store.usage.add("T1", [], person="U2")
    await store.usage.add("T2", [one], person="U1")
    drafting, repairing = await store.usage.totals("T1", since=0)
    assert (drafting.calls, drafting.input, drafting.cache_read, drafting.output) == (2, 20, 7, 10)
    assert (drafting.cost, drafting.unpriced) == (0.5, 1)
    assert (repairing.task, repairing.calls, repairing.unpriced) == ("repair", 1, 0)
    assert len(await store.usage.totals("T1", since=0, person="U1")) == 1
    assert await store.usage.totals("T1", since=clock.now() + 1) == ()


async def test_a_forgotten_draft_leaves_no_row_and_its_neighbour_keeps_all(store: Store) -> None:
    mine, other = await opened(store), await opened(store, "T2")
    await fill(store, other.key, "kept")
    before = await rows(store)
    await fill(store, mine.key, "gone")
    assert all(count > before[name] for name, count in (await rows(store)).items() if name in FILLED)
    assert await store.forget(mine.key) is True
    assert await rows(store) == {**before, "drafts": 1}
    assert await store.forget(mine.key) is False
    latest = await store.revisions.latest(other.key)
    assert latest is not None
    assert latest.graph.title == "kept"


FILLED = {"requests", "texts", "documents", "revisions", "views", "replies"}


async def test_a_forgotten_workspace_leaves_no_row_at_all(store: Store) -> None:
    draft = await opened(store)
    await fill(store, draft.key, "gone")
    await store.watches.on("T1", "C1", author="U1")
    await store.usage.add("T1", [Usage(provider="p", model="m", task="draft")], person="U1")
    assert all((await rows(store)).values())
    assert await store.forget_workspace("T1") is True
    assert not any((await rows(store)).values())
    assert await store.forget_workspace("T1") is False


async def test_drafts_expire_when_nobody_touched_them(store: Store, clock: Ahead) -> None:
    old, revised = await opened(store), await opened(store)
    clock.ahead += 100
    await store.revisions.add(revised.key, GRAPH, job="J1", author="U1", cause="draft")
    assert await store.expire(older_than=clock.now() - 50) == 1
    assert await store.drafts.get(old.key) is None
    assert await store.drafts.get(revised.key)
    assert await store.expire(older_than=clock.now() - 50) == 0


async def test_nothing_can_be_written_to_a_forgotten_draft(store: Store, draft: Draft) -> None:
    key = draft.key
    await store.forget(key)
    for write in (
        store.drafts.update(key, title="x"),
        store.revisions.add(key, GRAPH, job="J1", author="U1", cause="draft"),
        store.documents.add(key, []),
        store.texts.add(key, kind="brief", body="x", author="U1", job="J1"),
        store.requests.add(key, job="J1", kind="draft", body="x", author="U1"),
        store.views.posted(key, job="J1", channel="C1", message="1.0"),
        store.views.keep(key, job="J1", channel="C1", body="x"),
        store.replies.keep(key, job="J1", name="draft", body="x"),
    ):
        with pytest.raises(DraftForgotten):
            await write
    await store.views.sent("T1", "J1", body="x")
    assert sum((await rows(store)).values()) == 1  # the workspace itself


async def test_a_workspace_never_sees_what_belongs_to_another(store: Store, draft: Draft) -> None:
    await fill(store, draft.key, "mine")
    foreign = DraftKey(workspace="T2", id=draft.key.id)
    assert await store.drafts.get(foreign) is None
    assert await store.drafts.at(replace(draft.thread, workspace="T2")) is None
    assert await store.revisions.of(foreign) == ()
    assert await store.documents.of(foreign) == ()
    assert await store.texts.of(foreign) == ()
    assert await store.requests.get("T2", "J1") is None
    assert await store.views.get("T2", "J1") is None
    assert await store.replies.get(foreign, job="J1", name="draft") is None
    assert await store.forget(foreign) is False


async def test_no_word_of_what_was_forgotten_is_left_in_the_files(tmp_path: Path) -> None:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db") as store:
        draft, kept = await opened(store), await opened(store)
        marker = "a-marker-that-stands-nowhere-else " * 300
        for number in range(5):
            await store.texts.add(draft.key, kind="reply", body=marker, author="U1", job=f"T{number}")
        await fill(store, draft.key, marker)
        await store.texts.add(kept.key, kind="brief", body="a neighbour", author="U1", job="J1")
        assert any(found(tmp_path, "a-marker"))
        await store.forget(draft.key)
        assert list(found(tmp_path, "a-marker")) == []
        assert any(found(tmp_path, "a neighbour"))


async def test_a_reader_in_the_way_does_not_keep_a_word_for_good(tmp_path: Path) -> None:
    async with Store.open(f"sqlite:///{tmp_path}/crossroads.db") as store:
        draft = await opened(store)
        await fill(store, draft.key, "a-marker")
        async with asyncio.TaskGroup() as group, store.db.read() as reader:
            await reader.execute(sa.select(tables.texts))
            forgetting = group.create_task(store.forget(draft.key))
            await asyncio.sleep(0.2)
            assert not forgetting.done()
            await reader.rollback()
            await forgetting
        assert list(found(tmp_path, "a-marker")) == []


def found(folder: Path, words: str) -> list[str]:
    return [file.name for file in folder.iterdir() if words.encode() in file.read_bytes()]
