"""What a workspace chose and watches."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from core.store.records import (
    Tier,
    Watch,
    Workspace,
)
from core.store.store import Store
from tests.contract.store.filling import opened
from tests.fakes.clock import Ahead


async def test_a_workspace_has_defaults_until_it_chooses(store: Store) -> None:
    assert await store.workspaces.get("T1") == Workspace(id="T1")
    await opened(store)
    assert await store.workspaces.get("T1") == Workspace(id="T1", tier=Tier.STANDARD, risks=None, settings={})
    chosen = Workspace(id="T1", tier=Tier.PREMIUM, risks=False, settings={"language": "de"})
    await store.workspaces.put(chosen)
    assert await store.workspaces.get("T1") == chosen
    await store.workspaces.put(replace(chosen, risks=True, settings={}))
    assert await store.workspaces.get("T1") == replace(chosen, risks=True, settings={})


async def test_what_is_chosen_leaves_the_other_choices_as_they_are(store: Store) -> None:
    await store.workspaces.choose("T1", settings={"retention_days": "30"})
    assert await store.workspaces.get("T1") == Workspace(id="T1", settings={"retention_days": "30"})
    await store.workspaces.put(Workspace(id="T1", tier=Tier.PREMIUM, settings={"retention_days": "30"}))
    await store.workspaces.choose("T1", risks=True)
    await store.workspaces.choose("T1", settings={"language": "de"})
    assert await store.workspaces.get("T1") == Workspace(
        id="T1", tier=Tier.PREMIUM, risks=True, settings={"language": "de", "retention_days": "30"}
    )


async def test_of_many_who_choose_at_once_every_choice_counts(store: Store) -> None:
    names = [f"setting {number}" for number in range(12)]
    async with asyncio.TaskGroup() as group:
        for name in names:
            group.create_task(store.workspaces.choose("T1", settings={name: "on"}))
        group.create_task(store.workspaces.choose("T1", risks=True))
    chosen = await store.workspaces.get("T1")
    assert chosen.risks
    assert chosen.settings == dict.fromkeys(names, "on")


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
